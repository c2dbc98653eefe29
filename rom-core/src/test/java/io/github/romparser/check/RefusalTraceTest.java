package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.NpdeForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each way out of a consumer's own walk, at its border: what is just taken, and what no longer is.
 * The steps are as the golden text of the subject says ({@code -Dgolden.write=FOLDER} writes them
 * anew).
 */
final class RefusalTraceTest {

  private static final int VENDOR = 0x1002;
  private static final int DEVICE = 0x73bf;
  private static final int VGA = 0x030000;

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

  /**
   * A question to consumers.
   *
   * @param words as case files write it
   */
  private record Case(String words, Slice file) {}

  /** By name, and in that order in the golden text. */
  private final Map<String, Case> cases = new TreeMap<>();

  private void ask(String name, String question, byte[] file) {
    assertThat(cases.put(name, new Case(question, Slice.of(file)))).as(name).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ovmf-walk", "ovmf-header", "ovmf-driver", "ovmf-loader", "ovmf-verified", "seabios",
        "linux", "nouveau", "nova", "i915", "qemu", "others"
      })
  void stepsAreAsTheGoldenTextSays(String subject) throws IOException {
    switch (subject) {
      case "ovmf-walk" -> ovmfWalk();
      case "ovmf-header" -> ovmfHeader();
      case "ovmf-driver" -> ovmfDriver();
      case "ovmf-loader" -> ovmfLoader();
      case "ovmf-verified" -> ovmfVerified();
      case "seabios" -> seaBios();
      case "linux" -> linux();
      case "nouveau" -> nouveau();
      case "nova" -> nova();
      case "i915" -> i915();
      case "qemu" -> qemu();
      default -> others();
    }
    List<String> lines = new ArrayList<>();
    cases.forEach(
        (name, asked) -> {
          lines.add("# " + name);
          List<String> words = List.of(asked.words().split(" ", -1));
          CheckInput input = Question.input(words.subList(1, words.size()), asked.file());
          for (String target : words.get(0).split(",", -1)) {
            TraceTest.of(Target.of(target).orElseThrow(), input, lines);
          }
        });
    TraceTest.assertGolden("refusals/" + subject + ".txt", String.join("\n", lines) + "\n");
  }

  private static byte[] changed(byte[] file, int at, int... values) {
    byte[] changed = file.clone();
    for (int i = 0; i < values.length; i++) {
      changed[at + i] = (byte) values[i];
    }
    return changed;
  }

  private static byte[] word(byte[] file, int at, int value) {
    return changed(file, at, value, value >> 8);
  }

  private static byte[] wide(byte[] file, int at, long value) {
    return word(word(file, at, (int) value), at + 2, (int) (value >> 16));
  }

  private static int u16(byte[] file, int at) {
    return Slice.of(file).u16(at);
  }

  private static ImageForge legacy(int blocks) {
    return ImageForge.legacy(blocks, VENDOR, DEVICE).classCode(VGA);
  }

  private static ImageForge efi(int blocks) {
    return ImageForge.efi(blocks, VENDOR, DEVICE, PeForge.x64()).classCode(VGA);
  }

  private static byte[] driver() {
    return efi(8).last().build();
  }

  private void ovmfWalk() {
    ask("nothing in front", "ovmf", driver());
    ask("padding in front", "ovmf", RomForge.start().pad(0x200, 0xff).image(efi(8).last()).build());
    ask(
        "padding between images",
        "ovmf",
        RomForge.start().image(legacy(2)).pad(0x400, 0).image(efi(8).last()).build());
    ask(
        "padding behind an image that is not the last",
        "ovmf",
        RomForge.start().image(legacy(2)).pad(0xc00, 0).build());
    ask(
        "an image that is not the last ends with the ROM BAR",
        "ovmf",
        RomForge.start().image(legacy(4)).image(efi(8)).build());
    ask(
        "a header at the end",
        "ovmf bar=4096",
        RomForge.start()
            .image(legacy(7))
            .pad(0x1e7, 0)
            .bytes(new byte[] {0x55, (byte) 0xaa})
            .build());
    ask("a pointer of 0", "ovmf", word(driver(), 0x18, 0));
    ask("a pointer that is no multiple of 4", "ovmf", word(driver(), 0x18, 0x1e));
    ask("a pointer to the last bytes", "ovmf", word(driver(), 0x18, 0x1000 - 0x18));
    ask("a pointer to the end", "ovmf", word(driver(), 0x18, 0x1000 - 0x14));
    ask("no PCIR", "ovmf", changed(driver(), u16(driver(), 0x18), 'Q'));
    ask("an image as long as the ROM BAR", "ovmf bar=4096", driver());
    ask(
        "an image longer than the ROM BAR",
        "ovmf bar=4096",
        word(driver(), u16(driver(), 0x18) + 0x10, 9));
    ask(
        "a second image longer than the ROM BAR",
        "ovmf bar=4096",
        RomForge.start()
            .image(legacy(4))
            .bytes(word(efi(4).last().build(), 0x1c + 0x10, 5))
            .build());
    ask("length 0", "ovmf", word(efi(8).build(), u16(driver(), 0x18) + 0x10, 0));
    ask("length 0 and the last", "ovmf", word(driver(), u16(driver(), 0x18) + 0x10, 0));
    ask(
        "an initialisation size that reaches over the next image",
        "ovmf",
        RomForge.start().image(legacy(2).initBlocks(6).last()).image(efi(8).last()).build());
    ask(
        "an initialisation size that ends before it",
        "ovmf",
        RomForge.start().image(legacy(2).initBlocks(2).last()).image(efi(8).last()).build());
    ask(
        "a second header that leads nowhere",
        "ovmf",
        RomForge.start().image(legacy(2)).bytes(word(efi(6).last().build(), 0x18, 2)).build());
  }

  private void ovmfHeader() {
    byte[] driver = driver();
    ask("as it is", "ovmf", driver);
    ask("another signature", "ovmf", word(driver, 0x04, 0x0ef0));
    ask("an application", "ovmf", word(driver, 0x08, 10));
    ask("a run-time driver", "ovmf", word(driver, 0x08, 12));
    ask("a ROM's own subsystem", "ovmf", word(driver, 0x08, 13));
    ask("an unknown compression", "ovmf", word(driver, 0x0c, 2));
    ask("no compressed stream", "ovmf", word(driver, 0x0c, 1));
    ask("an initialisation size as large as the image", "ovmf", word(driver, 0x02, 8));
    ask("an initialisation size larger than the image", "ovmf", word(driver, 0x02, 9));
    ask("a driver at the end of the initialisation size", "ovmf", word(driver, 0x16, 0x1000));
    ask("a driver of one byte", "ovmf", word(driver, 0x16, 0xfff));
    ask("another machine in the header", "ovmf", word(driver, 0x0a, 0xaa64));
    ask(
        "a driver for another machine",
        "ovmf",
        word(ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()).last().build(), 0x0a, 0x8664));
    ask(
        "two drivers, the second one's header names the machine",
        "ovmf",
        RomForge.start()
            .bytes(word(efi(8).build(), 0x0a, 0xaa64))
            .image(efi(8).seed(2).last())
            .build());
    ask("for another guest", "ovmf arch=aa64", driver);
  }

  private void ovmfDriver() {
    ask(
        "a driver of 12 KiB",
        "ovmf",
        ImageForge.efiCompressed(VENDOR, DEVICE, PeForge.x64(), PeForge.x64().size(0x3000).build())
            .classCode(VGA)
            .last()
            .build());
    ask(
        "a driver of less",
        "ovmf",
        ImageForge.efiCompressed(VENDOR, DEVICE, PeForge.x64(), PeForge.x64().size(0x2fe0).build())
            .classCode(VGA)
            .last()
            .build());
    ask(
        "a small driver for something else",
        "ovmf",
        ImageForge.efi(8, VENDOR, DEVICE, PeForge.x64()).classCode(0x020000).last().build());
    ask("no executable", "ovmf", changed(driver(), u16(driver(), 0x16), 'X'));
    ask(
        "two drivers, the first no executable",
        "ovmf",
        RomForge.start()
            .bytes(changed(efi(8).build(), u16(driver(), 0x16), 'X'))
            .image(efi(8).last())
            .build());
  }

  /** A ROM of one driver with something changed in it. */
  private void loaded(String name, byte[] pe) {
    ask(
        name,
        "ovmf bar=4096",
        ImageForge.efi(VENDOR, DEVICE, PeForge.x64(), pe).classCode(VGA).last().build());
  }

  private void ovmfLoader() {
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

  private void ovmfVerified() {
    String question = "ovmf arch=aa64 secure-boot";
    byte[] unsigned =
        ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()).classCode(VGA).last().build();
    ask("not signed", question, unsigned);
    ask("not signed, Secure Boot off", "ovmf arch=aa64", unsigned);
    ask(
        "not signed, two drivers",
        question,
        RomForge.start()
            .image(ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()))
            .image(ImageForge.efi(8, VENDOR, DEVICE, PeForge.aa64()).last())
            .build());
    ask("signed", question, RomForge.named("signed-aa64"));
    ask("signed, Secure Boot off", "ovmf arch=aa64", RomForge.named("signed-aa64"));
    byte[] altered = RomForge.named("signed-aa64");
    altered = changed(altered, u16(altered, 0x16) + 0x200, altered[u16(altered, 0x16) + 0x200] ^ 1);
    ask("altered", question, altered);
    ask("altered, for a guest that runs all", "ovmf secure-boot", RomForge.named("altered-driver"));
  }

  private void seaBios() {
    byte[] rom = legacy(4).last().build();
    ask("as it is", "seabios", rom);
    ask("no signature", "seabios", changed(rom, 0, 0));
    ask("a pointer that is no multiple of 4", "seabios", legacy(4).pcirAt(0x1e).last().build());
    ask("a pointer to the last bytes", "seabios", word(rom, 0x18, 0x800 - 0x18));
    ask("a pointer to the end", "seabios", word(rom, 0x18, 0x800 - 0x14));
    ask("initialisation size 0", "seabios", changed(rom, 2, 0));
    ask("initialisation size up to the end", "seabios bar=2048", changed(rom, 2, 4));
    ask("initialisation size behind the end", "seabios bar=2048", changed(rom, 2, 5));
    ask("a wrong sum", "seabios", changed(rom, 0x100, rom[0x100] ^ 1));
    ask("another vendor's card", "seabios device=10de:73bf", rom);
    ask("another card of the vendor", "seabios device=1002:73be", rom);
    ask("another card, ROM not the last", "seabios device=1002:73be", legacy(4).build());
    ask(
        "another card, and an EFI image behind",
        "seabios device=1002:73be",
        RomForge.start().image(legacy(4)).image(efi(4)).build());
    ask(
        "another card, and length 0",
        "seabios device=1002:73be",
        word(legacy(4).build(), 0x1c + 0x10, 0));
    ask("no image for a BIOS", "seabios", driver());
    ask(
        "the second image is for the card",
        "seabios device=1002:73bf",
        RomForge.start()
            .image(ImageForge.legacy(2, VENDOR, 1).classCode(VGA))
            .image(legacy(2).last())
            .build());
    ask(
        "a second header without its data structure",
        "seabios device=1002:0001",
        RomForge.start()
            .image(legacy(2))
            .bytes(changed(legacy(2).last().build(), 0x1c, 'Q'))
            .build());
    for (String way : List.of("seabios rombar=0", "seabios rombar=0 device=0001:0002")) {
      ask(way + ": as it is", way, rom);
      ask(way + ": no signature", way, changed(rom, 0, 0));
      ask(way + ": initialisation size 0", way, changed(rom, 2, 0));
      ask(way + ": initialisation size behind the end", way, changed(rom, 2, 0xff));
      ask(way + ": a wrong sum", way, changed(rom, 0x100, rom[0x100] ^ 1));
    }
  }

  private void linux() {
    byte[] rom = legacy(16).last().build();
    ask("as it is", "linux", rom);
    ask("without a ROM BAR", "linux rombar=0", rom);
    ask("no signature", "linux", changed(rom, 0, 0));
    ask("a pointer that is no multiple of 4", "linux", legacy(16).pcirAt(0x1e).last().build());
    ask("a pointer to twelve bytes", "linux bar=8192", word(rom, 0x18, 0x2000 - 12));
    ask("a pointer to eight bytes", "linux bar=8192", word(rom, 0x18, 0x2000 - 8));
    for (int length : new int[] {0x17, 0x18, 0x1c, 0xffff}) {
      ask(
          "a data structure of %5d bytes".formatted(length),
          "linux",
          word(rom, 0x1c + 0x0a, length));
    }
    ask("a data structure up to the end", "linux bar=8192", word(rom, 0x1c + 0x0a, 0x2000 - 0x1c));
    ask("a data structure over the end", "linux bar=8192", word(rom, 0x1c + 0x0a, 0x2001 - 0x1c));
  }

  private void nouveau() {
    byte[] rom = legacy(8).last().build();
    ask("as it is", "nouveau", rom);
    ask("one block less", "nouveau bar=4096", Arrays.copyOf(rom, 3584));
    ask("another signature", "nouveau", changed(rom, 0, 0x56));
    ask("bb77", "nouveau", legacy(8).bb77Signature().last().build());
    ask("4e56", "nouveau", word(rom, 0, 0x4e56));
    for (String name : List.of("PCIR", "RGIS", "NPDS", "QCIR")) {
      ask("data structure " + name, "nouveau", changed(rom, 0x1c, name.chars().toArray()));
    }
    ask("an image over the end", "nouveau bar=4096", word(rom, 0x1c + 0x10, 9));
    ask("length 0", "nouveau", word(rom, 0x1c + 0x10, 0));
    ask("length 0, not the last", "nouveau", word(legacy(8).build(), 0x1c + 0x10, 0));
    for (boolean last : new boolean[] {false, true}) {
      byte[] first =
          legacy(8).pcirAt(0x60).pcir(p -> p.last(true)).npde(NpdeForge.plain().last(last)).build();
      ask(
          "by NVIDIA's extension " + (last ? "the last" : "not the last"),
          "nouveau,nova",
          RomForge.start().bytes(first).image(legacy(8).last()).build());
      byte[] open =
          legacy(8)
              .pcirAt(0x60)
              .pcir(p -> p.last(false))
              .npde(NpdeForge.plain().last(last))
              .build();
      ask(
          "by NVIDIA's extension alone " + (last ? "the last" : "not the last"),
          "nouveau,nova",
          RomForge.start().bytes(open).image(legacy(8).last()).build());
    }
    ask("a wrong sum", "nouveau", changed(rom, 0x100, rom[0x100] ^ 1));
    ask(
        "a notebook image",
        "nouveau,nova",
        RomForge.start()
            .image(legacy(8))
            .image(ImageForge.nvidiaNotebook(8))
            .image(legacy(8))
            .build());
  }

  private void nova() {
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
    ask("as it is", "nova", rom);
    ask("another signature", "nova", changed(rom, 0, 0x54));
    for (String name : List.of("PCIR", "NPDS", "RGIS")) {
      ask("data structure " + name, "nova", changed(rom, pcir, name.chars().toArray()));
    }
    ask("bb77", "nova", word(rom, 0, 0xbb77));
    ask("4e56", "nova", word(rom, 0, 0x4e56));
    ask("length 0", "nova", word(rom, pcir + 0x10, 0));
    ask("no x86 image", "nova", changed(rom, pcir + 0x14, 3));
    ask("an unknown code type", "nova", changed(rom, pcir + 0x14, 1));
    ask("no BIT", "nova", changed(rom, bit + 2, 'X'));
    ask(
        "one extension image",
        "nova",
        changed(rom, extensions.get(0) + u16(rom, extensions.get(0) + 0x18) + 0x14, 3));
    ask("no tokens", "nova", changed(rom, bit + 10, 0));
    ask(
        "tokens up to the wanted one",
        "nova",
        changed(rom, bit + 10, (token - tokens) / rom[bit + 9]));
    ask(
        "tokens with the wanted one",
        "nova",
        changed(rom, bit + 10, (token - tokens) / rom[bit + 9] + 1));
    ask("no wanted token", "nova", changed(rom, token, 'q'));
    ask(
        "a pointer up to the end of the image",
        "nova",
        word(rom, token + 4, (int) legacyLength - 4));
    ask(
        "a pointer over the end of the image",
        "nova",
        word(rom, token + 4, (int) legacyLength - 3));
    ask(
        "a table at the start of the second extension image",
        "nova",
        wide(rom, place, legacyLength + first));
    ask(
        "a table at the end of the first extension image",
        "nova",
        wide(rom, place, legacyLength + first - 4));
    ask(
        "a table cut by the end of the first extension image",
        "nova",
        wide(rom, place, legacyLength + first - 3));
    ask("a table in front of all", "nova", wide(rom, place, legacyLength - 1));
    ask("no entries", "nova", changed(rom, entries + 3, 0));
    ask("another entry", "nova", changed(rom, entries + rom[entries + 1], 0x84));
    byte[] second =
        changed(rom, entries, 1, 6, 8, 2, 0, 0, 0x84, 0, 0, 0, 0, 0, 0, 0, 0x85, 0, 0, 0, 0, 0);
    ask("the second of two entries", "nova", second);
    ask("the second of two entries, one counted", "nova", changed(second, entries + 3, 1));
    ask("entries of six bytes", "nova", changed(second, entries + 2, 6));
    ask("a longer header of the table", "nova", changed(second, entries + 1, 14));
    int end = extensions.get(1) + 6 * 512;
    long last = legacyLength + first + 6 * 512;
    byte[] moved =
        wide(changed(rom, end - 12, 1, 6, 6, 1, 0, 0, 0x85, 0, 0, 0, 0, 0), place, last - 12);
    ask("an entry at the end of the second extension image", "nova", moved);
    ask(
        "an entry over the end of the second extension image",
        "nova",
        wide(changed(rom, end - 11, 1, 6, 6, 1, 0, 0, 0x85, 0, 0, 0, 0), place, last - 11));
  }

  private void i915() {
    byte[] rom = RomForge.named("intel-vbt");
    int vbt = Slice.of(rom).indexOf("$VBT", 0);
    int size = u16(rom, vbt + 0x18);
    int bdb = (int) Slice.of(rom).u32(vbt + 0x1c);
    ask("as it is", "i915", rom);
    ask("without a ROM BAR", "i915 rombar=0", rom);
    ask("no table", "i915", changed(rom, vbt, 'X'));
    ask("as long as what is left", "i915", word(rom, vbt + 0x18, rom.length - vbt));
    ask("longer than what is left", "i915", word(rom, vbt + 0x18, rom.length - vbt + 1));
    ask("data at the end", "i915", wide(word(rom, vbt + bdb + 0x14, 0), vbt + 0x1c, size - 22));
    ask("data over the end", "i915", wide(rom, vbt + 0x1c, size - 21));
    ask("data as long as the table", "i915", word(rom, vbt + bdb + 0x14, size - bdb));
    ask("data longer than the table", "i915", word(rom, vbt + bdb + 0x14, size - bdb + 1));
    byte[] plain = legacy(8).last().build();
    byte[] header = Arrays.copyOfRange(rom, vbt, vbt + 48);
    for (int left : new int[] {4, 44, 48}) {
      byte[] cut = plain.clone();
      System.arraycopy(header, 0, cut, cut.length - left, left);
      ask("only %2d bytes of it".formatted(left), "i915", cut);
    }
  }

  private void qemu() {
    byte[] rom = legacy(8).last().build();
    ask("as it is", "qemu,seabios,ovmf", rom);
    ask("without a ROM BAR", "qemu rombar=0", rom);
    ask("an empty file", "qemu,seabios,ovmf,nova", new byte[0]);
    ask("no power of two", "qemu,seabios,ovmf bar=12288", rom);
    ask("a ROM BAR that is too small", "qemu,seabios,ovmf bar=2048", rom);
    ask("a ROM BAR as large as the file", "qemu,seabios,ovmf bar=4096", rom);
  }

  private void others() {
    byte[] rom = legacy(8).last().build();
    ask("coreboot: pointer to the last bytes", "coreboot bar=4096", word(rom, 0x18, 0x1000 - 0x18));
    ask("coreboot: pointer over the end", "coreboot bar=4096", word(rom, 0x18, 0x1000 - 0x17));
    ask("coreboot: no signature", "coreboot", changed(rom, 0, 0));
    byte[] atom = RomForge.named("amd-apu");
    ask("amdgpu: no signature", "amdgpu,radeon", changed(atom, 0, 0x54));
    ask("amdgpu: no header", "amdgpu,radeon", word(atom, 0x48, 0));
    ask("amdgpu: header at the end", "amdgpu,radeon", word(atom, 0x48, atom.length - 8));
    ask("amdgpu: header over the end", "amdgpu,radeon", word(atom, 0x48, atom.length - 7));
    ask(
        "amdgpu: signature at the end",
        "amdgpu,radeon",
        changed(word(atom, 0x48, atom.length - 8), atom.length - 4, 'A', 'T', 'O', 'M'));
  }
}
