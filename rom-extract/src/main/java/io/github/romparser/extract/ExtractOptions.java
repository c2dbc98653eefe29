package io.github.romparser.extract;

import io.github.romparser.extract.spi.Companions;
import io.github.romparser.extract.spi.Handler;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

/**
 * How to search.
 *
 * @param budget what may be used
 * @param threads how many threads decode and search, this one included; the result does not depend
 *     on it
 * @param handlers the formats that are known, in the order in which they are asked
 * @param listener is told how it goes on
 * @param cancelled asked now and then, by any thread, whether to stop
 * @param companions the files beside the one that is searched, for containers that are spread over
 *     several, see {@link FilesBeside}
 */
public record ExtractOptions(
    Budget budget,
    int threads,
    List<Handler> handlers,
    ExtractListener listener,
    BooleanSupplier cancelled,
    Companions companions) {

  /** Copies the list. */
  public ExtractOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
    handlers = List.copyOf(handlers);
  }

  /** With nothing beside the file. */
  public ExtractOptions(
      Budget budget,
      int threads,
      List<Handler> handlers,
      ExtractListener listener,
      BooleanSupplier cancelled) {
    this(budget, threads, handlers, listener, cancelled, Companions.NONE);
  }

  /** All cores, the usual budget and every format that there is. */
  public static ExtractOptions usual() {
    return new ExtractOptions(
        Budget.usual(),
        Runtime.getRuntime().availableProcessors(),
        formats(),
        ExtractListener.NONE,
        () -> false);
  }

  /** Every format that there is: ours, and those of other modules that provide handlers. */
  public static List<Handler> formats() {
    return ServiceLoader.load(Handler.class, ExtractOptions.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** The same with another budget. */
  public ExtractOptions with(Budget other) {
    return new ExtractOptions(other, threads, handlers, listener, cancelled, companions);
  }

  /** The same with another listener. */
  public ExtractOptions with(ExtractListener other) {
    return new ExtractOptions(budget, threads, handlers, other, cancelled, companions);
  }

  /** The same with so many threads. */
  public ExtractOptions threads(int count) {
    return new ExtractOptions(budget, count, handlers, listener, cancelled, companions);
  }

  /** The same with other formats. */
  public ExtractOptions handlers(List<Handler> others) {
    return new ExtractOptions(budget, threads, others, listener, cancelled, companions);
  }

  /**
   * The same with another way to be stopped.
   *
   * @param question asked now and then, by any thread, whether to stop; the search then ends with
   *     what it has, and says so. It also ends when the thread that called it is interrupted
   */
  public ExtractOptions cancelled(BooleanSupplier question) {
    return new ExtractOptions(budget, threads, handlers, listener, question, companions);
  }

  /** The same with other files beside the one that is searched. */
  public ExtractOptions beside(Companions others) {
    return new ExtractOptions(budget, threads, handlers, listener, cancelled, others);
  }
}
