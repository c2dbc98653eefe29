package io.github.romparser.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link DumpText}: every format is recognised, and its bytes come out as they went in. */
@SuppressWarnings("StringConcatToTextBlock") // Line ends and blanks are a part of the formats.
class DumpTextTest {

  private static final List<String> FORMATS =
      List.of(
          "acpi-call",
          "acpi-call-old",
          "acpiexec",
          "c-array",
          "list",
          "pairs",
          "plain",
          "xxd",
          "hexdump-c",
          "hexdump",
          "od",
          "od-x1",
          "od-d");

  private static DumpText read(String text) {
    return DumpText.read(Slice.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static byte[] bytes(DumpText text) {
    assertThat(text).isInstanceOf(DumpText.Replies.class);
    byte[] all = new byte[0];
    for (DumpReply reply : ((DumpText.Replies) text).replies()) {
      int start = all.length;
      all = Arrays.copyOf(all, start + reply.bytes().length());
      System.arraycopy(reply.bytes().toByteArray(), 0, all, start, reply.bytes().length());
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "acpi-call, ACPI_CALL",
    "acpi-call-old, ACPI_CALL",
    "acpiexec, ACPIEXEC",
    "c-array, BYTE_LIST",
    "list, BYTE_LIST",
    "pairs, BYTE_LIST",
    "plain, BYTE_LIST",
    "xxd, HEX_DUMP",
    "hexdump-c, HEX_DUMP",
    "hexdump, HEX_DUMP",
    "od, HEX_DUMP",
    "od-x1, HEX_DUMP",
    "od-d, HEX_DUMP",
  })
  void everyFormatIsRecognised(String name, DumpFormat format) {
    byte[] rom = RomForge.named("muxless-laptop");
    DumpText text = DumpText.read(Slice.of(DumpTextForge.text(name, rom)));
    assertThat(text.format()).isEqualTo(format);
    assertThat(bytes(text)).isEqualTo(rom);
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll long seed, @ForAll @IntRange(min = 17, max = 700) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] written = new byte[size * 2];
    random.nextBytes(written);
    if (random.nextInt(3) == 0) {
      Arrays.fill(
          written, 32, Math.min(written.length, 32 + random.nextInt(300) / 2 * 2), (byte) 0);
    }
    // A list that has no letter and no pair to tell it by cannot be known for hexadecimal.
    written[3] = (byte) 0xab;
    for (String format : FORMATS) {
      byte[] text = DumpTextForge.text(format, written);
      assertThat(bytes(DumpText.read(Slice.of(text)))).as(format).isEqualTo(written);
    }
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll long seed, @ForAll @IntRange(max = 3000) int cut) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] rom = RomForge.named("minimal");
    String format = FORMATS.get(random.nextInt(FORMATS.size()));
    byte[] text = DumpTextForge.text(random.nextInt(4) == 0 ? "reg-8" : format, rom);
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    DumpText read = DumpText.read(Slice.of(Arrays.copyOf(text, Math.min(text.length, cut))));
    assertThat(read.format()).isNotNull();
  }

  @Test
  void decimalListsAreKnownByTheirDigits() {
    byte[] rom = RomForge.named("minimal");
    assertThat(bytes(DumpText.read(Slice.of(DumpTextForge.text("decimal", rom))))).isEqualTo(rom);
    assertThat(bytes(read("10 20 30 40 50 60 70 80 90 10 20 30 40 50 60 70\n")))
        .startsWith(0x10, 0x20);
    assertThat(bytes(read("1 2 3 40 50 60 70 80 90 10 20 30 40 50 60 255\n"))).endsWith(60, 255);
    assertThat(read("1 2 3 40 50 60 70 80 90 10 20 30 40 50 60 256\n"))
        .isEqualTo(new DumpText.Nothing(DumpFormat.WORDS));
    assertThat(read("0x5, 0x66, 777, 0x88\n")).isInstanceOf(DumpText.Nothing.class);
    assertThat(read("55a 66 77\n")).isInstanceOf(DumpText.Nothing.class);
  }

  @Test
  void linesOfAListThatHaveWordsAreLeftOut() {
    String list = "the ROM:\n55 aa 01 02 03 04 05 06 # header\n\n07 08 09 0a 0b 0c 0d 0e // more\n";
    assertThat(bytes(read(list))).hasSize(16).startsWith(0x55, 0xaa);
    assertThat(read("some words\nand others\n55 aa\n")).isInstanceOf(DumpText.Nothing.class);
  }

  @Test
  void aCutReplyIsKnownByItsMissingBrace() {
    DumpText.Replies text =
        (DumpText.Replies) read("{0x55, 0xaa, 0x01, \0{0x02}\0{}\0Error: AE_NOT_FOUND\0not called");
    assertThat(text.replies().stream().map(DumpReply::cut)).containsExactly(true, false, false);
    assertThat(text.errors()).containsExactly("AE_NOT_FOUND");
    DumpText.Replies tooLarge = (DumpText.Replies) read("{0x55, 0x100}\n");
    assertThat(tooLarge.replies().get(0).cut()).isTrue();
  }

  @Test
  void loggedCallsSayWhereARepliesBelongs() {
    DumpText.Replies text =
        (DumpText.Replies)
            read(
                "\\_SB_.PCI0.PEG0.PEGP._ROM 0x2a 42\n{0x55}\n"
                    + "echo '\\_SB.PCI0.IGPU.ATRM 84 0x2a' > call\n{0x56}\n{0x57}\n_ROM\n{0x58}\n");
    assertThat(text.replies().stream().map(DumpReply::offset))
        .containsExactly(
            OptionalLong.of(42), OptionalLong.of(84), OptionalLong.empty(), OptionalLong.empty());
  }

  @Test
  void acpiexecShortAndFailedReplies() {
    DumpText.Replies text =
        (DumpText.Replies)
            read(
                "- evaluate \\A._ROM 0 3\n  [Buffer] Length 03 =     0000: 01 02 03   // ...\n"
                    + "- evaluate \\A.X\nEvaluation of \\A.X failed with status AE_NOT_FOUND\n"
                    + "  [Buffer] Length 20 = \n    0000: 55 AA // ..\n    0010: 01\n"
                    + "  [Buffer] Length zz\n");
    assertThat(text.replies()).hasSize(2);
    assertThat(text.replies().get(0).offset()).hasValue(0);
    assertThat(text.replies().get(0).cut()).isFalse();
    assertThat(text.replies().get(1).cut()).isTrue();
    assertThat(text.errors()).containsExactly("AE_NOT_FOUND");
  }

  @Test
  void buffersOfAslHaveNamesAndSizes() {
    DumpText.Buffers text =
        (DumpText.Buffers)
            read(
                "DefinitionBlock (\"a { Buffer\", \"SSDT\", 2, \"\", \"\", 0) { // Buffer (1) {2}\n"
                    + "/* Buffer (1) {2} */ Name (RP00, Buffer (0x04) { 0x55, 170 })\n"
                    + "Name (\\_SB.RP01, Package (2) { Buffer () { 1, 2 }, One })\n"
                    + "Return (Buffer (Local0 + (2)) { 0x00 })\n Name (CUTB, Buffer (9) { 0x01,");
    assertThat(text.buffers().stream().map(NamedBuffer::name))
        .containsExactly("RP00", "", "", "CUTB");
    assertThat(text.buffers().get(0).bytes().toByteArray()).containsExactly(0x55, 0xaa, 0, 0);
    assertThat(text.buffers().get(1).bytes().length()).isEqualTo(2);
    assertThat(text.buffers().get(3).cut()).isTrue();
  }

  @Test
  void registryValuesOfAllKinds() {
    byte[] rom = RomForge.named("minimal");
    for (String format : List.of("reg", "reg-8")) {
      DumpText.Values text =
          (DumpText.Values) DumpText.read(Slice.of(DumpTextForge.text(format, rom)));
      assertThat(text.values().stream().map(RegistryValue::name))
          .containsExactly("Short", "@", "VideoBios", "Behind");
      RegistryValue value = text.values().get(2);
      assertThat(value.bytes().toByteArray()).isEqualTo(rom);
      assertThat(value.key()).endsWith("Video\\0000");
      assertThat(value.cut()).isFalse();
    }
    DumpText.Values odd =
        (DumpText.Values)
            read(
                "REGEDIT4\n[K\n\"a\"=hex:01,zz\n\"b=hex:01\n\"c\"=hex:01,\\\n\"d\"=\"hex\"\n@x\n"
                    + "\"e\"=hex:5,\\\n  6\n\"f\"=hex:07,\\");
    assertThat(odd.values().stream().map(RegistryValue::cut))
        .containsExactly(true, true, false, true);
    assertThat(odd.values().get(2).bytes().toByteArray()).containsExactly(5, 6);
    String big = "\ufeff[HKEY_X]\r\n\"a\"=hex:55,aa\r\n\u4e00";
    DumpText.Values other =
        (DumpText.Values) DumpText.read(Slice.of(big.getBytes(StandardCharsets.UTF_16BE)));
    assertThat(other.values().get(0).bytes().toByteArray()).containsExactly(0x55, 0xaa);
  }

  @Test
  void hexDumpsWithHolesStarsAndSeveralStarts() {
    DumpText.Replies holes =
        (DumpText.Replies)
            read("00000000: 55aa 0102  U...\n00000004: 0304\n00000010: 0506\nwords\n");
    assertThat(holes.replies()).hasSize(2);
    assertThat(holes.replies().get(1).offset()).hasValue(16);
    DumpText.Replies twice =
        (DumpText.Replies) read("000000 55 aa\n000002 01 02\n000000 55 aa\n000002 03 04\n");
    assertThat(twice.replies()).hasSize(2).allMatch(reply -> reply.offset().isEmpty());
    assertThat(bytes(read("0000000 aa55 0201\n*\n0000008\n")))
        .hasSize(8)
        .endsWith(0x55, 0xaa, 1, 2);
    assertThat(bytes(read("0000 1\n*\n0008 01 02\n000a 03 04\n"))).containsExactly(1, 2, 3, 4);
    assertThat(bytes(read("00000000: 4be9aa55 04030201  UU\n"))).startsWith(0x55, 0xaa, 0xe9, 0x4b);
    assertThat(bytes(read("prompt$ od\n0000000 125 252 001\n0000003 002 003\n")))
        .containsExactly(0x55, 0xaa, 1, 2, 3);
    String certutil =
        "0000  55 aa 01 02 03 04 05 06  07 08 09 0a 0b 0c 0d 0e   ab cd ef\n0010  77\n";
    assertThat(bytes(read(certutil))).hasSize(17).endsWith(0x0e, 0x77);
    assertThat(bytes(read("0x00000000: 55 aa\n0x00000002: 01 2\n"))).containsExactly(0x55, 0xaa, 1);
  }

  @Test
  void whatIsNoTextHasNothing() {
    assertThat(DumpText.read(Slice.of(new byte[0])).format()).isEqualTo(DumpFormat.BINARY);
    assertThat(DumpText.read(Slice.of(new byte[100])).format()).isEqualTo(DumpFormat.BINARY);
    assertThat(DumpText.read(Slice.of(RomForge.named("minimal"))).format())
        .isEqualTo(DumpFormat.BINARY);
    assertThat(read("a text about ROMs").format()).isEqualTo(DumpFormat.WORDS);
    assertThat(read("{ a block }").format()).isEqualTo(DumpFormat.WORDS);
  }
}
