package io.github.romparser.vendor;

import io.github.romparser.finding.Finding;
import io.github.romparser.vendor.amd.AmdTables;
import io.github.romparser.vendor.generic.GenericTables;
import io.github.romparser.vendor.gop.GopDriver;
import io.github.romparser.vendor.intel.IntelTables;
import io.github.romparser.vendor.nvidia.NvidiaTables;
import java.util.List;

/**
 * What the maker of an image says in it, in tables of his own.
 *
 * <p>Reading them costs more than the headers do, so nobody does it unless asked; who asks keeps
 * the answer.
 */
public sealed interface VendorTables
    permits NvidiaTables, AmdTables, IntelTables, GenericTables, GopDriver {

  /**
   * {@return what is wrong with them; NVIDIA's in the order of the file, others the worst first}
   */
  List<Finding> findings();
}
