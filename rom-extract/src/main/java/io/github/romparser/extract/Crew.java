package io.github.romparser.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at parts, some of them ahead of their turn on other threads. What comes out does not depend
 * on who did it: an {@link Analysis} is a function of its part.
 */
final class Crew implements AutoCloseable {

  /** How many parts are looked at ahead, for each thread. */
  private static final int AHEAD = 2;

  private final Analyst analyst;
  private final Budget budget;
  private final BooleanSupplier stop;
  private final int threads;
  private final AtomicLong aheadBytes = new AtomicLong();
  private final IdentityHashMap<Work, Task> tasks = new IdentityHashMap<>();
  private final @Nullable ExecutorService pool;

  /** A part that is being looked at, and the memory that it takes. */
  private record Task(FutureTask<Analysis> future, RunAllowance allowance) {}

  Crew(Analyst analyst, Budget budget, int threads, BooleanSupplier stop) {
    this.analyst = analyst;
    this.budget = budget;
    this.threads = threads;
    this.stop = stop;
    this.pool =
        threads == 1
            ? null
            : Executors.newFixedThreadPool(
                threads - 1,
                task -> {
                  Thread thread = new Thread(task, "rom-parser");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  /**
   * Begins with what comes next, as far as there are threads for it.
   *
   * @param decode whether also with what has to be decoded
   */
  void lookAhead(Deque<Frame> frames, boolean decode) {
    if (pool == null) {
      return;
    }
    int most = AHEAD * threads;
    int seen = 0;
    Iterator<Frame> all = frames.iterator();
    while (all.hasNext() && seen < most) {
      for (Analysis.Entry entry : all.next().ahead(most - seen)) {
        seen++;
        if (entry instanceof Analysis.More more
            && (decode || !more.work().packed())
            && !tasks.containsKey(more.work())) {
          submit(more.work(), pool);
        }
      }
    }
  }

  private void submit(Work work, ExecutorService to) {
    RunAllowance allowance = allowance(work, budget.heldBytes() / 2);
    FutureTask<Analysis> future = new FutureTask<>(() -> analyst.analyse(work, allowance));
    tasks.put(work, new Task(future, allowance));
    to.execute(future);
  }

  /** The analysis of a part whose turn it is. */
  Analysis analyse(Work work) {
    Task task = tasks.remove(work);
    if (task != null) {
      // Does it here if nobody began with it yet.
      task.future().run();
      Analysis ahead = result(task.future());
      task.allowance().giveBack();
      if (ahead.outcome() != Analysis.Outcome.LATER) {
        return ahead;
      }
    }
    return analyst.analyse(work, allowance(work, Long.MAX_VALUE));
  }

  /** Does without a part that may have been begun with. */
  void forget(Work work) {
    Task task = tasks.remove(work);
    if (task != null) {
      // Whoever is at it is waited for, so that its memory is known to be free.
      task.future().run();
      result(task.future());
      task.allowance().giveBack();
    }
  }

  private static Analysis result(FutureTask<Analysis> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RunAllowance allowance(Work work, long aheadMost) {
    long input = work.input();
    return new RunAllowance(
        budget.outputOf(input),
        input,
        stop,
        aheadMost == Long.MAX_VALUE ? new AtomicLong() : aheadBytes,
        aheadMost);
  }

  @Override
  public void close() {
    new ArrayDeque<>(tasks.values()).forEach(task -> task.future().cancel(true));
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
