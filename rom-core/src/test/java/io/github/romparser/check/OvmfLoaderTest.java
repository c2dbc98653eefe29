package io.github.romparser.check;

import static io.github.romparser.check.Refusals.DEVICE;
import static io.github.romparser.check.Refusals.VENDOR;
import static io.github.romparser.check.Refusals.VGA;
import static io.github.romparser.check.Refusals.changed;
import static io.github.romparser.check.Refusals.u16;
import static io.github.romparser.check.Refusals.wide;
import static io.github.romparser.check.Refusals.word;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Each way out of OVMF's loader for drivers, and of what it verifies. */
final class OvmfLoaderTest {

  private final Refusals refusals = new Refusals();

  /** Fields of the forged driver, in bytes from its start (Microsoft PE format). */
  private static final int OPTIONAL_SIZE = 0x54;

  private static final int CHARACTERISTICS = 0x56;

  private static final int SECTION_ALIGNMENT = 0x78;
  private static final int SIZE_OF_IMAGE = 0x90;
  private static final int SIZE_OF_HEADERS = 0x94;
  private static final int SUBSYSTEM = 0x9c;
  private static final int DIRECTORIES = 0xc4;
  private static final int RELOCATIONS = 0xf0;
  private static final int SECTION = 0x148;

  /** A ROM of one driver with something changed in it. */
  private void loaded(String name, byte[] pe) {
    refusals.ask(
        name,
        "ovmf bar=4096",
        ImageForge.efi(VENDOR, DEVICE, PeForge.x64(), pe).classCode(VGA).last().build());
  }

  @Test
  void loader() throws IOException {
    byte[] pe = PeForge.x64().size(0x400).build();
    byte[] stripped = PeForge.x64().withoutRelocations().build();
    loaded("as it is", pe);
    for (int subsystem = 9; subsystem <= 14; subsystem++) {
      loaded(
          "subsystem %02d in the driver itself".formatted(subsystem),
          word(pe, SUBSYSTEM, subsystem));
    }
    loaded("relocations stripped, for address 0", word(stripped, CHARACTERISTICS, 0x22f));
    loaded(
        "relocations stripped, for another address",
        word(PeForge.x64().imageBase(0x10000).build(), CHARACTERISTICS, 0x22f));
    loaded("section alignment 0", wide(pe, SECTION_ALIGNMENT, 0));
    loaded(
        "a section up to the end of the image",
        wide(pe, SECTION + 8, 0x400 - u16(pe, SECTION + 12)));
    loaded(
        "a section behind the end of the image",
        wide(pe, SECTION + 8, 0x401 - u16(pe, SECTION + 12)));
    loaded(
        "a section of no bytes behind the end of the image",
        wide(wide(pe, SECTION + 8, 0x401), SECTION + 16, 0));

    BiConsumer<String, long[]> relocations =
        (name, blocks) -> {
          byte[] file = wide(pe, RELOCATIONS, 0x3e0);
          file = wide(file, RELOCATIONS + 4, blocks[0]);
          for (int i = 1; i < blocks.length; i += 2) {
            file = wide(file, (int) blocks[i], blocks[i + 1]);
          }
          loaded("relocations: " + name, file);
        };
    relocations.accept("one block", new long[] {12, 0x3e4, 12});
    relocations.accept("two blocks", new long[] {24, 0x3e4, 12, 0x3f0, 12});
    relocations.accept("a second block of no bytes", new long[] {24, 0x3e4, 12, 0x3f0, 0});
    relocations.accept("a block of no bytes", new long[] {12, 0x3e4, 0});
    relocations.accept("a block as long as all", new long[] {16, 0x3e4, 16});
    relocations.accept("a block longer than all", new long[] {16, 0x3e4, 17});
    relocations.accept("up to the end of the image", new long[] {0x20, 0x3e4, 0x20});
    relocations.accept("behind the end of the image", new long[] {0x21, 0x3e4, 0x20});
    relocations.accept("one byte before a block ends", new long[] {13, 0x3e4, 12, 0x3f0, 0});
    relocations.accept("two bytes before a block ends", new long[] {14, 0x3e4, 12, 0x3f0, 0});
    relocations.accept("no bytes", new long[] {0, 0x3e4, 0});
    relocations.accept("in the headers", new long[] {12, RELOCATIONS, 0x60, 0x64, 12});
    relocations.accept("at the end of the headers", new long[] {12, RELOCATIONS, 0x17c, 0x180, 12});
    relocations.accept(
        "behind shorter headers",
        new long[] {12, RELOCATIONS, 0x17c, 0x180, 12, SIZE_OF_HEADERS, 0x170});
    relocations.accept(
        "behind what a section has in the file", new long[] {12, 0x3e4, 12, SECTION + 16, 0x264});
    relocations.accept(
        "at the end of what a section has in the file",
        new long[] {12, 0x3e4, 12, SECTION + 16, 0x268});
    relocations.accept(
        "outside of all sections",
        new long[] {12, 0x3e4, 12, SECTION + 12, 0x3f0, SECTION + 8, 0x10});
    relocations.accept(
        "with a section elsewhere in the file",
        new long[] {12, 0x3e4, 0, SECTION + 20, 0x190, 0x3f4, 12});
    loaded("relocations: no directory for them", directories(pe, 5));
    loaded("relocations: the last directory there is", directories(pe, 6));
    loaded("an image larger than the file", wide(pe, SIZE_OF_IMAGE, 0x1000));
    loaded("a terse executable", terse(11));
    loaded("a terse executable of another subsystem", terse(9));
    refusals.assertGolden("ovmf-loader");
  }

  /** With so many directories, the section behind them, and relocations that lead nowhere. */
  private static byte[] directories(byte[] pe, int count) {
    byte[] file = wide(wide(pe, RELOCATIONS, 0x3e0), RELOCATIONS + 4, 12);
    System.arraycopy(pe, SECTION, file, DIRECTORIES + 4 + count * 8, 0x28);
    return wide(word(file, OPTIONAL_SIZE, 0x70 + count * 8), DIRECTORIES, count);
  }

  /** TE, edk2's shortened PE: 40 bytes of header (PI 1.7 volume 1 §15). */
  private static byte[] terse(int subsystem) {
    byte[] file = new byte[0x400];
    file = changed(file, 0, 'V', 'Z', 0x64, 0x86, 1, subsystem, 0x58, 1);
    file = wide(wide(file, 8, 0x180), 12, 0x180);
    file = changed(file, 0x28, '.', 't', 'e', 'x', 't');
    file = wide(wide(file, 0x30, 0x200), 0x34, 0x180);
    return wide(wide(file, 0x38, 0x200), 0x3c, 0x180);
  }

  @Test
  void verified() throws IOException {
    String question = "ovmf arch=aa64 secure-boot";
    byte[] unsigned =
        ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()).classCode(VGA).last().build();
    refusals.ask("not signed", question, unsigned);
    refusals.ask("not signed, Secure Boot off", "ovmf arch=aa64", unsigned);
    refusals.ask(
        "not signed, two drivers",
        question,
        RomForge.start()
            .image(ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()))
            .image(ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()).last())
            .build());
    refusals.ask("signed", question, RomForge.named("signed-aa64"));
    refusals.ask("signed, Secure Boot off", "ovmf arch=aa64", RomForge.named("signed-aa64"));
    byte[] altered = RomForge.named("signed-aa64");
    altered = changed(altered, u16(altered, 0x16) + 0x200, altered[u16(altered, 0x16) + 0x200] ^ 1);
    refusals.ask("altered", question, altered);
    refusals.ask(
        "altered, for a guest that runs all", "ovmf secure-boot", RomForge.named("altered-driver"));
    refusals.assertGolden("ovmf-verified");
  }
}
