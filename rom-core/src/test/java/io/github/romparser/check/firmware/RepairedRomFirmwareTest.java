package io.github.romparser.check.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.Target;
import io.github.romparser.edit.DeviceIds;
import io.github.romparser.edit.Edit;
import io.github.romparser.edit.EditResult;
import io.github.romparser.edit.FixRequest;
import io.github.romparser.edit.RomBuilder;
import io.github.romparser.edit.RomEditor;
import io.github.romparser.edit.TrimOptions;
import io.github.romparser.edit.WrapRequest;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PrintingStub;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trim, fix and wrap write is run by the real firmware, and the check says so. */
class RepairedRomFirmwareTest {

  private static final Bench CARD = Bench.of(Bench.Card.VGA);
  private static final int VENDOR = Bench.Card.VGA.vendorId();
  private static final int DEVICE = Bench.Card.VGA.deviceId();
  private static final char LEGACY = 'l';
  private static final char EFI = 'e';

  @TempDir private static Path room;

  @BeforeAll
  static void needed() {
    FirmwareLab.needSeaBios();
    FirmwareLab.needOvmf();
  }

  @Test
  void aTrimmedRomRuns() throws IOException {
    byte[] wrapped =
        RomForge.start()
            .noise(5, 0x600)
            .image(legacy(VENDOR, DEVICE))
            .image(efi().last())
            .noise(6, 0x1000)
            .build();
    assertThat(seaBios(wrapped)).isEmpty();
    assertThat(ovmf(wrapped)).isEmpty();
    byte[] trimmed = bytes(RomEditor.trim(read(wrapped), TrimOptions.ROM_ALONE));
    assertThat(seaBios(trimmed)).isEqualTo("" + LEGACY);
    assertThat(ovmf(trimmed)).isEqualTo("" + EFI);
  }

  @Test
  void aFixedRomRuns() throws IOException {
    byte[] broken = RomForge.start().image(legacy(0x10de, 0x1c03)).build();
    broken[broken.length - 0x20] ^= 0x55;
    assertThat(seaBios(broken)).isEmpty();
    byte[] mended =
        bytes(
            RomEditor.fix(
                read(broken),
                new FixRequest(
                    Optional.of(DeviceIds.of(VENDOR, DEVICE)), false, true, true, false)));
    assertThat(seaBios(mended)).isEqualTo("" + LEGACY);
  }

  @Test
  void aWrappedDriverRunsBesideALegacyImage() throws IOException {
    byte[] wrapped =
        bytes(
            RomBuilder.wrap(
                new WrapRequest(
                    List.of(Slice.of(PrintingStub.x64(EFI).build())),
                    Optional.of(
                        read(RomForge.start().image(legacy(VENDOR, DEVICE).last()).build())),
                    DeviceIds.of(VENDOR, DEVICE),
                    false,
                    WrapRequest.VGA)));
    assertThat(seaBios(wrapped)).isEqualTo("" + LEGACY);
    assertThat(ovmf(wrapped)).isEqualTo("" + EFI);
  }

  /** Drivers of one block of symbols and of many, of noise and of repetitions. */
  @ParameterizedTest
  @CsvSource({"0x2000, false", "0x6000, true", "0x30000, false", "0x80000, true"})
  void aCompressedDriverRuns(String length, boolean repetitions) throws IOException {
    byte[] driver = driver(Integer.decode(length), repetitions);
    byte[] rom = compressed(driver);
    assertThat(rom.length < driver.length).isEqualTo(repetitions);
    assertThat(ovmf(rom)).isEqualTo("" + EFI);
  }

  @Test
  void aDamagedCompressedDriverDoesNotRun() throws IOException {
    byte[] rom = compressed(driver(0x6000, true));
    rom[0x38 + 8 + 2] ^= 0x10;
    assertThat(ovmf(rom)).isEmpty();
  }

  private static byte[] compressed(byte[] driver) {
    return bytes(
        RomBuilder.wrap(
            new WrapRequest(
                List.of(Slice.of(driver)),
                Optional.empty(),
                DeviceIds.of(VENDOR, DEVICE),
                false,
                WrapRequest.VGA,
                true)));
  }

  private static byte[] driver(int length, boolean repetitions) {
    byte[] driver = PrintingStub.x64(EFI).size(length).build();
    Random random = new Random(1);
    for (int i = 0x200; i < driver.length; i++) {
      boolean fresh = !repetitions || random.nextInt(9) == 0;
      driver[i] = fresh ? (byte) random.nextInt(256) : driver[i - 1 - i / 512 % 300];
    }
    return driver;
  }

  private static ImageForge legacy(int vendor, int device) {
    return PrintingStub.legacy(8, vendor, device, LEGACY);
  }

  private static ImageForge efi() {
    return ImageForge.efi(8, VENDOR, DEVICE, PrintingStub.x64(EFI));
  }

  private static RomFile read(byte[] rom) {
    return RomReader.read(Slice.of(rom));
  }

  private static byte[] bytes(EditResult result) {
    assertThat(result).isInstanceOf(Edit.class);
    return ((Edit) result).bytes().toByteArray();
  }

  private static String seaBios(byte[] rom) throws IOException {
    return agreed(rom, Target.SEABIOS, new FirmwareLab(room).seaBios(mounted(rom)).tags());
  }

  private static String ovmf(byte[] rom) throws IOException {
    return agreed(rom, Target.OVMF, new FirmwareLab(room).ovmf(mounted(rom)).tags());
  }

  private static FirmwareLab.Mounted mounted(byte[] rom) {
    return new FirmwareLab.Mounted(new Specimen().image(LEGACY, rom).image(EFI, new byte[0]), CARD);
  }

  private static String agreed(byte[] rom, Target target, String tags) {
    CheckInput input = CheckInput.of(read(rom)).with(Bench.Card.VGA.device());
    assertThat(Consumer.of(target).check(input).accepted()).isEqualTo(!tags.isEmpty());
    return tags;
  }
}
