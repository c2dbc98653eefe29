package io.github.romparser.extract.handler;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.CsmTableForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.FlashForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SectionForge;
import io.github.romparser.testdata.StoreStream;
import io.github.romparser.testdata.VolumeForge;
import io.github.romparser.vendor.intel.Vbt;
import java.util.List;
import java.util.stream.Stream;

/** Small UEFI volumes, capsules and images of flash chips. */
public final class FirmwareSpecimens {
  private static final String TYPE = "00000001-0002-0003-0004-000000000005";

  private FirmwareSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    byte[] rom = Search.rom();
    byte[] raw = SectionForge.list(SectionForge.raw(rom), SectionForge.name("Rom"));
    byte[] table =
        CsmTableForge.start().record(0x20, 1, 2, rom).record(3, 0, 0, new byte[9]).build();
    Slice graphics = RomReader.read(Slice.of(RomForge.named("intel-vbt"))).bytes();
    byte[] vbt = Vbt.find(graphics).orElseThrow().bytes().toByteArray();
    Stream<Specimen> sections =
        Stream.of(
                SectionForge.LZMA,
                SectionForge.LZMA_X86,
                SectionForge.TIANO,
                SectionForge.BROTLI,
                SectionForge.GZIP,
                SectionForge.ZLIB)
            .map(
                guid ->
                    Specimen.of(
                        "uefi-sections", guid.substring(0, 8), volume(Packed.section(guid, raw))));
    return Stream.concat(
        sections,
        Stream.of(
            Specimen.of(
                "uefi-sections",
                "compressed",
                volume(SectionForge.crc32(SectionForge.compressed(1, 0, StoreStream.of(raw))))),
            Specimen.of(
                "uefi-volume",
                "",
                VolumeForge.ffs2()
                    .named(TYPE)
                    .file(FfsFileForge.sections(Search.FILE, raw))
                    .file(FfsFileForge.raw(TYPE, Search.rom(0x1c8e)).deleted())
                    .build()),
            Specimen.of("uefi-volume", "ffs3", VolumeForge.ffs3().file(raw(rom)).build()),
            Specimen.of(
                "ami-csmcore",
                "",
                VolumeForge.ffs1().file(FfsFileForge.raw(CsmTableForge.FILE, table)).build()),
            Specimen.of("efi-capsule", "toshiba", CapsuleForge.toshiba(raw)),
            Specimen.of("aptio-capsule", "", CapsuleForge.aptio(true, 64, rom)),
            Specimen.of(
                "fmp-capsule",
                "",
                CapsuleForge.fmp(
                    List.of(rom), List.of(CapsuleForge.payload(2, TYPE, true, true, raw)))),
            Specimen.of(
                "intel-flash",
                "",
                FlashForge.size(0x3000).region(1, 0x1000, 0x2000).put(0x1800, rom).build()),
            Specimen.of("intel-vbt", "", Search.join(new byte[] {1, 2, 3}, vbt, rom))));
  }

  private static byte[] volume(byte[] section) {
    return VolumeForge.ffs2().file(FfsFileForge.sections(Search.FILE, section)).build();
  }

  private static FfsFileForge raw(byte[] bytes) {
    return FfsFileForge.raw(TYPE, bytes);
  }
}
