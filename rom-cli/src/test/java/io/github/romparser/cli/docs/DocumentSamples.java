package io.github.romparser.cli.docs;

import io.github.romparser.testdata.AcpiLayouts;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.CsmTableForge;
import io.github.romparser.testdata.DellForge;
import io.github.romparser.testdata.DumpTextForge;
import io.github.romparser.testdata.EverydayRoms;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.InnoEdition;
import io.github.romparser.testdata.InnoForge;
import io.github.romparser.testdata.RarForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.VfctForge;
import io.github.romparser.testdata.VolumeForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/**
 * The files that the documents' commands are about, under the names that people give them. They are
 * built like the real ones; ids, versions and dates in them are made up.
 */
final class DocumentSamples {

  private static final String RAW_FILE = "9a0d1a06-0000-4000-8000-0000000000";
  private static final int FREEFORM = 2;
  private static final int DRIVER = 7;
  private static final int PE32 = 0x10;

  private final Path folder;

  private DocumentSamples(Path folder) {
    this.folder = folder;
  }

  /** Writes all of them into a folder, which is made. */
  static void write(Path folder) throws IOException {
    DocumentSamples samples = new DocumentSamples(folder);
    samples.roms();
    samples.updates();
    samples.acpi();
    samples.corpus();
    samples.machines();
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What flash tools, sysfs and download sites give. */
  private void roms() throws IOException {
    put("gpu.rom", EverydayRoms.nvidiaFlash());
    put("rx580.rom", RomForge.named("shadow"));
    put("rx580-flash.rom", RomForge.named("amd-flash"));
    put("rx580-download.rom", RomForge.named("truncated"));
    put("rx6600.rom", EverydayRoms.amdCard());
    put("laptop.rom", RomForge.named("muxless-laptop"));
    put("signed.rom", RomForge.named("signed-amd"));
    put("altered.rom", RomForge.named("altered-driver"));
    put("AmdGopDriver.efi", EverydayRoms.displayDriver("AMD GOP X64 Release Driver"));
  }

  /** A notebook's update, as set-up program; and one in which only the processor's ROM is. */
  private void updates() throws IOException {
    byte[] setup =
        InnoForge.of(InnoEdition.V6_0_0)
            .packing(1, DellForge::zlib)
            .file(
                "{app}\\readme.txt",
                "Close all programs first.\r\n".getBytes(StandardCharsets.US_ASCII))
            .file(
                "{app}\\N1FRG72W\\$0AN1F00.FL1", CapsuleForge.of(CapsuleForge.LENOVO, 28, flash()))
            .build();
    put("update.exe", setup);
    byte[] processorOnly =
        VolumeForge.ffs2()
            .file(FfsFileForge.sections(RAW_FILE + "05", SectionForge.raw(integrated())))
            .room(0x10000)
            .build();
    put("update-omen.bin", processorOnly);
  }

  /** The volume of the notebook: the CSM's table, ROMs for two chips, and a bare driver, packed. */
  private static byte[] flash() {
    byte[] csm = CsmTableForge.start().record(0, 0x8086, 0x0406, intel()).build();
    byte[] inner =
        VolumeForge.ffs2()
            .file(FfsFileForge.raw(CsmTableForge.FILE, csm))
            .file(FfsFileForge.sections(RAW_FILE + "01", SectionForge.raw(laptop(0x1C8D))))
            .file(FfsFileForge.sections(RAW_FILE + "02", SectionForge.raw(laptop(0x1FB0))))
            .file(
                FfsFileForge.of(
                    DRIVER,
                    RAW_FILE + "03",
                    SectionForge.list(
                        SectionForge.of(PE32, EverydayRoms.displayDriver("Intel(R) GOP Driver")),
                        SectionForge.name("IntelGopDriver"))))
            .room(0x8000)
            .build();
    return VolumeForge.ffs2()
        .file(
            FfsFileForge.of(
                FREEFORM,
                RAW_FILE + "04",
                SectionForge.packed(SectionForge.LZMA, lzma(SectionForge.of(0x17, inner)))))
        .room(0x20000)
        .build();
  }

  /** The ROM of a notebook's chip. */
  private static byte[] laptop(int device) {
    return RomForge.named(device == 0x1C8D ? "muxless-laptop" : "nvidia-tables");
  }

  private static byte[] intel() {
    return RomForge.named("intel-vbt");
  }

  private static byte[] integrated() {
    return RomForge.named("amd-apu");
  }

  private static byte[] lzma(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LZMAOutputStream packed = new LZMAOutputStream(out, new LZMA2Options(6), bytes.length)) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void acpi() throws IOException {
    put("vfct.bin", vfct());
    byte[] laptop = RomForge.named("muxless-laptop");
    put("acpi_call.log", DumpTextForge.text("acpi-call", laptop));
    put("ssdt5.aml", AcpiLayouts.named("ssdt-memory"));
    put("chunks/chunk_00.bin", Arrays.copyOf(laptop, 0x1000));
    put("chunks/chunk_01.bin", Arrays.copyOfRange(laptop, 0x1000, 0x2000));
    put(
        "chunks/chunk_02.bin",
        Arrays.copyOf(Arrays.copyOfRange(laptop, 0x2000, laptop.length), 0x1000));
  }

  private static byte[] vfct() {
    return VfctForge.start()
        .image(0x06, 0, 0x1002, 0x164E, RomForge.named("apu-atomfirmware"))
        .build();
  }

  /** What somebody who collects such files has. */
  private void corpus() throws IOException {
    put("corpus/lenovo/update.exe", Files.readAllBytes(folder.resolve("update.exe")));
    put("corpus/hp/update-omen.bin", Files.readAllBytes(folder.resolve("update-omen.bin")));
    put("corpus/roms/gpu.rom", EverydayRoms.nvidiaFlash());
    put("corpus/roms/gpu-sysfs.rom", EverydayRoms.nvidiaSysfs());
    put("corpus/roms/rx580.rom", RomForge.named("shadow"));
    byte[] packed = EverydayRoms.displayDriver("packed");
    put("corpus/msi/bios.rar", RarForge.five(false).file("E16J5IMS.116", 3, false, packed).build());
    put("corpus/notes.txt", "Where I found these.\n");
  }

  private void machines() throws IOException {
    put(
        "machines/pci.ids",
        """
        1002  Advanced Micro Devices, Inc. [AMD/ATI]
        \t1638  Cezanne
        \t164e  Raphael
        \t67df  Ellesmere [Radeon RX 470/480/570/580]
        \t73bf  Navi 21 [Radeon RX 6800/6900]
        \t73ff  Navi 23 [Radeon RX 6600]
        10de  NVIDIA Corporation
        \t0fc6  GK107 [GeForce GTX 650]
        \t1c8d  GP107M [GeForce GTX 1050 Mobile]
        \t1fb0  TU117GLM [Quadro T1000 Mobile]
        8086  Intel Corporation
        \t0406  Haswell Integrated Graphics Controller
        C 03  Display controller
        \t00  VGA compatible controller
        \t02  3D controller
        """);
    device("desktop", "0000:00:02.0", "0x8086", "0x591b", "0x038000");
    device("desktop", "0000:01:00.0", "0x10de", "0x0fc6", "0x030000");
    put("machines/desktop/sys/bus/pci/devices/0000:01:00.0/rom", EverydayRoms.nvidiaSysfs());
    put(
        "machines/desktop/lspci",
        """
        00:02.0 Display controller [0380]: Intel Corporation HD Graphics 630 [8086:591b] (rev 04)
        \tKernel driver in use: i915
        01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GK107 [GeForce GTX 650] \
        [10de:0fc6] (rev a1)
        \tSubsystem: Dell Device [1028:0772]
        \tKernel driver in use: vfio-pci
        \tKernel modules: nouveau
        01:00.1 Audio device [0403]: NVIDIA Corporation GK107 HDMI Audio Controller [10de:0e1b]
        \tSubsystem: Dell Device [1028:0772]
        \tKernel driver in use: vfio-pci
        """);
    put(
        "machines/desktop/dmesg",
        """
        [    0.412310] pci 0000:01:00.0: BAR 6: assigned [mem 0xf6000000-0xf607ffff pref]
        [   71.204411] vfio-pci 0000:01:00.0: Invalid PCI ROM header signature: expecting 0xaa55, \
        got 0xffff
        """);
    device("laptop", "0000:00:02.0", "0x8086", "0x591b", "0x030000");
    device("laptop", "0000:01:00.0", "0x10de", "0x1c8d", "0x030200");
    put(
        "machines/laptop/sys/bus/pci/devices/0000:01:00.0/firmware_node/path",
        "\\_SB_.PCI0.PEG0.PEGP\n");
    put("machines/laptop/sys/firmware/acpi/tables/SSDT5", AcpiLayouts.named("ssdt-memory"));
    device("apu", "0000:06:00.0", "0x1002", "0x164e", "0x030000");
    put("machines/apu/sys/firmware/acpi/tables/VFCT", vfct());
  }

  private void device(String machine, String address, String vendor, String device, String kind)
      throws IOException {
    String place = "machines/" + machine + "/sys/bus/pci/devices/" + address + "/";
    put(place + "vendor", vendor + "\n");
    put(place + "device", device + "\n");
    put(place + "class", kind + "\n");
  }
}
