package io.github.romparser.extract.handler.vendor;

import static io.github.romparser.extract.handler.Search.rom;

import io.github.romparser.extract.handler.Packed;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.handler.Specimen;
import io.github.romparser.testdata.BiosGuardForge;
import io.github.romparser.testdata.DellForge;
import io.github.romparser.testdata.PfatForge;
import io.github.romparser.testdata.PfsForge;
import io.github.romparser.testdata.PortwellForge;
import io.github.romparser.testdata.ProgramForge;
import io.github.romparser.testdata.StoreStream;
import io.github.romparser.testdata.TdkForge;
import io.github.romparser.testdata.UcpForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Small specimens of all vendors' wrappers, each with a ROM. */
public final class WrapperSpecimens {

  static final String BIOS = "01234567-89ab-cdef-0123-456789abcdef";

  private WrapperSpecimens() {}

  /** All of them. */
  public static Stream<Specimen> all() {
    return Stream.of(
        Specimen.of("dell-hdr", "", DellForge.section(DellForge.FIRMWARE, rom())),
        Specimen.of("dell-hdr", "stored", DellForge.stored(DellForge.UTILITIES, rom())),
        Specimen.of("dell-pfs", "1", pfs(1)),
        Specimen.of("dell-pfs", "2", pfs(2)),
        Specimen.of("dell-pfs", "biosguard", biosGuard()),
        Specimen.of("dell-pfs", "nested", nested()),
        Specimen.of("dell-thinos", "", DellForge.thinOs(0x72, rom(), new byte[16])),
        Specimen.of("ami-ucp", "", UcpForge.start().stored("@ROM", rom()).build("@UAF")),
        Specimen.of("ami-ucp", "packed", ucp()),
        Specimen.of("ami-pfat", "", PfatForge.start().file("a.bin", 700, rom()).build()),
        Specimen.of("ami-pfat", "signed", signed()),
        Specimen.of("phoenix-tdk", "", tdk()),
        Specimen.of(
            "portwell", "", PortwellForge.of(text("a"), PortwellForge.NONE, text("b"), rom())),
        Specimen.of("portwell", "packed", PortwellForge.of(StoreStream.of(rom()))));
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A program that begins with MZ. */
  static byte[] program() {
    return ProgramForge.start().section(".text", text("some code")).build();
  }

  private static byte[] pfs(int version) {
    return PfsForge.start(version)
        .entry(BIOS, rom())
        .entry(PfsForge.NAMES, PfsForge.name(BIOS, "System BIOS"))
        .entry(PfsForge.MODEL, text("VendorName=Dell;Model=XPS 15,END"))
        .build();
  }

  /** Blocks in another order than in the flash chip, with something missing between them. */
  private static byte[] biosGuard() {
    byte[] rom = rom();
    byte[] first = Arrays.copyOf(rom, 1000);
    byte[] second = Arrays.copyOfRange(rom, 1000, rom.length);
    byte[] blocks =
        PfsForge.start(1)
            .entry(BIOS, BiosGuardForge.block("DELL", 0x2000, text("far away")))
            .entry(BIOS, BiosGuardForge.block("DELL", 1000, second))
            .entry(BIOS, BiosGuardForge.block("DELL", 0, first))
            .build();
    return PfsForge.start(1).entry(BIOS, blocks).build();
  }

  private static byte[] nested() {
    byte[] section = DellForge.section(DellForge.FIRMWARE, pfs(1));
    return PfsForge.start(1)
        .entry(PfsForge.NESTED, section, PfsForge.metadata("Combined.exe", "1.2"))
        .build();
  }

  private static byte[] ucp() {
    byte[] inner = UcpForge.start().packed("@ROM", rom()).build("@UAF");
    return UcpForge.start()
        .stored("@AMI", inner)
        .packed("@EC1", Search.rom(2), 1)
        .stored("@NAL", text("@EC1:\\fw\\ec.bin\r\n@CMD:\\x\r\n"))
        .build("@HPU");
  }

  private static byte[] signed() {
    return PfatForge.start()
        .file("a.bin", 1024, rom(), 1, PfatForge.RSA_2048)
        .file("b.bin", 1024, Search.rom(2), 2, PfatForge.RSA_3072)
        .bytes(Search.rom(3))
        .build();
  }

  private static byte[] tdk() {
    return TdkForge.start()
        .file("a.txt", text("nothing"), TdkForge.STORED)
        .file("bios.rom", Packed.lzmaWithoutSize(rom()), TdkForge.LZMA)
        .file("ec.rom", Packed.lzma(Search.rom(2)), TdkForge.LZMA)
        .build(program());
  }
}
