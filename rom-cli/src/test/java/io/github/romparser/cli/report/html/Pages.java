package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.ExtractResult;
import io.github.romparser.compare.RomDiff;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.sign.Sha256;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.vendor.RomContents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Pages of forged files, made without the command line. */
final class Pages {

  private Pages() {}

  static RomFile rom(byte[] bytes) {
    return RomReader.read(Slice.of(bytes));
  }

  static String text(Slice page) {
    return new String(page.toByteArray(), StandardCharsets.UTF_8);
  }

  static String show(String name, byte[] bytes) {
    ShowPage page = new ShowPage(PciIds.none(), List.of(name));
    page.add(name, RomContents.of(rom(bytes)));
    return text(page.bytes());
  }

  static String check(String layout, Target... targets) {
    RomContents contents = RomContents.of(rom(RomForge.named(layout)));
    CheckInput input =
        new CheckInput(
            contents.judged(), OptionalLong.empty(), Optional.empty(), EfiMachine.X64, false, true);
    List<Verdict> verdicts =
        Stream.of(targets).map(target -> Consumer.of(target).check(input)).toList();
    return text(CheckPage.of(layout + ".rom", contents, Optional.empty(), verdicts, PciIds.none()));
  }

  static String diff(String a, String b) {
    RomDiff diff = RomDiff.of(rom(RomForge.named(a)), rom(RomForge.named(b)));
    return text(DiffPage.of(a + ".rom", b + ".rom", diff, PciIds.none()));
  }

  static String extract(String name, byte[] blob) {
    return extract(name, blob, Extractor.extract(name, Slice.of(blob), ExtractOptions.usual()));
  }

  static String extract(String name, byte[] blob, Extraction extraction) {
    ExtractPage page = new ExtractPage(PciIds.none(), List.of(name));
    page.add(
        new ExtractResult(
            name,
            blob.length,
            Sha256.hex(Slice.of(blob)),
            extraction,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            true));
    return text(page.bytes());
  }

  /** A flash image with a ROM, padding, and an archive with an archive with another. */
  static byte[] update() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[2048]);
    all.writeBytes(RomForge.named("muxless-laptop"));
    all.writeBytes(RomForge.start().pad(9000, 0xff).build());
    all.writeBytes(zip("bios.zip", zip("bios/<i>apu</i>.rom", RomForge.named("amd-apu"))));
    return all.toByteArray();
  }

  static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
