package io.github.romparser.extract.spi;

/**
 * What a handler may use: asked before every allocation and in every long loop.
 *
 * <p>Where it does not suffice it throws {@link OverAllowance}, which handlers let pass: the search
 * tells it as a dead end and goes on.
 */
public interface Allowance {

  /** {@return the most bytes that one decoding may give, and that may be asked for at once} */
  long most();

  /**
   * Asks for memory.
   *
   * @param bytes how many are to be allocated now
   * @throws OverAllowance if that is too many
   */
  void take(long bytes);

  /**
   * Tells of work that was done or is about to be done, to be stopped if it is too much.
   *
   * @param bytes how many were or will be looked at
   * @throws OverAllowance if it is too much, or the search was cancelled
   */
  void work(long bytes);
}
