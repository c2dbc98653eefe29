package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.testdata.EventLogForge;
import io.github.romparser.testdata.PeForge;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TpmEventLogTest {

  private static final byte[] DRIVER = PeForge.x64().build();

  private static byte[] agile() {
    return EventLogForge.agile("SHA1", "SHA256", "SHA384")
        .text(0, EventLogForge.SEPARATOR, "firmware")
        .driver(DRIVER, 1, 0)
        .event(4, EventLogForge.APPLICATION, DRIVER, new byte[40])
        .build();
  }

  @Test
  void theFormWithSeveralDigests() {
    TpmEventLog log = TpmEventLog.read(Slice.of(agile()));
    assertThat(log.findings()).isEmpty();
    assertThat(log.cryptoAgile()).isTrue();
    assertThat(log.algorithms()).containsExactly(4, 11, 12);
    assertThat(log.known())
        .containsExactly(DigestAlgorithm.SHA1, DigestAlgorithm.SHA256, DigestAlgorithm.SHA384);
    assertThat(log.events()).hasSize(3);
    TpmEvent event = log.events().get(1);
    assertThat(event.number()).isEqualTo(1);
    assertThat(event.register()).isEqualTo(2);
    assertThat(event.isDriver()).isTrue();
    assertThat(TpmEventType.of(event.type())).contains(TpmEventType.EFI_BOOT_SERVICES_DRIVER);
    assertThat(event.digests()).hasSize(3);
    for (DigestAlgorithm algorithm : log.known()) {
      String digest = ((AuthenticodeDigest.Covered) Drivers.digest(DRIVER)).hex(algorithm);
      assertThat(log.with(algorithm, digest)).containsExactly(event);
    }
    assertThat(log.with(DigestAlgorithm.SHA512, "00")).isEmpty();
    assertThat(log.events().get(0).isDriver()).isFalse();
    assertThat(log.events().get(0).devicePath()).isEmpty();
    assertThat(log.events().get(2).devicePath()).isEmpty();
  }

  @Test
  void thePathTellsTheDevice() {
    TpmEvent event = TpmEventLog.read(Slice.of(agile())).events().get(1);
    assertThat(event.devicePath())
        .contains(
            new EfiDevicePath(
                OptionalLong.of(0),
                List.of(new EfiDevicePath.Hop(1, 0), new EfiDevicePath.Hop(0, 0)),
                java.util.Optional.of(new Range(0x600, 0xa00))));
  }

  @Test
  void whatIsBehindTheEndOfAPathIsNoPartOfIt() {
    byte[] device = {1, 1, 6, 0, 2, 3};
    byte[] end = {0x7f, (byte) 0xff, 4, 0};
    byte[] path = Arrays.copyOf(device, 16);
    System.arraycopy(end, 0, path, 6, 4);
    System.arraycopy(device, 0, path, 10, 6);
    assertThat(EfiDevicePath.read(Slice.of(path)).orElseThrow().hops())
        .containsExactly(new EfiDevicePath.Hop(3, 2));
    System.arraycopy(new byte[] {4, 4, 4, 0}, 0, path, 6, 4);
    assertThat(EfiDevicePath.read(Slice.of(path)).orElseThrow().hops()).hasSize(2);
  }

  @Test
  void theFormWithSha1Alone() {
    byte[] bytes = EventLogForge.sha1().text(7, 0x80000001L, "db").driver(DRIVER, 2, 3).build();
    TpmEventLog log = TpmEventLog.read(Slice.of(bytes));
    assertThat(log.findings()).isEmpty();
    assertThat(log.cryptoAgile()).isFalse();
    assertThat(log.known()).containsExactly(DigestAlgorithm.SHA1);
    assertThat(log.events()).hasSize(2);
    assertThat(log.events().get(1).range().end()).isEqualTo(bytes.length);
    assertThat(log.events().get(1).digests()).containsOnlyKeys(DigestAlgorithm.SHA1);
  }

  @Test
  void padding() {
    for (int fill : new int[] {0, 0xff}) {
      byte[] rest = new byte[1000];
      Arrays.fill(rest, (byte) fill);
      byte[] bytes = EventLogForge.sha1().text(0, EventLogForge.SEPARATOR, "x").bytes(rest).build();
      TpmEventLog log = TpmEventLog.read(Slice.of(bytes));
      assertThat(log.findings()).isEmpty();
      assertThat(log.events()).hasSize(1);
    }
    assertThat(TpmEventLog.read(Slice.of(new byte[0])).events()).isEmpty();
    assertThat(TpmEventLog.read(Slice.of(new byte[100])).findings()).isEmpty();
  }

  @Test
  void cutAnywhere() {
    byte[] whole = agile();
    for (int length = 0; length < whole.length; length++) {
      TpmEventLog log = look(Arrays.copyOf(whole, length));
      assertThat(log.events()).hasSizeLessThan(3);
    }
  }

  @Test
  void anyByteChanged() {
    byte[] whole = agile();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << bit);
        look(changed);
      }
    }
  }

  @Test
  void moreEventsThanAnyMachineHas() {
    byte[] event = EventLogForge.sha1().event(0, 1, new byte[0], new byte[0]).build();
    byte[] bytes = new byte[event.length * (TpmEventLog.MOST_EVENTS + 2)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = event[i % event.length];
    }
    TpmEventLog log = TpmEventLog.read(Slice.of(bytes));
    assertThat(log.events()).hasSize(TpmEventLog.MOST_EVENTS);
    assertThat(log.findings()).hasSize(1);
  }

  @Property(tries = 300)
  void anything(@ForAll @Size(max = 400) byte[] bytes) {
    look(bytes);
    byte[] behind = EventLogForge.agile("SHA256").bytes(bytes).build();
    look(behind);
  }

  @Property(tries = 300)
  void anyPath(@ForAll @Size(max = 100) byte[] bytes) {
    EfiDevicePath.read(Slice.of(bytes))
        .ifPresent(path -> assertThat(path.hops()).hasSizeBetween(1, 32));
  }

  /** Reads and asks everything. */
  static TpmEventLog look(byte[] bytes) {
    TpmEventLog log = TpmEventLog.read(Slice.of(bytes));
    assertThat(log.findings())
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(finding -> finding.code() == FindingCode.LOG_BROKEN)
        .allMatch(finding -> finding.range().end() == bytes.length);
    long end = 0;
    for (TpmEvent event : log.events()) {
      assertThat(event.range().offset()).isGreaterThanOrEqualTo(end);
      end = event.range().end();
      event.devicePath();
    }
    assertThat(end).isLessThanOrEqualTo(bytes.length);
    return log;
  }
}
