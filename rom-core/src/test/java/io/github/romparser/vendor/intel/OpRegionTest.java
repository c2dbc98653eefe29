package io.github.romparser.vendor.intel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.testdata.VbtForge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The memory that firmware and driver share. */
final class OpRegionTest {

  private static OpRegion read(byte[] bytes) {
    return OpRegion.read(Slice.of(bytes)).orElseThrow();
  }

  @Test
  void theTableStandsInside() {
    OpRegion region = read(VbtForge.laptop().opRegion(0, false));
    assertThat(region.offset()).isZero();
    assertThat(region.size()).isEqualTo(8);
    assertThat(region.major()).isEqualTo(2);
    assertThat(region.minor()).isZero();
    assertThat(region.mailboxes()).isEqualTo(0x1F);
    assertThat(region.rvda()).isZero();
    assertThat(region.rvds()).isZero();
    assertThat(region.vbt().orElseThrow().header().offset()).isEqualTo(OpRegion.TABLE);
    assertThat(region.findings()).isEmpty();
  }

  @Test
  void theTableStandsBehind() {
    OpRegion region = read(VbtForge.laptop().opRegion(1, true));
    assertThat(region.rvda()).isEqualTo(0x2000);
    assertThat(region.vbt().orElseThrow().header().offset()).isEqualTo(0x2000);
    assertThat(region.findings()).isEmpty();
  }

  /** In version 2.0 the place is an address, so nothing in the file is meant. */
  @Test
  void anAddressInMemory() {
    OpRegion region = read(VbtForge.laptop().opRegion(0, true));
    assertThat(region.vbt()).isEmpty();
    assertThat(region.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.VBT_ELSEWHERE);
  }

  @Test
  void laterVersions() {
    byte[] bytes = VbtForge.laptop().opRegion(0, true);
    bytes[0x17] = 3;
    assertThat(read(bytes).vbt()).isPresent();
    bytes[0x17] = 1;
    assertThat(read(bytes).vbt()).isEmpty();
    assertThat(read(bytes).findings()).isEmpty();
  }

  @Test
  void theTableBehindIsCutOff() {
    byte[] bytes = VbtForge.laptop().opRegion(1, true);
    OpRegion region = read(Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(region.vbt()).isEmpty();
    assertThat(region.findings().get(0).message()).contains("stands at 0x2000, which is not");
  }

  /** Mailbox 5 begins at 0x1C00; without it the table may go on. */
  @Test
  void theTableEndsBeforeMailbox5() {
    byte[] bytes = VbtForge.start().block(27, new byte[0x1900]).opRegion(0, false);
    assertThat(read(bytes).findings()).extracting(Finding::code).contains(FindingCode.VBT_CUT);
    bytes[0x58] = 0x0F;
    assertThat(read(bytes).findings()).isEmpty();
  }

  @Test
  void noRegion() {
    assertThat(OpRegion.read(Slice.of(new byte[0x2000]))).isEmpty();
    byte[] bytes = VbtForge.laptop().opRegion(0, false);
    assertThat(OpRegion.read(Slice.of(Arrays.copyOf(bytes, 0x3FF)))).isEmpty();
    assertThat(read(Arrays.copyOf(bytes, 0x400)).vbt()).isEmpty();
  }
}
