package io.github.romparser.vendor;

import io.github.romparser.finding.Finding;
import java.util.List;

/**
 * What the maker of an image says in it, in tables of his own.
 *
 * <p>Reading them costs more than the headers do, so nobody does it unless asked; who asks keeps
 * the answer.
 */
public interface VendorTables {

  /** What is wrong with them, in the order of the file. */
  List<Finding> findings();
}
