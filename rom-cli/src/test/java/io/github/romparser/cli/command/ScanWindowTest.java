package io.github.romparser.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits, and what never does. */
@Timeout(30)
class ScanWindowTest {

  private final ScanWindow window = new ScanWindow(100);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  private Future<?> entering(long number, long bytes) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> entering =
        thread.submit(
            () -> {
              begun.countDown();
              window.enter(number, bytes);
              return number;
            });
    begun.await();
    return entering;
  }

  private static void waits(Future<?> entering) {
    Assertions.assertThatThrownBy(() -> entering.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void theNextToBeWrittenIsLetInHoweverLargeItIs() throws Exception {
    assertThat(entering(0, 1000).get(10, TimeUnit.SECONDS)).isEqualTo(0L);
  }

  @Test
  void othersWaitForRoom() throws Exception {
    window.enter(0, 60);
    Future<?> second = entering(1, 60);
    waits(second);
    window.scanned(60, 10);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1L);
  }

  @Test
  void linesThatWaitTakeRoomToo() throws Exception {
    window.enter(0, 1);
    window.enter(1, 10);
    window.scanned(10, 95);
    Future<?> third = entering(2, 10);
    waits(third);
    window.scanned(1, 1);
    window.written(1);
    waits(third);
    window.written(95);
    assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo(2L);
  }
}
