package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A container format: how it is recognised, where it ends and what is in it.
 *
 * <p>A handler has no state, and may be called by several threads at once. Its answers depend on
 * the bytes alone, so that a search gives the same result on one core and on many. What is wrong
 * with a container is told as {@link Trouble}; whatever is thrown becomes a dead end of the search,
 * which goes on elsewhere.
 */
public interface Handler {

  /** {@return what the format is, and how far it is supported} */
  FormatInfo info();

  /**
   * {@return by which bytes it is recognised; empty for what only its own containers know to be
   * there}
   */
  List<Magic> magics();

  /**
   * Looks whether the format really begins at a place, and where it ends.
   *
   * <p>It is called wherever one of {@link #magics} matches, so it has to be cheap for what only
   * looks like the format, and to say no to it.
   *
   * @param area bytes that nothing is known of
   * @param start where the format would begin, in bytes from the start of {@code area}; the magic
   *     was seen there
   * @param allowance asked before memory is taken or much time is spent
   * @return where it ends; empty if it is not this format
   */
  Optional<Found> probe(Slice area, long start, Allowance allowance);

  /**
   * Tells what is in a container.
   *
   * <p>Nothing is decoded here that a child may decode for itself when it is asked to. Bytes that
   * are neither in a child nor in the structure are searched as unknown ones.
   *
   * @param container the container, as {@link #probe} found it or as its own container says
   * @param allowance asked before memory is taken or much time is spent
   * @return what is in it and what is wrong with it; places count, as the offset of {@code
   *     container} does, from the start of the file that it is in
   */
  Opened open(Slice container, Allowance allowance);

  /**
   * Tells what is in a container that other files may belong to. A format of one file has no use
   * for them.
   *
   * @param container the container
   * @param companions the files beside the one that the container is in
   * @param allowance asked before memory is taken or much time is spent
   * @return what {@link #open(Slice, Allowance)} gives, unless a format of several files overrides
   *     this
   */
  default Opened open(Slice container, Companions companions, Allowance allowance) {
    return open(container, allowance);
  }
}
