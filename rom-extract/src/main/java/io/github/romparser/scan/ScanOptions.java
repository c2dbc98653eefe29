package io.github.romparser.scan;

import io.github.romparser.extract.Budget;
import java.time.Duration;

/**
 * How files are scanned.
 *
 * @param unpack whether files that are no ROMs are searched for ROMs inside
 * @param mostBytes larger files are not read, in bytes
 * @param budget what the search of one file may use, its time among it
 */
public record ScanOptions(boolean unpack, long mostBytes, Budget budget) {

  /** {@return what is usual: files up to 512 MiB are unpacked, each for a minute at most} */
  public static ScanOptions usual() {
    return new ScanOptions(true, 512L << 20, Budget.usual().within(Duration.ofMinutes(1)));
  }
}
