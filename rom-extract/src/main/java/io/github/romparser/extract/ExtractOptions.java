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

  /**
   * Copies the list of formats and checks the number of threads.
   *
   * @param budget what may be used
   * @param threads how many threads decode and search, this one included; at least 1
   * @param handlers the formats in the order in which they are asked; copied
   * @param listener is told how it goes on
   * @param cancelled asked by any thread whether to stop
   * @param companions the files beside the one that is searched
   * @throws IllegalArgumentException if there is less than one thread
   */
  public ExtractOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
    handlers = List.copyOf(handlers);
  }

  /**
   * With nothing beside the file.
   *
   * @param budget what may be used
   * @param threads how many threads decode and search, this one included; at least 1
   * @param handlers the formats in the order in which they are asked; copied
   * @param listener is told how it goes on
   * @param cancelled asked by any thread whether to stop
   * @throws IllegalArgumentException if there is less than one thread
   */
  public ExtractOptions(
      Budget budget,
      int threads,
      List<Handler> handlers,
      ExtractListener listener,
      BooleanSupplier cancelled) {
    this(budget, threads, handlers, listener, cancelled, Companions.NONE);
  }

  /**
   * {@return all cores, the usual budget and every format that there is; nothing beside the file,
   * nobody listens and nobody cancels}
   */
  public static ExtractOptions usual() {
    return new ExtractOptions(
        Budget.usual(),
        Runtime.getRuntime().availableProcessors(),
        formats(),
        ExtractListener.NONE,
        () -> false);
  }

  /**
   * {@return every format that there is: ours, and those of other modules that provide handlers}
   * They are looked for at each call, and stand in the order of the {@link ServiceLoader}.
   *
   * @throws java.util.ServiceConfigurationError if a handler cannot be loaded
   */
  public static List<Handler> formats() {
    return ServiceLoader.load(Handler.class, ExtractOptions.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * {@return the same options with another budget}
   *
   * @param other what the search may use
   */
  public ExtractOptions with(Budget other) {
    return new ExtractOptions(other, threads, handlers, listener, cancelled, companions);
  }

  /**
   * {@return the same options with another listener}
   *
   * @param other is told how the search goes on, by the thread that called it
   */
  public ExtractOptions with(ExtractListener other) {
    return new ExtractOptions(budget, threads, handlers, other, cancelled, companions);
  }

  /**
   * {@return the same options with so many threads}
   *
   * @param count how many decode and search, the one that calls included
   * @throws IllegalArgumentException if there is less than one thread
   */
  public ExtractOptions threads(int count) {
    return new ExtractOptions(budget, count, handlers, listener, cancelled, companions);
  }

  /**
   * {@return the same options with other formats}
   *
   * @param others all formats that are to be known, in the order in which they are asked; copied
   */
  public ExtractOptions handlers(List<Handler> others) {
    return new ExtractOptions(budget, threads, others, listener, cancelled, companions);
  }

  /**
   * {@return the same options with another way to be stopped}
   *
   * @param question asked now and then, by any thread, whether to stop; the search then ends with
   *     what it has, and says so. It also ends when the thread that called it is interrupted
   */
  public ExtractOptions cancelled(BooleanSupplier question) {
    return new ExtractOptions(budget, threads, handlers, listener, question, companions);
  }

  /**
   * {@return the same options with other files beside the one that is searched}
   *
   * @param others such as {@link FilesBeside#of}, for containers that are spread over several files
   */
  public ExtractOptions beside(Companions others) {
    return new ExtractOptions(budget, threads, handlers, listener, cancelled, others);
  }
}
