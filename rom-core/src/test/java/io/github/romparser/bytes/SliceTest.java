package io.github.romparser.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
  /** Bytes F0 to FF. */
  private static final Slice SIXTEEN = Slice.of(sixteen());

  /** The same bytes F4 to FB, at offset 4. */
  private static final Slice EIGHT = SIXTEEN.slice(4, 8);

  private static byte[] sixteen() {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 16; i++) {
      bytes[i] = (byte) (0xf0 + i);
    }
    return bytes;
  }

  @Test
  void valuesAreUnsigned() {
    assertThat(SIXTEEN.u8(0)).isEqualTo(0xf0);
    assertThat(SIXTEEN.u8(15)).isEqualTo(0xff);
    assertThat(SIXTEEN.u16(0)).isEqualTo(0xf1f0);
    assertThat(SIXTEEN.u16(14)).isEqualTo(0xfffe);
    assertThat(SIXTEEN.u32(0)).isEqualTo(0xf3f2_f1f0L);
    assertThat(SIXTEEN.u32(12)).isEqualTo(0xfffe_fdfcL);
    assertThat(SIXTEEN.be16(0)).isEqualTo(0xf0f1);
    assertThat(SIXTEEN.be32(12)).isEqualTo(0xfcfd_feffL);
  }

  @Test
  void smallValues() {
    Slice slice = Slice.of(new byte[] {1, 2, 3, 4});
    assertThat(slice.u8(3)).isEqualTo(4);
    assertThat(slice.u16(1)).isEqualTo(0x0302);
    assertThat(slice.u32(0)).isEqualTo(0x0403_0201L);
    assertThat(slice.be16(2)).isEqualTo(0x0304);
    assertThat(slice.be32(0)).isEqualTo(0x0102_0304L);
  }

  @Test
  void aPartCountsFromItsOwnStart() {
    assertThat(EIGHT.length()).isEqualTo(8);
    assertThat(EIGHT.offset()).isEqualTo(4);
    assertThat(EIGHT.end()).isEqualTo(12);
    assertThat(EIGHT.range()).isEqualTo(new Range(4, 8));
    assertThat(EIGHT.u8(0)).isEqualTo(0xf4);
    assertThat(EIGHT.u32(4)).isEqualTo(0xfbfa_f9f8L);
    assertThat(EIGHT.slice(2, 3)).isEqualTo(SIXTEEN.slice(6, 3));
    assertThat(EIGHT.toByteArray()).containsExactly(0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, true",
    "8, 0, true",
    "7, 1, true",
    "0, 9, false",
    "8, 1, false",
    "9, 0, false",
    "-1, 1, false",
    "0, -1, false",
    "1, 9223372036854775807, false",
    "9223372036854775807, 1, false",
    "4294967296, 1, false"
  })
  void hasKnowsTheBounds(long at, long count, boolean has) {
    assertThat(EIGHT.has(at, count)).isEqualTo(has);
  }

  @Test
  void readsOutsideAreMistakes() {
    refused(() -> EIGHT.u8(8));
    refused(() -> EIGHT.u8(-1));
    refused(() -> EIGHT.u16(7));
    refused(() -> EIGHT.u32(5));
    refused(() -> EIGHT.be16(7));
    refused(() -> EIGHT.be32(5));
    refused(() -> EIGHT.be32(6));
    refused(() -> EIGHT.u8(1L << 32));
    refused(() -> EIGHT.slice(0, 9));
    refused(() -> EIGHT.slice(9, 0));
    refused(() -> EIGHT.slice(0, -1));
    refused(() -> EIGHT.latin1(6, 3));
    refused(() -> EIGHT.sum8(1, 8));
  }

  private static void refused(ThrowingCallable read) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(read)
        .withMessageContaining("of 8");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 4, 8",
    "2, 3, 6, 3",
    "6, 100, 10, 2",
    "8, 1, 12, 0",
    "100, 1, 12, 0",
    "-5, 3, 4, 3",
    "3, -1, 7, 0",
    "0, 9223372036854775807, 4, 8",
    "9223372036854775807, 9223372036854775807, 12, 0",
    "-9223372036854775808, 1, 4, 1"
  })
  void clampCutsAtTheEnd(long at, long count, long offset, long length) {
    assertThat(EIGHT.clamp(at, count).range()).isEqualTo(new Range(offset, length));
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "3, 5", "8, 0", "9, 0", "-1, 8"})
  void fromReachesToTheEnd(long at, long length) {
    assertThat(EIGHT.from(at).length()).isEqualTo((int) length);
    assertThat(EIGHT.from(at).end()).isEqualTo(12);
  }

  @Test
  void textAtAPlace() {
    Slice text = latin1("..PCIR\u00e4..").slice(1, 7);
    assertThat(text.startsWith(1, "PCIR")).isTrue();
    assertThat(text.startsWith(1, "PCIR\u00e4")).isTrue();
    assertThat(text.startsWith(0, "PCIR")).isFalse();
    assertThat(text.startsWith(2, "CIS")).isFalse();
    assertThat(text.startsWith(4, "R\u00e4..")).isFalse();
    assertThat(text.startsWith(-1, ".")).isFalse();
    assertThat(text.startsWith(7, "")).isTrue();
    assertThat(text.startsWith(8, "")).isFalse();
    assertThat(text.latin1(1, 5)).isEqualTo("PCIR\u00e4");
  }

  @ParameterizedTest
  @CsvSource({
    "ab, 0, 1",
    "ab, 1, 1",
    "ab, 2, 4",
    "ab, 5, -1",
    "a, 0, 0",
    "c, 0, 6",
    "bc, 0, 5",
    "cx, 0, -1",
    "aabaabcx, 0, -1",
    "aabaabc, -3, 0",
    "a, 100, -1"
  })
  void theFirstPlaceOfAText(String text, long from, int place) {
    Slice slice = latin1("xaabaabcx").slice(1, 7);
    assertThat(slice.indexOf(text, from)).isEqualTo(place);
  }

  @Test
  void nothingCannotBeLookedFor() {
    assertThatIllegalArgumentException().isThrownBy(() -> EIGHT.indexOf("", 0));
  }

  @Test
  void asciiEndsWithWhatIsNotPrintable() {
    Slice text = Slice.of("ab c\0de\u007ff\u0080g".getBytes(StandardCharsets.ISO_8859_1)).from(1);
    assertThat(text.ascii(0, 9)).isEqualTo("b c");
    assertThat(text.ascii(0, 2)).isEqualTo("b ");
    assertThat(text.ascii(4, 9)).isEqualTo("de");
    assertThat(text.ascii(7, 9)).isEqualTo("f");
    assertThat(text.ascii(9, 9)).isEqualTo("g");
    assertThat(text.ascii(10, 9)).isEmpty();
    assertThat(text.ascii(3, 9)).isEmpty();
    assertThat(text.ascii(-1, 9)).isEmpty();
    assertThat(text.ascii(99, 9)).isEmpty();
  }

  @Test
  void fillIsTheOneValueOfAllBytes() {
    assertThat(Slice.of(new byte[0]).fill()).isEmpty();
    assertThat(Slice.of(new byte[] {-1}).fill()).hasValue(0xff);
    assertThat(Slice.of(new byte[100]).fill()).hasValue(0);
    for (int at = 0; at < 100; at++) {
      byte[] bytes = new byte[100];
      bytes[at] = 1;
      assertThat(Slice.of(bytes).fill()).as("at %s", at).isEmpty();
      assertThat(Slice.of(bytes).slice(at, 1).fill()).hasValue(1);
      assertThat(Slice.of(bytes).from(at + 1).fill().isPresent()).isEqualTo(at < 99);
    }
  }

  @Test
  void equalityCountsPlaceAndBytes() {
    Slice twice = Slice.of(new byte[] {1, 2, 1, 2});
    Slice first = twice.slice(0, 2);
    Slice second = twice.slice(2, 2);
    assertThat(first.sameBytes(second)).isTrue();
    assertThat(first.contentHash()).isEqualTo(second.contentHash());
    assertThat(first).isNotEqualTo(second).isNotEqualTo("12");
    assertThat(first).isEqualTo(Slice.of(new byte[] {1, 2}));
    assertThat(first).hasSameHashCodeAs(Slice.of(new byte[] {1, 2}));
    assertThat(first.sameBytes(twice)).isFalse();
    assertThat(first.sameBytes(twice.slice(1, 2))).isFalse();
    assertThat(first.contentHash()).isNotEqualTo(twice.slice(1, 2).contentHash());
    assertThat(second).hasToString("Slice[0x2, 2 bytes]");
  }

  @Test
  void theArrayBehindIsHandedOutWithItsBounds() {
    int length = EIGHT.within((array, from, to) -> (array[from] & 0xff) == 0xf4 ? to - from : -1);
    assertThat(length).isEqualTo(8);
  }

  private static Slice latin1(String text) {
    return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
