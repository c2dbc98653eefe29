package io.github.romparser.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomForge;
import java.util.List;
import java.util.Optional;

/** Short ways to edit forged ROMs. */
final class Made {

  private Made() {}

  static RomFile read(byte[] bytes) {
    return RomReader.read(Slice.of(bytes));
  }

  static RomFile named(String layout) {
    return read(RomForge.named(layout));
  }

  static Edit edit(EditResult result) {
    assertThat(result).isInstanceOf(Edit.class);
    return (Edit) result;
  }

  static Refusal refusal(EditResult result) {
    assertThat(result).isInstanceOf(Refusal.class);
    return (Refusal) result;
  }

  static RomFile again(EditResult result) {
    return RomReader.read(edit(result).bytes());
  }

  static byte[] bytes(EditResult result) {
    return edit(result).bytes().toByteArray();
  }

  static List<EditCode> codes(EditResult result) {
    return edit(result).steps().stream().map(EditStep::code).toList();
  }

  static List<FindingCode> findings(RomFile rom) {
    return rom.findings().stream().map(finding -> finding.code()).toList();
  }

  static FixRequest ids(int vendor, int device) {
    return new FixRequest(Optional.of(DeviceIds.of(vendor, device)), false, false, false, false);
  }
}
