package io.github.romparser.vendor.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PrintableTextTest {

  private static Slice latin1(String text) {
    return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Slice utf16(String text) {
    return Slice.of(text.getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void asciiRunsHaveALeastLength() {
    Slice bytes = latin1("\1abc\2hello\0world!\u00ff tail").from(1);
    assertThat(PrintableText.ascii(bytes, 4, 9))
        .containsExactly(
            new PrintableText.Run(4, 5, "hello"),
            new PrintableText.Run(10, 6, "world!"),
            new PrintableText.Run(17, 5, " tail"));
    assertThat(PrintableText.ascii(bytes, 4, 9).get(1).end()).isEqualTo(16);
    assertThat(PrintableText.ascii(bytes, 4, 2)).hasSize(2);
    assertThat(PrintableText.ascii(bytes, 9, 9)).isEmpty();
  }

  @Test
  void wideRunsStandAtEvenAndOddPlaces() {
    byte[] odd = new byte[41];
    System.arraycopy("even\0".getBytes(StandardCharsets.UTF_16LE), 0, odd, 4, 10);
    System.arraycopy("odd \u00ae".getBytes(StandardCharsets.UTF_16LE), 0, odd, 21, 10);
    assertThat(PrintableText.utf16(Slice.of(odd), 4, 9))
        .containsExactly(
            new PrintableText.Run(4, 8, "even"), new PrintableText.Run(21, 10, "odd \u00ae"));
    assertThat(PrintableText.utf16(Slice.of(odd), 5, 9)).hasSize(1);
    assertThat(PrintableText.utf16(Slice.of(odd), 4, 1)).hasSize(1);
    assertThat(PrintableText.utf16(utf16("a\u0080b\u0100c"), 2, 9)).isEmpty();
  }

  @Test
  void longRunsAreCut() {
    String text = "x".repeat(1000);
    PrintableText.Run narrow = PrintableText.ascii(latin1(text), 1, 1).get(0);
    assertThat(narrow.length()).isEqualTo(1000);
    assertThat(narrow.text()).hasSize(PrintableText.MOST_CHARACTERS);
    PrintableText.Run wide = PrintableText.utf16(utf16(text), 1, 1).get(0);
    assertThat(wide.length()).isEqualTo(2000);
    assertThat(wide.text()).hasSize(PrintableText.MOST_CHARACTERS);
    assertThat(PrintableText.line(latin1(text), 0, 1000)).hasSize(PrintableText.MOST_CHARACTERS);
  }

  @Test
  void aLineHasNoBreaksAndNoBlanksAtItsEnds() {
    assertThat(PrintableText.line(latin1(" One\r\n Two\u007f\u00a9 \r\n\0three"), 0, 99))
        .isEqualTo("One Two ?");
    assertThat(PrintableText.line(latin1("abcdef"), 2, 3)).isEqualTo("cde");
    assertThat(PrintableText.line(latin1("abcdef"), 4, 30)).isEqualTo("ef");
    assertThat(PrintableText.line(latin1("abc"), 9, 3)).isEmpty();
  }

  /** A letter before every zero at both kinds of places, and letters only. */
  @Test
  void timeGrowsWithTheLengthAlone() {
    byte[] letters = new byte[16 << 20];
    Arrays.fill(letters, (byte) 'x');
    byte[] wide = letters.clone();
    for (int i = 1; i < wide.length; i += 2) {
      wide[i] = 0;
    }
    for (byte[] bytes : List.of(letters, wide)) {
      assertTimeout(
          Duration.ofSeconds(5),
          () -> {
            assertThat(PrintableText.ascii(Slice.of(bytes), 4, 10)).hasSizeLessThan(2);
            assertThat(PrintableText.utf16(Slice.of(bytes), 4, 10)).hasSizeLessThan(2);
          });
    }
  }

  /** Every run is printable, as long as it can be, and no other run is missing. */
  @Property(tries = 500)
  void asciiRunsAreThoseOfASplit(@ForAll @Size(max = 200) byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> expected =
        Arrays.stream(text.split("[^ -~]+", -1)).filter(part -> part.length() >= 3).toList();
    assertThat(PrintableText.ascii(Slice.of(bytes), 3, 1000))
        .extracting(PrintableText.Run::text)
        .isEqualTo(expected);
  }

  @Property(tries = 500)
  void wideRunsAreWhatTheySay(@ForAll @Size(max = 200) byte[] noise) {
    byte[] bytes = noise.clone();
    for (int i = 1; i < bytes.length; i += 2) {
      bytes[i] &= 1;
    }
    for (PrintableText.Run run : PrintableText.utf16(Slice.of(bytes), 2, 1000)) {
      assertThat(new String(bytes, run.at(), run.length(), StandardCharsets.UTF_16LE))
          .isEqualTo(run.text())
          .matches("[ -~\u00a0-\u00ff]{2,}");
    }
  }
}
