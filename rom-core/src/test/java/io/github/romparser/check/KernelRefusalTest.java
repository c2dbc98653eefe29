package io.github.romparser.check;

import static io.github.romparser.check.Refusals.changed;
import static io.github.romparser.check.Refusals.legacy;
import static io.github.romparser.check.Refusals.u16;
import static io.github.romparser.check.Refusals.wide;
import static io.github.romparser.check.Refusals.word;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way out of what the drivers of a guest do with a ROM, and coreboot. */
final class KernelRefusalTest {

  private final Refusals refusals = new Refusals();

  @Test
  void linux() throws IOException {
    byte[] rom = legacy(16).last().build();
    refusals.ask("as it is", "linux", rom);
    refusals.ask("without a ROM BAR", "linux rombar=0", rom);
    refusals.ask("no signature", "linux", changed(rom, 0, 0));
    refusals.ask(
        "a pointer that is no multiple of 4", "linux", legacy(16).pcirAt(0x1e).last().build());
    refusals.ask("a pointer to twelve bytes", "linux bar=8192", word(rom, 0x18, 0x2000 - 12));
    refusals.ask("a pointer to eight bytes", "linux bar=8192", word(rom, 0x18, 0x2000 - 8));
    for (int length : new int[] {0x17, 0x18, 0x1c, 0xffff}) {
      refusals.ask(
          "a data structure of %5d bytes".formatted(length),
          "linux",
          word(rom, 0x1c + 0x0a, length));
    }
    refusals.ask(
        "a data structure up to the end", "linux bar=8192", word(rom, 0x1c + 0x0a, 0x2000 - 0x1c));
    refusals.ask(
        "a data structure over the end", "linux bar=8192", word(rom, 0x1c + 0x0a, 0x2001 - 0x1c));
    refusals.assertGolden("linux");
  }

  @Test
  void nouveau() throws IOException {
    byte[] rom = legacy(8).last().build();
    refusals.ask("as it is", "nouveau", rom);
    refusals.ask("one block less", "nouveau bar=4096", Arrays.copyOf(rom, 3584));
    refusals.ask("another signature", "nouveau", changed(rom, 0, 0x56));
    refusals.ask("bb77", "nouveau", legacy(8).bb77Signature().last().build());
    refusals.ask("4e56", "nouveau", word(rom, 0, 0x4e56));
    for (String name : List.of("PCIR", "RGIS", "NPDS", "QCIR")) {
      refusals.ask("data structure " + name, "nouveau", changed(rom, 0x1c, name.chars().toArray()));
    }
    refusals.ask("an image over the end", "nouveau bar=4096", word(rom, 0x1c + 0x10, 9));
    refusals.ask("length 0", "nouveau", word(rom, 0x1c + 0x10, 0));
    refusals.ask("length 0, not the last", "nouveau", word(legacy(8).build(), 0x1c + 0x10, 0));
    for (boolean last : new boolean[] {false, true}) {
      byte[] first =
          legacy(8).pcirAt(0x60).pcir(p -> p.last(true)).npde(NpdeForge.plain().last(last)).build();
      refusals.ask(
          "by NVIDIA's extension " + (last ? "the last" : "not the last"),
          "nouveau,nova",
          RomForge.start().bytes(first).image(legacy(8).last()).build());
      byte[] open =
          legacy(8)
              .pcirAt(0x60)
              .pcir(p -> p.last(false))
              .npde(NpdeForge.plain().last(last))
              .build();
      refusals.ask(
          "by NVIDIA's extension alone " + (last ? "the last" : "not the last"),
          "nouveau,nova",
          RomForge.start().bytes(open).image(legacy(8).last()).build());
    }
    refusals.ask("a wrong sum", "nouveau", changed(rom, 0x100, rom[0x100] ^ 1));
    refusals.ask(
        "a notebook image",
        "nouveau,nova",
        RomForge.start()
            .image(legacy(8))
            .image(ImageForge.nvidiaNotebook(8))
            .image(legacy(8))
            .build());
    refusals.assertGolden("nouveau");
  }

  @Test
  void nova() throws IOException {
    byte[] flash = RomForge.named("ampere-nvgi3");
    int start = (int) RomReader.read(Slice.of(flash)).chains().get(0).offset();
    byte[] rom = Arrays.copyOfRange(flash, start, flash.length);
    int bit = Slice.of(rom).indexOf("\u00ff\u00b8BIT\0", 0);
    int tokens = bit + Byte.toUnsignedInt(rom[bit + 8]);
    int token = tokens;
    while (rom[token] != 'p') {
      token += rom[bit + 9];
    }
    int place = u16(rom, token + 4);
    int pcir = u16(rom, 0x18);
    Slice bytes = Slice.of(rom);
    long legacyLength = RomReader.read(bytes).chains().get(0).images().get(0).bytes().length();
    List<Integer> extensions = new ArrayList<>();
    RomReader.read(bytes).chains().get(0).images().stream()
        .filter(image -> image.dataStructure().codeType() == 0xe0)
        .forEach(image -> extensions.add((int) image.offset()));
    long first = RomReader.read(bytes).chains().get(0).images().get(2).bytes().length();
    long table = bytes.u32(place);
    int entries = (int) (extensions.get(1) + table - legacyLength - first);
    refusals.ask("as it is", "nova", rom);
    refusals.ask("another signature", "nova", changed(rom, 0, 0x54));
    for (String name : List.of("PCIR", "NPDS", "RGIS")) {
      refusals.ask("data structure " + name, "nova", changed(rom, pcir, name.chars().toArray()));
    }
    refusals.ask("bb77", "nova", word(rom, 0, 0xbb77));
    refusals.ask("4e56", "nova", word(rom, 0, 0x4e56));
    refusals.ask("length 0", "nova", word(rom, pcir + 0x10, 0));
    refusals.ask("no x86 image", "nova", changed(rom, pcir + 0x14, 3));
    refusals.ask("an unknown code type", "nova", changed(rom, pcir + 0x14, 1));
    refusals.ask("no BIT", "nova", changed(rom, bit + 2, 'X'));
    refusals.ask(
        "one extension image",
        "nova",
        changed(rom, extensions.get(0) + u16(rom, extensions.get(0) + 0x18) + 0x14, 3));
    refusals.ask("no tokens", "nova", changed(rom, bit + 10, 0));
    refusals.ask(
        "tokens up to the wanted one",
        "nova",
        changed(rom, bit + 10, (token - tokens) / rom[bit + 9]));
    refusals.ask(
        "tokens with the wanted one",
        "nova",
        changed(rom, bit + 10, (token - tokens) / rom[bit + 9] + 1));
    refusals.ask("no wanted token", "nova", changed(rom, token, 'q'));
    refusals.ask(
        "a pointer up to the end of the image",
        "nova",
        word(rom, token + 4, (int) legacyLength - 4));
    refusals.ask(
        "a pointer over the end of the image",
        "nova",
        word(rom, token + 4, (int) legacyLength - 3));
    refusals.ask(
        "a table at the start of the second extension image",
        "nova",
        wide(rom, place, legacyLength + first));
    refusals.ask(
        "a table at the end of the first extension image",
        "nova",
        wide(rom, place, legacyLength + first - 4));
    refusals.ask(
        "a table cut by the end of the first extension image",
        "nova",
        wide(rom, place, legacyLength + first - 3));
    refusals.ask("a table in front of all", "nova", wide(rom, place, legacyLength - 1));
    refusals.ask("no entries", "nova", changed(rom, entries + 3, 0));
    refusals.ask("another entry", "nova", changed(rom, entries + rom[entries + 1], 0x84));
    byte[] second =
        changed(rom, entries, 1, 6, 8, 2, 0, 0, 0x84, 0, 0, 0, 0, 0, 0, 0, 0x85, 0, 0, 0, 0, 0);
    refusals.ask("the second of two entries", "nova", second);
    refusals.ask("the second of two entries, one counted", "nova", changed(second, entries + 3, 1));
    refusals.ask("entries of six bytes", "nova", changed(second, entries + 2, 6));
    refusals.ask("a longer header of the table", "nova", changed(second, entries + 1, 14));
    int end = extensions.get(1) + 6 * 512;
    long last = legacyLength + first + 6 * 512;
    byte[] moved =
        wide(changed(rom, end - 12, 1, 6, 6, 1, 0, 0, 0x85, 0, 0, 0, 0, 0), place, last - 12);
    refusals.ask("an entry at the end of the second extension image", "nova", moved);
    refusals.ask(
        "an entry over the end of the second extension image",
        "nova",
        wide(changed(rom, end - 11, 1, 6, 6, 1, 0, 0, 0x85, 0, 0, 0, 0), place, last - 11));
    refusals.assertGolden("nova");
  }

  @Test
  void i915() throws IOException {
    byte[] rom = RomForge.named("intel-vbt");
    int vbt = Slice.of(rom).indexOf("$VBT", 0);
    int size = u16(rom, vbt + 0x18);
    int bdb = (int) Slice.of(rom).u32(vbt + 0x1c);
    refusals.ask("as it is", "i915", rom);
    refusals.ask("without a ROM BAR", "i915 rombar=0", rom);
    refusals.ask("no table", "i915", changed(rom, vbt, 'X'));
    refusals.ask("as long as what is left", "i915", word(rom, vbt + 0x18, rom.length - vbt));
    refusals.ask("longer than what is left", "i915", word(rom, vbt + 0x18, rom.length - vbt + 1));
    refusals.ask(
        "data at the end", "i915", wide(word(rom, vbt + bdb + 0x14, 0), vbt + 0x1c, size - 22));
    refusals.ask("data over the end", "i915", wide(rom, vbt + 0x1c, size - 21));
    refusals.ask("data as long as the table", "i915", word(rom, vbt + bdb + 0x14, size - bdb));
    refusals.ask("data longer than the table", "i915", word(rom, vbt + bdb + 0x14, size - bdb + 1));
    byte[] plain = legacy(8).last().build();
    byte[] header = Arrays.copyOfRange(rom, vbt, vbt + 48);
    for (int left : new int[] {4, 44, 48}) {
      byte[] cut = plain.clone();
      System.arraycopy(header, 0, cut, cut.length - left, left);
      refusals.ask("only %2d bytes of it".formatted(left), "i915", cut);
    }
    refusals.assertGolden("i915");
  }

  @Test
  void others() throws IOException {
    byte[] rom = legacy(8).last().build();
    refusals.ask(
        "coreboot: pointer to the last bytes", "coreboot bar=4096", word(rom, 0x18, 0x1000 - 0x18));
    refusals.ask(
        "coreboot: pointer over the end", "coreboot bar=4096", word(rom, 0x18, 0x1000 - 0x17));
    refusals.ask("coreboot: no signature", "coreboot", changed(rom, 0, 0));
    byte[] atom = RomForge.named("amd-apu");
    refusals.ask("amdgpu: no signature", "amdgpu,radeon", changed(atom, 0, 0x54));
    refusals.ask("amdgpu: no header", "amdgpu,radeon", word(atom, 0x48, 0));
    refusals.ask("amdgpu: header at the end", "amdgpu,radeon", word(atom, 0x48, atom.length - 8));
    refusals.ask("amdgpu: header over the end", "amdgpu,radeon", word(atom, 0x48, atom.length - 7));
    refusals.ask(
        "amdgpu: signature at the end",
        "amdgpu,radeon",
        changed(word(atom, 0x48, atom.length - 8), atom.length - 4, 'A', 'T', 'O', 'M'));
    refusals.assertGolden("others");
  }
}
