package io.github.romparser.vendor.intel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import io.github.romparser.testdata.VbtForge;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tables that are cut, changed or made up. */
final class VbtHostileTest {

  /** Reads in all three ways, and asks what holds of every result. */
  static void look(Slice bytes) {
    Vbt.read(bytes).ifPresent(vbt -> look(vbt, bytes));
    Vbt.find(bytes).ifPresent(vbt -> look(vbt, bytes));
    OpRegion.read(bytes)
        .ifPresent(
            region -> {
              look(region.findings(), bytes);
              region.vbt().ifPresent(vbt -> look(vbt, bytes));
            });
  }

  private static void look(Vbt vbt, Slice bytes) {
    look(vbt.findings(), bytes);
    assertThat(vbt.bytes().end()).isLessThanOrEqualTo(bytes.end());
    assertThat(vbt.blocks())
        .hasSizeLessThanOrEqualTo(512)
        .allSatisfy(block -> assertThat(block.offset()).isLessThanOrEqualTo(vbt.bytes().end()));
    vbt.definitions()
        .ifPresent(
            definitions -> {
              assertThat(definitions.children()).hasSizeLessThanOrEqualTo(GeneralDefinitions.MOST);
              definitions.children().forEach(ChildDevice::auxLetter);
            });
  }

  private static void look(List<Finding> findings, Slice bytes) {
    assertThat(findings).hasSizeLessThan(10);
    for (Finding finding : findings) {
      assertThat(finding.range().offset()).isBetween(bytes.offset(), bytes.end());
      assertThat(finding.range().end()).isLessThanOrEqualTo(bytes.end());
      assertThat(finding.message()).doesNotContain("{");
    }
  }

  private static List<byte[]> samples() {
    VbtForge forge = VbtForge.laptop().mipiSequence(0x20);
    return List.of(forge.build(), forge.opRegion(1, false), forge.opRegion(1, true));
  }

  @Test
  void cutAnywhere() {
    for (byte[] bytes : samples()) {
      for (int length = 0; length <= bytes.length; length++) {
        look(Slice.of(bytes).slice(0, length));
      }
    }
  }

  @Test
  void aByteChangedAnywhere() {
    for (byte[] bytes : samples()) {
      // Between header and mailbox, and behind the table, a region is empty.
      for (int at = 0;
          at < bytes.length;
          at = at == 0x60 && bytes.length > 0x600 ? 0x3B0 : at + 1) {
        byte before = bytes[at];
        for (byte value : new byte[] {0, -1, (byte) (before ^ 0x80), (byte) (before + 1)}) {
          bytes[at] = value;
          look(Slice.of(bytes));
        }
        bytes[at] = before;
      }
    }
  }

  @Property
  void anyBytesAsBlocks(@ForAll @Size(max = 300) byte[] data) {
    byte[] bytes = VbtForge.start().block(1, data).build();
    // The bytes themselves are the blocks: the header of the one around them goes.
    System.arraycopy(data, 0, bytes, VbtForge.BLOCKS, data.length);
    look(Slice.of(bytes));
  }
}
