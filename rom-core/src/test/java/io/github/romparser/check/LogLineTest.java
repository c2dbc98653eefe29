package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message: a line that is one, and a line that only nearly is. */
class LogLineTest {

  private static final String NEAR = "Invalid PCI ROM header signature: expecting 0xaa55";

  /** A line, what it means, and a line that is like it. */
  record Row(LogLine message, String line, String values, String near) {}

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            LogLine.LINUX_HEADER_SIGNATURE,
            "[   12.345678] vfio-pci 0000:01:00.0: Invalid PCI ROM header signature: expecting"
                + " 0xaa55, got 0x564e",
            "0x564e",
            "vfio-pci 0000:01:00.0: Invalid PCI ROM header signature: expecting 0xaa55"),
        new Row(
            LogLine.LINUX_DATA_SIGNATURE,
            "pci 0000:03:00.0: Invalid PCI ROM data signature: expecting 0x52494350, got 0x5344504e",
            "0x5344504e",
            "pci 0000:03:00.0: Invalid PCI ROM data signature: expecting 0x52494350, got nothing"),
        new Row(
            LogLine.LINUX_NO_MORE_IMAGES,
            "amdgpu 0000:01:00.0: No more image in the PCI ROM",
            "",
            "No more room in the PCI ROM"),
        new Row(
            LogLine.LINUX_NO_MORE_IMAGES,
            "No more images in PCI ROM",
            "",
            "more images in PCI ROM"),
        new Row(
            LogLine.LINUX_SHADOW,
            "pci 0000:00:02.0: Video device with shadowed ROM at [mem 0x000c0000-0x000dffff]",
            "0x000c0000-0x000dffff",
            "Video device with a ROM at [mem 0x000c0000-0x000dffff]"),
        new Row(LogLine.LINUX_SHADOW, "pci: Video device with shadowed ROM", "", "shadowed ROM"),
        new Row(
            LogLine.SYSFS_EIO,
            "cat: rom: Input/output error",
            "",
            "cat: gpu.rom: Input/output error"),
        new Row(
            LogLine.SYSFS_EIO,
            "dd: error reading '/sys/bus/pci/devices/0000:01:00.0/rom': Input/output error",
            "",
            "cat: from: Input/output error"),
        new Row(
            LogLine.SYSFS_EINVAL,
            "cat: /sys/bus/pci/devices/0000:01:00.0/rom: Invalid argument",
            "",
            "cat: prom: Invalid argument"),
        new Row(
            LogLine.QEMU_CANNOT_READ,
            "qemu-system-x86_64: vfio-pci: Cannot read device rom at 0000:02:00.0",
            "0000:02:00.0",
            "vfio-pci: Cannot read device rom at somewhere"),
        new Row(
            LogLine.QEMU_PROBABLY_INVALID,
            "Device option ROM contents are probably invalid (check dmesg).",
            "",
            "Device option ROM contents are probably fine"),
        new Row(
            LogLine.QEMU_NOT_FOUND,
            "qemu-system-x86_64: -device vfio-pci,host=01:00.0: failed to find romfile \"/a b/x.rom\"",
            "/a b/x.rom",
            "failed to find romfile \"\""),
        new Row(
            LogLine.QEMU_NOT_FOUND,
            "failed to find romfile efi-virtio.rom",
            "efi-virtio.rom",
            "failed to find file efi-virtio.rom"),
        new Row(
            LogLine.QEMU_EMPTY, "romfile \"x.rom\" is empty", "x.rom", "file \"x.rom\" is empty"),
        new Row(LogLine.QEMU_EMPTY, "romfile x.rom is empty", "x.rom", "romfile x.rom is full"),
        new Row(
            LogLine.QEMU_OVER_2_GIB,
            "romfile \"x.rom\" too large (size cannot exceed 2 GiB)",
            "x.rom",
            "romfile \"x.rom\" too small"),
        new Row(
            LogLine.QEMU_TOO_LARGE,
            "romfile \"x.rom\" (131072 bytes) is too large for ROM size 65536",
            "x.rom|131072|65536",
            "romfile \"x.rom\" (many bytes) is too large for ROM size 65536"),
        new Row(
            LogLine.QEMU_NO_POWER_OF_TWO,
            "ROM size 55296 is not a power of two",
            "55296",
            "ROM size is not a power of two"),
        new Row(
            LogLine.NOUVEAU_NO_IMAGE,
            "nouveau 0000:01:00.0: bios: unable to locate usable image",
            "",
            "nouveau 0000:01:00.0: bios: image usable"),
        new Row(
            LogLine.AMD_NO_BIOS,
            "[drm:amdgpu_get_bios [amdgpu]] *ERROR* Unable to locate a BIOS ROM",
            "",
            "Unable to locate a ROM"),
        new Row(
            LogLine.AMD_SIGNATURE,
            "[drm] BIOS signature incorrect 5b 7",
            "5b|7",
            "BIOS signature incorrect 5b"),
        new Row(
            LogLine.RADEON_NOT_X86,
            "radeon 0000:01:00.0: Not an x86 BIOS ROM, not using.",
            "",
            "Not an x86 BIOS ROM, using it anyway"),
        new Row(
            LogLine.NVIDIA_NO_SIGNATURE,
            "NVRM: kgspExtractVbiosFromRom_TU102: did not find valid ROM signature",
            "",
            "NVRM: did find valid ROM signature"),
        new Row(LogLine.NVIDIA_ACPI_ROM, "NVRM: Invalid _ROM data", "", "NVRM: Invalid ROM data"),
        new Row(
            LogLine.SEABIOS_CHECKSUM,
            "Found option rom with bad checksum: loc=0x000c0000 len=65536 sum=7f",
            "65536|7f",
            "Found option rom with good checksum"),
        new Row(
            LogLine.SEABIOS_CHECKSUM, "Found option rom with bad checksum: …", "|", "bad checksum"),
        new Row(
            LogLine.SEABIOS_UNALIGNED,
            "WARNING! Found unaligned PCI rom (vd=10de:1c03)",
            "10de:1c03",
            "WARNING! Found unaligned ROM"),
        new Row(
            LogLine.ROM_PARSER_RAN_OFF, "Error, ran off the end", "", "Error, ran off the road"),
        new Row(LogLine.ROM_PARSER_PCIR, "Invalid PCIR signature: abcd", "abcd", "Valid PCIR"),
        new Row(
            LogLine.ROM_PARSER_OPEN,
            "Unable to open ROM file: Permission denied",
            "Permission denied",
            "Unable to open file: Permission denied"),
        new Row(
            LogLine.ROM_PARSER_EMPTY, "Error, zero sized ROM file", "", "Error, large ROM file"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_line_is_known_and_its_values_are_taken(Row row) {
    Explanation explanation = LogLine.explain(row.line()).orElseThrow();
    assertThat(explanation.message()).isEqualTo(row.message());
    assertThat(String.join("|", explanation.values())).isEqualTo(row.values());
    assertThat(explanation.values()).hasSize(row.message().names().size());
    assertThat(explanation.meaning()).isNotBlank().endsWith(".").doesNotContain("{");
    assertThat(explanation.advice()).isNotBlank().endsWith(".").doesNotContain("{");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_line_that_is_only_like_it_is_not(Row row) {
    assertThat(LogLine.explain(row.near())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void case_quotes_and_what_stands_around_do_not_matter(Row row) {
    Optional<Explanation> plain = LogLine.explain(row.line());
    for (String line :
        List.of(
            "Nov  2 10:11:12 host kernel: " + row.line(),
            "2026-11-02T10:11:12.345678+01:00 host kernel: [1.2] " + row.line(),
            "<3>" + row.line() + "\r",
            "> " + row.line() + " ",
            row.line().toUpperCase(Locale.ROOT))) {
      assertThat(LogLine.explain(line).map(Explanation::message))
          .as(line)
          .isEqualTo(plain.map(Explanation::message));
    }
  }

  @ParameterizedTest
  @EnumSource(LogLine.class)
  void every_message_has_a_row(LogLine message) {
    Set<LogLine> covered = EnumSet.noneOf(LogLine.class);
    rows().forEach(row -> covered.add(row.message()));
    assertThat(covered).contains(message);
    assertThat(message.program()).isNotBlank();
    assertThat(message.reference()).isNotBlank();
    assertThat(message.id()).matches("[a-z0-9-]+");
  }

  @ParameterizedTest
  @EnumSource(FirstWord.class)
  void first_words(FirstWord word) {
    assertThat(word.meaning()).isNotBlank().doesNotEndWith(".");
    assertThat(word.advice()).isNotBlank().endsWith(".");
  }

  @Test
  void what_stands_there_is_told_byte_by_byte() {
    assertThat(meaning("0x564e")).contains("stand 4E 56: the letters NV");
    assertThat(meaning("0x4e56")).contains("stand 56 4E: the letters VN");
    assertThat(meaning("0xffff")).contains("nobody answered");
    assertThat(meaning("0x0000")).contains("window is empty");
    assertThat(meaning("0xbb77")).contains("77 BB");
    assertThat(meaning("0x5a4d")).contains("letters MZ");
    assertThat(meaning("0x4b50")).contains("zip");
    assertThat(meaning("0x457f")).contains("ELF");
    assertThat(meaning("0x4656")).contains("VFCT");
    assertThat(meaning("0x55aa")).contains("changed places");
    assertThat(meaning("0xaa55")).contains("it is right");
    for (String random : List.of("0x7f0d", "0xcffa", "0xf6ff", "0x4556", "0x56fe", "0xffffffff")) {
      assertThat(meaning(random)).contains("random data");
    }
    Explanation amd = LogLine.explain("BIOS signature incorrect 4e 56").orElseThrow();
    assertThat(amd.firstWord()).contains(FirstWord.NVGI);
    assertThat(LogLine.explain("BIOS signature incorrect 0 0").orElseThrow().firstWord())
        .contains(FirstWord.EMPTY);
    assertThat(
            LogLine.explain("Invalid PCI ROM data signature: expecting 0x52494350, got 0x5344504e")
                .orElseThrow()
                .meaning())
        .contains("there stand 4E 50 44 53.");
  }

  private static String meaning(String got) {
    Explanation explanation = LogLine.explain(NEAR + ", got " + got).orElseThrow();
    assertThat(explanation.message()).isEqualTo(LogLine.LINUX_HEADER_SIGNATURE);
    assertThat(explanation.advice()).isEqualTo(explanation.firstWord().orElseThrow().advice());
    return explanation.meaning();
  }

  @Test
  void the_address_is_found_and_times_are_none() {
    String message = "No more image in the PCI ROM";
    assertThat(device("vfio-pci 0000:0A:00.1: " + message)).contains("0000:0a:00.1");
    assertThat(device("vfio-pci 0a:00.1: " + message)).contains("0000:0a:00.1");
    assertThat(device("10:11:12.3 " + message)).isEmpty();
    assertThat(device("11:12.345678 " + message)).isEmpty();
    assertThat(device("192.168.01:10.1.2 " + message)).isEmpty();
    assertThat(device(message)).isEmpty();
  }

  private static Optional<String> device(String line) {
    return LogLine.explain(line).orElseThrow().device();
  }

  @Test
  void a_value_with_braces_stays_as_it_is() {
    assertThat(LogLine.explain("failed to find romfile \"{file}{size}\"").orElseThrow().meaning())
        .contains("could not open {file}{size}:");
  }

  @Test
  void hostile_lines_are_bounded() {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String piece :
              List.of(
                  "romfile ",
                  "romfile x",
                  "romfile '(1 bytes) is too large for ROM size ",
                  "failed to find romfile ",
                  "Invalid PCI ROM header signature: expecting 0xaa55, got ",
                  "rom: ",
                  "00:00.0",
                  "ROM size 1",
                  "\0",
                  "\ud800")) {
            String line = piece.repeat((1 << 20) / piece.length());
            LogLine.explain(line).ifPresent(e -> assertThat(e.meaning()).hasSizeLessThan(2000));
          }
        });
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      byte[] noise = new byte[200];
      random.nextBytes(noise);
      assertThat(LogLine.explain(new String(noise, StandardCharsets.ISO_8859_1))).isEmpty();
    }
    String late = "x".repeat(LogLine.LONGEST_LINE) + "Invalid _ROM data";
    assertThat(LogLine.explain(late)).isEmpty();
    assertThat(LogLine.explain("")).isEmpty();
  }
}
