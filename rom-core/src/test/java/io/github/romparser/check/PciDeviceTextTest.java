package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people paste, with invented cards. */
class PciDeviceTextTest {

  @TempDir private Path folder;

  private static final String NNK =
      """
      00:00.0 Host bridge [0600]: Intel Corporation 440FX - 82441FX PMC [Natoma] [8086:1237] (rev 02)
      00:02.0 VGA compatible controller [0300]: Intel Corporation UHD Graphics 630 [8086:3e9b]
      \tSubsystem: Acer Incorporated [ALI] Device [1025:1234]
      \tKernel driver in use: i915
      \tKernel modules: i915
      01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP106 [GeForce GTX 1060] [10de:1c03] (rev a1) (prog-if 00 [VGA controller])
      \tSubsystem: Example Board Co. [Example] Device [1458:3739]
      01:00.1 Audio device [0403]: NVIDIA Corporation GP106 High Definition Audio [10de:10f1] (rev a1)
      \tSubsystem: Example Board Co. [Example] Device [1458:3739]
      """;

  private static String summary(List<ListedDevice> devices) {
    StringBuilder text = new StringBuilder();
    for (ListedDevice listed : devices) {
      PciDevice device = listed.device();
      text.append(listed.address())
          .append(' ')
          .append(device.id())
          .append(' ')
          .append(hex(device.classCode(), 6))
          .append(' ')
          .append(hex(device.subsystemVendorId(), 4))
          .append(':')
          .append(hex(device.subsystemId(), 4))
          .append('\n');
    }
    return text.toString();
  }

  private static String hex(OptionalInt value, int digits) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%0" + digits + "x", value.getAsInt())
        : "-";
  }

  @Test
  void lspci_with_names_and_drivers() {
    assertThat(summary(PciDeviceText.parse(NNK)))
        .isEqualTo(
            """
            0000:00:00.0 8086:1237 060000 -:-
            0000:00:02.0 8086:3e9b 030000 1025:1234
            0000:01:00.0 10de:1c03 030000 1458:3739
            0000:01:00.1 10de:10f1 040300 1458:3739
            """);
  }

  @Test
  void line_ends_of_windows_and_indents_of_a_mail_change_nothing() {
    List<ListedDevice> plain = PciDeviceText.parse(NNK);
    assertThat(PciDeviceText.parse(NNK.replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(PciDeviceText.parse(NNK.replace("\t", "    "))).isEqualTo(plain);
    assertThat(PciDeviceText.parse(NNK.indent(3))).isEqualTo(plain);
    assertThat(PciDeviceText.parse(NNK.stripTrailing())).isEqualTo(plain);
  }

  @Test
  void lspci_with_numbers_alone() {
    String text =
        """
        0001:00:1f.3 0403: 8086:a348 (rev 10) (prog-if 80)
        \tSubsystem: 1025:1234
        \tFlags: bus master, fast devsel, latency 32, IRQ 145
        \tMemory at a4000000 (64-bit, non-prefetchable) [size=16K]
        02:00.0 Class 0302: 10DE:1C8D (rev a1)
        \tSubsystem: 1025:118b (rev a1)
        """;
    assertThat(summary(PciDeviceText.parse(text)))
        .isEqualTo(
            """
            0001:00:1f.3 8086:a348 040380 1025:1234
            0000:02:00.0 10de:1c8d 030200 1025:118b
            """);
  }

  @Test
  void lspci_for_programs() {
    String text =
        """
        Slot:\t01:00.0
        Class:\tVGA compatible controller [0300]
        Vendor:\tNVIDIA Corporation [10de]
        Device:\tGP106 [GeForce GTX 1060] [1c03]
        SVendor:\tExample Board Co. [1458]
        SDevice:\tDevice [3739]
        Rev:\ta1
        ProgIf:\t00

        Slot:\tnonsense
        Class:\t0300
        Vendor:\t1002

        Slot:\t0000:03:00.0
        Class:\t0380
        Vendor:\t1002
        Device:\t15bf
        Device:\twithout any number
        """;
    assertThat(summary(PciDeviceText.parse(text)))
        .isEqualTo(
            """
            0000:01:00.0 10de:1c03 030000 1458:3739
            0000:03:00.0 1002:15bf 038000 -:-
            """);
    assertThat(
            summary(
                PciDeviceText.parse(
                    "01:00.0 \"VGA compatible controller [0300]\" \"NVIDIA Corporation [10de]\""
                        + " \"GP106 [1c03]\" -ra1 -p00 \"Example [1458]\" \"Device [3739]\"\n"
                        + "02:00.0 \"0200\" \"8086\" \"10d3\" \"\" \"\"")))
        .isEqualTo(
            """
            0000:01:00.0 10de:1c03 030000 1458:3739
            0000:02:00.0 8086:10d3 020000 -:-
            """);
  }

  @Test
  void attributes_as_grep_shows_them() {
    String text =
        """
        /sys/bus/pci/devices/0000:01:00.0/class:0x030000
        /sys/bus/pci/devices/0000:01:00.0/device:0x1c03
        /sys/bus/pci/devices/0000:01:00.0/subsystem_device:0x3739
        /sys/bus/pci/devices/0000:01:00.0/subsystem_vendor:0x1458
        /sys/bus/pci/devices/0000:01:00.0/vendor:0x10de
        /sys/devices/pci0000:00/0000:00:01.1/0000:02:00.0/vendor = 0x1002
        /sys/devices/pci0000:00/0000:00:01.1/0000:02:00.0/device = 0x1638
        /sys/bus/pci/devices/0000:03:00.0/vendor: not a number
        0000:04:00.0/modalias:pci:v000010DEd00001C8Dsv00001025sd0000118Bbc03sc02i00
        0000:04:00.1/modalias:usb:v1234
        0000:05:00.0/irq:16
        """;
    assertThat(summary(PciDeviceText.parse(text)))
        .isEqualTo(
            """
            0000:01:00.0 10de:1c03 030000 1458:3739
            0000:02:00.0 1002:1638 - -:-
            0000:04:00.0 10de:1c8d 030200 1025:118b
            """);
  }

  @Test
  void attributes_as_head_shows_them() {
    String text =
        """
        ==> /sys/bus/pci/devices/0000:01:00.0/vendor <==
        0x10de

        ==> /sys/bus/pci/devices/0000:01:00.0/device <==
        0x1c03
        ==> /sys/bus/pci/devices/0000:01:00.0/driver_override <==
        (null)
        """;
    assertThat(summary(PciDeviceText.parse(text))).isEqualTo("0000:01:00.0 10de:1c03 - -:-\n");
  }

  @Test
  void uevents() {
    String text =
        """
        DRIVER=nouveau
        PCI_CLASS=30000
        PCI_ID=10DE:1C03
        PCI_SUBSYS_ID=1458:3739
        PCI_SLOT_NAME=0000:01:00.0
        MODALIAS=pci:v000010DEd00001C03sv00001458sd00003739bc03sc00i00
        PCI_CLASS=40300
        PCI_ID=10DE:nonsense
        PCI_SUBSYS_ID=none
        PCI_SLOT_NAME=0000:01:00.1
        PCI_SLOT_NAME=nowhere
        """;
    assertThat(summary(PciDeviceText.parse(text)))
        .isEqualTo("0000:01:00.0 10de:1c03 030000 1458:3739\n");
    String grepped = text.replaceAll("(?m)^(?=[A-Z])", "/sys/bus/pci/devices/0000:01:00.0/uevent:");
    assertThat(summary(PciDeviceText.parse(grepped)))
        .isEqualTo("0000:01:00.0 10de:1c03 030000 1458:3739\n");
  }

  @Test
  void the_list_of_proc() {
    String text =
        """
        0000\t80861237\t0\t               0\t               0
        0101\t10de10f1\t1f\t        f7080000
        00fb\t8086a348\t91
        """;
    assertThat(summary(PciDeviceText.parse(text)))
        .isEqualTo(
            """
            0000:00:00.0 8086:1237 - -:-
            0000:01:00.1 10de:10f1 - -:-
            0000:00:1f.3 8086:a348 - -:-
            """);
  }

  @Test
  void what_has_no_numbers_is_passed_over_and_does_not_lend_its_subsystem() {
    String text =
        """
        01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP106 [10de:1c03]
        02:00.0 Ethernet controller: Example Ltd. Fast Ethernet
        \tSubsystem: Example [1111:2222]
        Subsystem: nobody's [3333:4444]
        """;
    assertThat(summary(PciDeviceText.parse(text))).isEqualTo("0000:01:00.0 10de:1c03 030000 -:-\n");
  }

  @Test
  void lines_that_are_cut_off_are_no_devices() {
    for (String line : NNK.split("\n", -1)) {
      for (int end = 0; end < line.length(); end++) {
        for (ListedDevice listed : PciDeviceText.parse(line.substring(0, end))) {
          assertThat(listed.device().id()).matches("[0-9a-f]{4}:[0-9a-f]{4}");
        }
      }
    }
    assertThat(PciDeviceText.parse("01:00.0 VGA compatible controller [0300]: NVIDIA [10de:1c"))
        .isEmpty();
    assertThat(PciDeviceText.parse("01:00.0 0300: 10de:1c0")).isEmpty();
    assertThat(PciDeviceText.parse("")).isEmpty();
  }

  @Test
  void one_function_is_listed_once_with_what_the_last_line_says() {
    assertThat(PciDeviceText.parse("01:00.0 0300: 10de:1c03\n0000:01:00.0 0300: 10de:1c8d\n"))
        .extracting(listed -> listed.device().id())
        .containsExactly("10de:1c8d");
  }

  @Test
  void hostile_text_is_bounded() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      many.append(String.format(Locale.ROOT, "%08x:00:00.0 0300: 10de:1c03%n", i));
    }
    assertThat(PciDeviceText.parse(many.toString())).hasSize(PciDeviceText.MOST_DEVICES);
    for (String piece :
        List.of("[", "/", " ", "\t", "0", "[10de:", "01:00.0 ", "\"a", "==> /", "Slot:", "\0")) {
      assertThat(PciDeviceText.parse(piece.repeat((1 << 20) / piece.length()))).isEmpty();
    }
    byte[] noise = new byte[1 << 20];
    new Random(5).nextBytes(noise);
    assertThat(PciDeviceText.parse(Slice.of(noise))).isEmpty();
    assertThat(PciDeviceText.parse(NNK + "x".repeat(1 << 20) + "\n" + NNK)).hasSize(4);
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_text() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
      byte[] marked = ("\ufeff" + NNK).getBytes(charset);
      assertThat(PciDeviceText.parse(Slice.of(marked)))
          .as(charset.name())
          .isEqualTo(PciDeviceText.parse(NNK));
    }
  }

  @Test
  void a_file_and_a_folder_like_that_of_sysfs() throws IOException {
    Path file = Files.writeString(folder.resolve("lspci.txt"), NNK);
    assertThat(PciDeviceText.read(file)).hasSize(4);

    Path devices = Files.createDirectory(folder.resolve("devices"));
    Path card = Files.createDirectory(devices.resolve("0000:01:00.0"));
    Files.writeString(card.resolve("vendor"), "0x10de\n");
    Files.writeString(card.resolve("device"), "0x1c03\n");
    Files.writeString(card.resolve("class"), "0x030000\n");
    Files.writeString(card.resolve("subsystem_vendor"), "0x1458\n");
    Files.createDirectory(card.resolve("subsystem_device"));
    Files.createDirectory(devices.resolve("slots"));
    assertThat(summary(PciDeviceText.read(devices)))
        .isEqualTo("0000:01:00.0 10de:1c03 030000 1458:-\n");
    assertThatThrownBy(() -> PciDeviceText.read(folder.resolve("missing")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void looking_devices_up() {
    List<ListedDevice> all = PciDeviceText.parse(NNK);
    assertThat(ListedDevice.with(PciDevice.of(0x10de, 0x1c03), all)).hasSize(1);
    assertThat(ListedDevice.with(PciDevice.of(0x10de, 0x1c04), all)).isEmpty();
    assertThat(ListedDevice.at("0000:01:00.1", all)).isPresent();
    assertThat(ListedDevice.at("0000:01:00.2", all)).isEmpty();
    assertThat(ListedDevice.address("0A:1F.7")).contains("0000:0a:1f.7");
    assertThat(ListedDevice.address("10000:e1:00.0")).contains("10000:e1:00.0");
    for (String none : List.of("", "1:0.0", "01:20.0", "01:00.8", "01:00.0 ", "0000:01:00")) {
      assertThat(ListedDevice.address(none)).isEmpty();
    }
  }
}
