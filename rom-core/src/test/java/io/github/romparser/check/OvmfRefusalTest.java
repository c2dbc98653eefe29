package io.github.romparser.check;

import static io.github.romparser.check.Refusals.DEVICE;
import static io.github.romparser.check.Refusals.VENDOR;
import static io.github.romparser.check.Refusals.VGA;
import static io.github.romparser.check.Refusals.changed;
import static io.github.romparser.check.Refusals.driver;
import static io.github.romparser.check.Refusals.efi;
import static io.github.romparser.check.Refusals.legacy;
import static io.github.romparser.check.Refusals.u16;
import static io.github.romparser.check.Refusals.word;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each way out of OVMF's walk over the ROM, and of what it wants of an EFI image's header. */
final class OvmfRefusalTest {

  private final Refusals refusals = new Refusals();

  @Test
  void walk() throws IOException {
    refusals.ask("nothing in front", "ovmf", driver());
    refusals.ask(
        "padding in front", "ovmf", RomForge.start().pad(0x200, 0xff).image(efi(8).last()).build());
    refusals.ask(
        "padding between images",
        "ovmf",
        RomForge.start().image(legacy(2)).pad(0x400, 0).image(efi(8).last()).build());
    refusals.ask(
        "padding behind an image that is not the last",
        "ovmf",
        RomForge.start().image(legacy(2)).pad(0xc00, 0).build());
    refusals.ask(
        "an image that is not the last ends with the ROM BAR",
        "ovmf",
        RomForge.start().image(legacy(4)).image(efi(8)).build());
    refusals.ask(
        "a header at the end",
        "ovmf bar=4096",
        RomForge.start()
            .image(legacy(7))
            .pad(0x1e7, 0)
            .bytes(new byte[] {0x55, (byte) 0xaa})
            .build());
    refusals.ask("a pointer of 0", "ovmf", word(driver(), 0x18, 0));
    refusals.ask("a pointer that is no multiple of 4", "ovmf", word(driver(), 0x18, 0x1e));
    refusals.ask("a pointer to the last bytes", "ovmf", word(driver(), 0x18, 0x1000 - 0x18));
    refusals.ask("a pointer to the end", "ovmf", word(driver(), 0x18, 0x1000 - 0x14));
    refusals.ask("no PCIR", "ovmf", changed(driver(), u16(driver(), 0x18), 'Q'));
    refusals.ask("an image as long as the ROM BAR", "ovmf bar=4096", driver());
    refusals.ask(
        "an image longer than the ROM BAR",
        "ovmf bar=4096",
        word(driver(), u16(driver(), 0x18) + 0x10, 9));
    refusals.ask(
        "a second image longer than the ROM BAR",
        "ovmf bar=4096",
        RomForge.start()
            .image(legacy(4))
            .bytes(word(efi(4).last().build(), 0x1c + 0x10, 5))
            .build());
    refusals.ask("length 0", "ovmf", word(efi(8).build(), u16(driver(), 0x18) + 0x10, 0));
    refusals.ask("length 0 and the last", "ovmf", word(driver(), u16(driver(), 0x18) + 0x10, 0));
    refusals.ask(
        "an initialisation size that reaches over the next image",
        "ovmf",
        RomForge.start().image(legacy(2).initBlocks(6).last()).image(efi(8).last()).build());
    refusals.ask(
        "an initialisation size that ends before it",
        "ovmf",
        RomForge.start().image(legacy(2).initBlocks(2).last()).image(efi(8).last()).build());
    refusals.ask(
        "a second header that leads nowhere",
        "ovmf",
        RomForge.start().image(legacy(2)).bytes(word(efi(6).last().build(), 0x18, 2)).build());
    refusals.assertGolden("ovmf-walk");
  }

  @Test
  void header() throws IOException {
    byte[] driver = driver();
    refusals.ask("as it is", "ovmf", driver);
    refusals.ask("another signature", "ovmf", word(driver, 0x04, 0x0ef0));
    refusals.ask("an application", "ovmf", word(driver, 0x08, 10));
    refusals.ask("a run-time driver", "ovmf", word(driver, 0x08, 12));
    refusals.ask("a ROM's own subsystem", "ovmf", word(driver, 0x08, 13));
    refusals.ask("an unknown compression", "ovmf", word(driver, 0x0c, 2));
    refusals.ask("no compressed stream", "ovmf", word(driver, 0x0c, 1));
    refusals.ask("an initialisation size as large as the image", "ovmf", word(driver, 0x02, 8));
    refusals.ask("an initialisation size larger than the image", "ovmf", word(driver, 0x02, 9));
    refusals.ask(
        "a driver at the end of the initialisation size", "ovmf", word(driver, 0x16, 0x1000));
    refusals.ask("a driver of one byte", "ovmf", word(driver, 0x16, 0xfff));
    refusals.ask("another machine in the header", "ovmf", word(driver, 0x0a, 0xaa64));
    refusals.ask(
        "a driver for another machine",
        "ovmf",
        word(ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()).last().build(), 0x0a, 0x8664));
    refusals.ask(
        "two drivers, the second one's header names the machine",
        "ovmf",
        RomForge.start()
            .bytes(word(efi(8).build(), 0x0a, 0xaa64))
            .image(efi(8).seed(2).last())
            .build());
    refusals.ask("for another guest", "ovmf arch=aa64", driver);
    refusals.assertGolden("ovmf-header");
  }

  @Test
  void size() throws IOException {
    refusals.ask(
        "a driver of 12 KiB",
        "ovmf",
        ImageForge.efiCompressed(VENDOR, DEVICE, PeForge.x64(), PeForge.x64().size(0x3000).build())
            .classCode(VGA)
            .last()
            .build());
    refusals.ask(
        "a driver of less",
        "ovmf",
        ImageForge.efiCompressed(VENDOR, DEVICE, PeForge.x64(), PeForge.x64().size(0x2fe0).build())
            .classCode(VGA)
            .last()
            .build());
    refusals.ask(
        "a small driver for something else",
        "ovmf",
        ImageForge.efi(8, VENDOR, DEVICE, PeForge.x64()).classCode(0x020000).last().build());
    refusals.ask("no executable", "ovmf", changed(driver(), u16(driver(), 0x16), 'X'));
    refusals.ask(
        "two drivers, the first no executable",
        "ovmf",
        RomForge.start()
            .bytes(changed(efi(8).build(), u16(driver(), 0x16), 'X'))
            .image(efi(8).last())
            .build());
    refusals.assertGolden("ovmf-driver");
  }
}
