package io.github.romparser.efi;

import static io.github.romparser.efi.PeFiles.HEADERS;
import static io.github.romparser.efi.PeFiles.OPTIONAL;
import static io.github.romparser.efi.PeFiles.PE;
import static io.github.romparser.efi.PeFiles.SECTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each rule of the loader a file that just breaks it, and one that just does not. */
final class PeRefusalTest {
  private static final int DIRECTORIES = OPTIONAL + 0x6c;
  private static final int IMAGE_SIZE = OPTIONAL + 0x38;
  private static final int HEADERS_SIZE = OPTIONAL + 0x3c;
  private static final int CERTIFICATES = OPTIONAL + 0x90;
  private static final int TE_SECTION = PeImage.TE_HEADER_LENGTH;

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refused")
  void refused(PeRefusal refusal, String what, byte[] file) {
    assertThat(image(file).refusal()).as(what).contains(refusal);
    assertThat(image(file).loadable()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void accepted(String what, byte[] file) {
    assertThat(image(file).refusal()).as(what).isEmpty();
  }

  @Test
  void everyRuleIsBroken() {
    Set<Object> broken = new HashSet<>();
    refused().forEach(arguments -> broken.add(arguments.get()[0]));

    assertThat(broken).isEqualTo(EnumSet.allOf(PeRefusal.class));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        no(PeRefusal.NO_DOS_HEADER, "63 bytes", Arrays.copyOf(PeFiles.te(), 63)),
        no(PeRefusal.NO_PE_HEADER, "263 bytes", Arrays.copyOf(PeFiles.pe32Plus(), PE + 263)),
        no(PeRefusal.NO_PE_HEADER, "TE of 263 bytes", Arrays.copyOf(PeFiles.te(), 263)),
        no(PeRefusal.STRIPPED_SIZE, "40", te().u16(0x06, 40).array()),
        no(PeRefusal.BASE_OF_CODE, "equal", te().u32(0x0c, SECTION).array()),
        no(PeRefusal.BASE_OF_CODE, "zero", te().u32(0x0c, 0).array()),
        no(PeRefusal.HEADERS_BEYOND_FILE, "TE", te().u32(0x0c, 0x401).array()),
        no(PeRefusal.DIRECTORY_WITHOUT_ADDRESS, "relocations", te().u32(0x1c, 1).array()),
        no(PeRefusal.DIRECTORY_WITHOUT_ADDRESS, "debug", te().u32(0x24, 1).array()),
        no(PeRefusal.DIRECTORY_COUNT, "17", pe().u32(DIRECTORIES, 17).array()),
        no(PeRefusal.OPTIONAL_HEADER_SIZE, "15", pe().u32(DIRECTORIES, 15).array()),
        no(PeRefusal.OPTIONAL_HEADER_SIZE, "EF", pe().u16(PE + 0x14, 0xef).array()),
        no(PeRefusal.OPTIONAL_HEADER_SIZE, "none", pe().u16(PE + 0x14, 0).array()),
        no(PeRefusal.OPTIONAL_HEADER_SIZE, "of PE32+", pe32().u16(PE + 0x14, 0xf0).array()),
        no(PeRefusal.SIZE_OF_IMAGE, "no table", pe().u32(IMAGE_SIZE, SECTION).array()),
        no(PeRefusal.SIZE_OF_IMAGE, "zero", pe().u32(IMAGE_SIZE, 0).array()),
        no(PeRefusal.SIZE_OF_IMAGE, "not two", pe().u32(IMAGE_SIZE, SECTION + 0x4f).array()),
        no(PeRefusal.HEADERS_WITHOUT_SECTIONS, "none", pe().u32(HEADERS_SIZE, SECTION).array()),
        no(
            PeRefusal.HEADERS_WITHOUT_SECTIONS,
            "not one",
            pe().u32(HEADERS_SIZE, SECTION + 0x27).array()),
        no(
            PeRefusal.HEADERS_BEYOND_IMAGE,
            "equal",
            pe().u32(IMAGE_SIZE, HEADERS + 0x40).u32(HEADERS_SIZE, HEADERS + 0x40).array()),
        no(
            PeRefusal.HEADERS_BEYOND_FILE,
            "PE",
            pe().u32(IMAGE_SIZE, 0x800).u32(HEADERS_SIZE, 0x401).array()),
        no(PeRefusal.CERTIFICATES_BEYOND_FILE, "size", signed().u32(CERTIFICATES + 4, 25).array()),
        no(
            PeRefusal.CERTIFICATES_BEYOND_FILE,
            "overflow",
            signed().u32(CERTIFICATES, 0xffff_ffffL).array()),
        no(PeRefusal.SECTION_HEADER_BEYOND_FILE, "TE", emptySections(7)),
        no(PeRefusal.SECTION_WITHIN_HEADERS, "memory", section(0x0c, HEADERS - 1)),
        no(PeRefusal.SECTION_WITHIN_HEADERS, "file", section(0x14, HEADERS - 1)),
        no(
            PeRefusal.SECTION_WITHIN_HEADERS,
            "TE",
            te().u32(TE_SECTION + 0x14, HEADERS - 1).array()),
        no(PeRefusal.SECTION_BEYOND_FILE, "size", section(0x10, 0x281)),
        no(PeRefusal.SECTION_BEYOND_FILE, "overflow", section(0x14, 0xffff_ffffL)),
        no(PeRefusal.SECTION_BEYOND_FILE, "TE", te().u32(TE_SECTION + 0x10, 0x281).array()),
        no(PeRefusal.SECTION_BEYOND_FILE, "TE, negative", te().u32(TE_SECTION + 0x14, 0).array()));
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("PE32+", PeFiles.pe32Plus()),
        Arguments.of("PE32", PeFiles.pe32()),
        Arguments.of("TE", PeFiles.te()),
        Arguments.of("signed", PeFiles.signed()),
        Arguments.of("TE without sections", te().u8(0x04, 0).array()),
        Arguments.of("TE of six empty sections", emptySections(6)),
        Arguments.of(
            "TE of 264 bytes", Bytes.of(Arrays.copyOf(PeFiles.te(), 264)).u8(4, 0).array()),
        Arguments.of("41 bytes stripped", te().u16(0x06, 41).u32(0x0c, 42).u8(0x04, 0).array()),
        Arguments.of("TE directory", te().u32(0x18, 1).u32(0x1c, 1).array()),
        Arguments.of("TE headers to the end", te().u32(0x0c, 0x400).u8(0x04, 0).array()),
        Arguments.of("TE section in memory below 0", te().u32(TE_SECTION + 0x0c, 0).array()),
        Arguments.of(
            "no directories",
            pe().u32(DIRECTORIES, 0).u16(PE + 0x14, 0x70).u16(PE + 0x06, 0).array()),
        Arguments.of("room for two sections", image(SECTION + 0x50, SECTION + 0x28)),
        Arguments.of("headers one less than image", image(HEADERS + 0x41, HEADERS + 0x40)),
        Arguments.of("headers to the end", image(0x800, 0x400)),
        Arguments.of("certificates outside, of no size", pe().u32(CERTIFICATES, 0x9999).array()),
        Arguments.of("certificates to the end", signed().u32(CERTIFICATES, 0x3ff).array()),
        Arguments.of("section outside, of no size", section(0x14, 0x9999, 0)),
        Arguments.of("section to the end", section(0x14, 0x200, 0x200)));
  }

  private static Arguments no(PeRefusal refusal, String what, byte[] file) {
    return Arguments.of(refusal, what, file);
  }

  private static PeImage image(byte[] file) {
    return PeImage.read(Slice.of(file)).orElseThrow();
  }

  /** A file of these sizes whose section has no bytes. */
  private static byte[] image(int sizeOfImage, int sizeOfHeaders) {
    return pe().u32(IMAGE_SIZE, sizeOfImage)
        .u32(HEADERS_SIZE, sizeOfHeaders)
        .u32(SECTION + 0x10, 0)
        .array();
  }

  private static byte[] section(int field, long value) {
    return pe().u32(SECTION + field, value).array();
  }

  private static byte[] section(int field, long value, int rawSize) {
    return pe().u32(SECTION + field, value).u32(SECTION + 0x10, rawSize).array();
  }

  private static Bytes pe() {
    return Bytes.of(PeFiles.pe32Plus());
  }

  private static Bytes pe32() {
    return Bytes.of(PeFiles.pe32());
  }

  private static Bytes signed() {
    return Bytes.of(PeFiles.signed());
  }

  private static Bytes te() {
    return Bytes.of(PeFiles.te());
  }

  /** A TE file of 280 bytes, which have room for six section headers, all zero. */
  private static byte[] emptySections(int count) {
    byte[] header = Arrays.copyOf(PeFiles.te(), TE_SECTION);
    return Bytes.of(new byte[280]).put(0, header).u8(0x04, count).array();
  }
}
