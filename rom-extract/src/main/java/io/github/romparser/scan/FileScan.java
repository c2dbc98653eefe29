package io.github.romparser.scan;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.compare.RomIdentity;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file in, one row out: a plain function without state, for as many threads or machines as
 * there are. It uses one thread, throws nothing for what is in a file, and keeps none of its bytes.
 */
public final class FileScan {

  private FileScan() {}

  /**
   * Scans a file of the file system.
   *
   * @param path the file; it is the row's name, too
   */
  public static ScanRow of(Path path, ScanOptions options) {
    long size = 0;
    try {
      size = Files.size(path);
      return size > options.mostBytes()
          ? ScanRow.unread(path.toString(), size, "larger than " + options.mostBytes() + " bytes")
          : of(path.toString(), ByteInput.of(path).read(), options);
    } catch (IOException e) {
      return ScanRow.unread(path.toString(), size, reason(e));
    } catch (OutOfMemoryError e) {
      return ScanRow.unread(path.toString(), size, "Java's memory does not suffice");
    }
  }

  private static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "No such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "Permission denied";
    }
    String reason =
        problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
    return reason == null ? problem.getClass().getSimpleName() : reason;
  }

  /**
   * Scans bytes.
   *
   * @param name the row's name; what is behind the last slash begins the paths of ROMs inside
   */
  public static ScanRow of(String name, Slice bytes, ScanOptions options) {
    RomFile file = RomReader.read(bytes);
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (file.kind().isRom() || !options.unpack()) {
      List<ScanRom> roms = new ArrayList<>();
      for (RomChain chain : file.chains()) {
        roms.add(rom(last, bytes, chain));
      }
      return row(name, file, roms, file.findings(), Optional.empty());
    }
    Extraction found =
        Extractor.extract(last, bytes, ExtractOptions.usual().with(options.budget()).threads(1));
    return row(
        name,
        file,
        found.roms().stream().map(FileScan::rom).toList(),
        found.findings(),
        Optional.of(found));
  }

  private static ScanRow row(
      String name,
      RomFile file,
      List<ScanRom> roms,
      List<Finding> findings,
      Optional<Extraction> found) {
    return new ScanRow(
        name,
        file.bytes().length(),
        Optional.of(Sha256.hex(file.bytes())),
        Optional.of(file.kind().id()),
        roms,
        findings,
        found.map(Extraction::verdict),
        found.map(Extraction::deadEnds).orElse(List.of()),
        Optional.empty());
  }

  private static ScanRom rom(String name, Slice bytes, RomChain chain) {
    Optional<PciDataStructure> data = RomIdentity.image(chain).map(RomImage::dataStructure);
    Slice rom = bytes.slice(chain.offset(), chain.end() - chain.offset());
    return new ScanRom(
        List.of(name),
        chain.offset(),
        rom.length(),
        Sha256.hex(rom),
        data.map(PciDataStructure::vendorId).orElse(0),
        data.map(PciDataStructure::deviceId).orElse(0),
        data.map(PciDataStructure::classCode).orElse(0),
        chain.images().stream().map(image -> image.dataStructure().codeType()).toList(),
        1);
  }

  private static ScanRom rom(FoundRom found) {
    return new ScanRom(
        found.sources().get(0).path(),
        found.sources().get(0).offset(),
        found.bytes().length(),
        found.sha256(),
        found.vendorId(),
        found.deviceId(),
        found.classCode(),
        found.codeTypes(),
        found.sources().size());
  }
}
