package io.github.romparser.check;

import static io.github.romparser.check.Refusals.VENDOR;
import static io.github.romparser.check.Refusals.VGA;
import static io.github.romparser.check.Refusals.changed;
import static io.github.romparser.check.Refusals.driver;
import static io.github.romparser.check.Refusals.efi;
import static io.github.romparser.check.Refusals.legacy;
import static io.github.romparser.check.Refusals.word;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way out of what QEMU and SeaBIOS do with a ROM. */
final class BiosRefusalTest {

  private final Refusals refusals = new Refusals();

  @Test
  void seaBios() throws IOException {
    byte[] rom = legacy(4).last().build();
    refusals.ask("as it is", "seabios", rom);
    refusals.ask("no signature", "seabios", changed(rom, 0, 0));
    refusals.ask(
        "a pointer that is no multiple of 4", "seabios", legacy(4).pcirAt(0x1e).last().build());
    refusals.ask("a pointer to the last bytes", "seabios", word(rom, 0x18, 0x800 - 0x18));
    refusals.ask("a pointer to the end", "seabios", word(rom, 0x18, 0x800 - 0x14));
    refusals.ask("initialisation size 0", "seabios", changed(rom, 2, 0));
    refusals.ask("initialisation size up to the end", "seabios bar=2048", changed(rom, 2, 4));
    refusals.ask("initialisation size behind the end", "seabios bar=2048", changed(rom, 2, 5));
    refusals.ask("a wrong sum", "seabios", changed(rom, 0x100, rom[0x100] ^ 1));
    refusals.ask("another vendor's card", "seabios device=10de:73bf", rom);
    refusals.ask("another card of the vendor", "seabios device=1002:73be", rom);
    refusals.ask("another card, ROM not the last", "seabios device=1002:73be", legacy(4).build());
    refusals.ask(
        "another card, and an EFI image behind",
        "seabios device=1002:73be",
        RomForge.start().image(legacy(4)).image(efi(4)).build());
    refusals.ask(
        "another card, and length 0",
        "seabios device=1002:73be",
        word(legacy(4).build(), 0x1c + 0x10, 0));
    refusals.ask("no image for a BIOS", "seabios", driver());
    refusals.ask(
        "the second image is for the card",
        "seabios device=1002:73bf",
        RomForge.start()
            .image(ImageForge.legacy(2, VENDOR, 1).classCode(VGA))
            .image(legacy(2).last())
            .build());
    refusals.ask(
        "a second header without its data structure",
        "seabios device=1002:0001",
        RomForge.start()
            .image(legacy(2))
            .bytes(changed(legacy(2).last().build(), 0x1c, 'Q'))
            .build());
    for (String way : List.of("seabios rombar=0", "seabios rombar=0 device=0001:0002")) {
      refusals.ask(way + ": as it is", way, rom);
      refusals.ask(way + ": no signature", way, changed(rom, 0, 0));
      refusals.ask(way + ": initialisation size 0", way, changed(rom, 2, 0));
      refusals.ask(way + ": initialisation size behind the end", way, changed(rom, 2, 0xff));
      refusals.ask(way + ": a wrong sum", way, changed(rom, 0x100, rom[0x100] ^ 1));
    }
    refusals.assertGolden("seabios");
  }

  @Test
  void qemu() throws IOException {
    byte[] rom = legacy(8).last().build();
    refusals.ask("as it is", "qemu,seabios,ovmf", rom);
    refusals.ask("without a ROM BAR", "qemu rombar=0", rom);
    refusals.ask("an empty file", "qemu,seabios,ovmf,nova", new byte[0]);
    refusals.ask("no power of two", "qemu,seabios,ovmf bar=12288", rom);
    refusals.ask("a ROM BAR that is too small", "qemu,seabios,ovmf bar=2048", rom);
    refusals.ask("a ROM BAR as large as the file", "qemu,seabios,ovmf bar=4096", rom);
    refusals.assertGolden("qemu");
  }
}
