package io.github.romparser.extract.handler.archive;

import static io.github.romparser.extract.handler.archive.Search.join;
import static io.github.romparser.extract.handler.archive.Search.rom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.spi.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tar, cpio and ar, which store files as they are. */
final class PlainArchivesTest {
  private static final String LONG = "folder/".repeat(40) + "a.rom";

  private static final Map<String, byte[]> TWO =
      Packer.files("dir/a.rom", rom(1), "note.txt", Search.dull(33), "b.rom", rom(2));

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void tar() {
    assertThat(Search.paths(Packer.tar(TWO))).containsExactly("tar: dir/a.rom", "tar: b.rom");
    assertThat(Search.of(Packer.tar(TWO)).deadEnds()).isEmpty();
  }

  @Test
  void longNamesOfTar() {
    Map<String, byte[]> files = Packer.files(LONG, rom(1), "b.rom", rom(2));
    assertThat(Search.paths(Packer.tar(files))).containsExactly("tar: " + LONG, "tar: b.rom");
    assertThat(Search.paths(Packer.gnuTar(files))).containsExactly("tar: " + LONG, "tar: b.rom");
    String middle = "p".repeat(120) + "/a.rom";
    assertThat(Search.paths(ustar("a.rom", "p".repeat(120), "00000002000", '0', rom(1))))
        .containsExactly("tar: " + middle);
  }

  /** Records that are broken do not hide the file. */
  @Test
  void recordsOfTar() {
    for (String records :
        new String[] {
          "x", "9999 path=x\n", "12 path=abc\n", "3 path=x\n", "20 size=0000000000000\n", ""
        }) {
      byte[] tar =
          join(
              ustar("r", "", String.format("%011o", records.length()), 'x', latin1(records)),
              ustar("a.rom", "", "00000002000", '0', rom(1)));
      assertThat(Search.of(tar).roms()).as(records).hasSize(1);
    }
    byte[] sized =
        join(
            ustar("r", "", String.format("%011o", 13), 'x', latin1("13 size=1024\n")),
            ustar("a.rom", "", "00000000000", '0', rom(1)));
    assertThat(Search.paths(sized)).containsExactly("tar: a.rom");
  }

  @Test
  void numbersOfTarThatMakeNoSense() {
    byte[] big = latin1("\u00ff".repeat(12));
    for (byte[] size :
        new byte[][] {
          big,
          latin1("\u0080" + "\u00ff".repeat(11)),
          latin1("7777777777x\0"),
          latin1("\u0080\0\0\0\0\0\0\u007f\u00ff\u00ff\u00ff\u00ff")
        }) {
      byte[] bad = ustar("x", "", size, '0', new byte[0]);
      Extraction found = Search.of(join(ustar("a.rom", "", "2000", '0', rom(1)), bad, rom(2)));
      assertThat(Search.numbers(found)).containsExactlyInAnyOrder(1, 2);
    }
    assertThat(Search.paths(ustar("a.rom", "", "       2000 ", '0', rom(1))))
        .containsExactly("tar: a.rom");
    byte[] small = ustar("a.rom", "", latin1("\u0080\0\0\0\0\0\0\0\0\0\u0004\0"), '0', rom(1));
    assertThat(Search.paths(small)).containsExactly("tar: a.rom");
  }

  @Test
  void kindsOfFilesOfTar() {
    byte[] link = ustar("link", "", "2000", '1', new byte[0]);
    byte[] folder = ustar("folder", "", "2000", '5', new byte[0]);
    byte[] global = ustar("g", "", "00000000013", 'g', latin1("11 a=bcdef\n"));
    byte[] target = ustar("k", "", "00000000005", 'K', latin1("abcd\0"));
    byte[] sparse = ustar("s.rom", "", "2000", 'S', rom(3));
    byte[] tar = join(link, folder, global, target, sparse, ustar("a", "", "2000", '7', rom(1)));
    assertThat(Search.paths(tar)).containsExactly("tar: s.rom", "tar: a");
  }

  /** A sparse header goes on in blocks of which each says whether there is another. */
  @Test
  void longSparseHeadersOfTar() {
    byte[] block = new byte[512];
    block[504] = 1;
    byte[] header = Arrays.copyOf(ustar("s.rom", "", "2000", 'S', new byte[0]), 512);
    header[0x1e2] = 1;
    sum(header);
    assertThat(Search.paths(join(header, block, new byte[512], rom(1))))
        .containsExactly("tar: s.rom");
  }

  private static byte[] ustar(String name, String prefix, String size, int type, byte[] content) {
    return ustar(name, prefix, latin1(size), type, content);
  }

  private static byte[] ustar(String name, String prefix, byte[] size, int type, byte[] content) {
    byte[] header = new byte[512];
    System.arraycopy(latin1(name), 0, header, 0, name.length());
    System.arraycopy(size, 0, header, 0x7c, size.length);
    header[0x9c] = (byte) type;
    System.arraycopy(latin1("ustar\00000"), 0, header, 0x101, 8);
    System.arraycopy(latin1(prefix), 0, header, 0x159, prefix.length());
    sum(header);
    return join(header, Arrays.copyOf(content, (content.length + 511) / 512 * 512));
  }

  private static void sum(byte[] header) {
    Arrays.fill(header, 0x94, 0x9c, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    System.arraycopy(latin1(String.format(Locale.ROOT, "%06o\0 ", sum)), 0, header, 0x94, 8);
  }

  @ParameterizedTest
  @ValueSource(
      shorts = {
        CpioConstants.FORMAT_NEW,
        CpioConstants.FORMAT_NEW_CRC,
        CpioConstants.FORMAT_OLD_ASCII,
        CpioConstants.FORMAT_OLD_BINARY
      })
  void cpio(short format) {
    byte[] cpio = Packer.cpio(format, TWO);
    assertThat(Search.paths(cpio)).containsExactly("cpio: dir/a.rom", "cpio: b.rom");
    assertThat(Search.of(cpio).deadEnds()).isEmpty();
    if (format == CpioConstants.FORMAT_OLD_BINARY) {
      // The other byte order.
      byte[] swapped = cpio.clone();
      int at = 0;
      while (at < cpio.length && (cpio[at] & 0xff) == 0xc7) {
        for (int i = at; i < at + 26; i += 2) {
          swapped[i] = cpio[i + 1];
          swapped[i + 1] = cpio[i];
        }
        int name = word(cpio, at + 20);
        int size = (word(cpio, at + 22) << 16) | word(cpio, at + 24);
        at += 26 + (name + 1) / 2 * 2 + (size + 1) / 2 * 2;
      }
      assertThat(Search.paths(swapped)).containsExactly("cpio: dir/a.rom", "cpio: b.rom");
    } else {
      assertThat(Search.numbers(Search.of(join(Search.dull(7), cpio, rom(3)))))
          .containsExactlyInAnyOrder(1, 2, 3);
    }
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  @Test
  void cpioThatLies() {
    byte[] cpio = Packer.cpio(CpioConstants.FORMAT_NEW, TWO);
    // The size of the first file: far more than there is.
    byte[] large = cpio.clone();
    System.arraycopy(latin1("ffffffff"), 0, large, 54, 8);
    Extraction found = Search.of(large);
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.TRUNCATED);
    assertThat(found.roms()).isNotEmpty();
    // The length of its name: none, or far more.
    for (String length : new String[] {"00000000", "00000001", "ffffffff", "0000000g"}) {
      byte[] wrong = cpio.clone();
      System.arraycopy(latin1(length), 0, wrong, 94, 8);
      assertThat(Search.numbers(Search.of(wrong))).containsExactlyInAnyOrder(1, 2);
    }
    byte[] old = Packer.cpio(CpioConstants.FORMAT_OLD_ASCII, TWO);
    for (int at : new int[] {18, 59, 65}) {
      byte[] wrong = old.clone();
      wrong[at] = '9';
      assertThat(Search.numbers(Search.of(wrong))).containsExactlyInAnyOrder(1, 2);
    }
    byte[] control = cpio.clone();
    control[110] = 1;
    assertThat(Search.numbers(Search.of(control))).containsExactlyInAnyOrder(1, 2);
    // The second header is no header: what follows is searched as it is.
    byte[] broken = cpio.clone();
    System.arraycopy(latin1("0"), 0, broken, 0, 1);
    assertThat(Search.numbers(Search.of(broken))).containsExactlyInAnyOrder(1, 2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ar(boolean bsd) {
    byte[] ar =
        Packer.ar(bsd, Packer.files("a.rom", rom(1), "odd", Search.dull(3), "b.rom", rom(2)));
    assertThat(Search.paths(ar)).containsExactly("ar: a.rom", "ar: b.rom");
    assertThat(Search.of(ar).deadEnds()).isEmpty();
  }

  @Test
  void longNamesOfAr() {
    byte[] bsd = Packer.ar(true, Packer.files("a name with blanks.rom", rom(1)));
    assertThat(Search.paths(bsd)).containsExactly("ar: a name with blanks.rom");
    byte[] gnu =
        join(
            latin1("!<arch>\n"),
            arHeader("//", 22),
            latin1("first.rom/\nsecond.rom/"),
            arHeader("/0", 1024),
            rom(1),
            arHeader("/999", 1024),
            rom(2));
    assertThat(Search.paths(gnu)).containsExactly("ar: first.rom", "ar: /999");
  }

  @Test
  void arThatLies() {
    byte[] cut = join(latin1("!<arch>\n"), arHeader("a/", 4096), rom(1));
    Extraction found = Search.of(cut);
    assertThat(Search.paths(found)).containsExactly("ar: a");
    assertThat(Search.reasons(found)).containsExactly(Trouble.Reason.TRUNCATED);
    byte[] broken = join(latin1("!<arch>\n"), arHeader("a/", 1024), rom(1), rom(2));
    assertThat(Search.numbers(Search.of(broken))).containsExactly(1, 2);
    assertThat(Search.paths(join(latin1("!<arch>\n"), rom(1)))).hasSize(1);
    assertThat(Search.paths(join(latin1("!<arch>\n"), arHeader("a/", -1), rom(1)))).hasSize(1);
    assertThat(Search.of(join(latin1("!<arch>\n"), arHeader("#1/5000", 1024), rom(1))).roms())
        .isEmpty();
  }

  private static byte[] arHeader(String name, int size) {
    return latin1(
        String.format(Locale.ROOT, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, 0, 0, 0, "644", size));
  }
}
