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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file in, one row out: a plain function without state, for as many threads or machines as
 * there are. It uses one thread, throws nothing for what is in a file, and keeps none of its bytes.
 */
public final class FileScan {

  /** What stands in a name for bytes that are no text. */
  private static final char NO_CHARACTER = '\ufffd';

  private FileScan() {}

  /**
   * Scans a file of the file system.
   *
   * <p>It always gives a row: what cannot be read, and what this library fails at, which would be a
   * bug of it, is told in {@link ScanRow#problem()}, so that no file ends the run over thousands.
   * The time of the budget is that of the search; a file system that does not answer is waited for.
   *
   * @param path the file; it is the row's name, too. Anything but a regular file, such as a pipe
   *     that nobody writes to, is not opened
   * @param options how to scan; a file with more than their {@code mostBytes} is not read
   * @return what was found, or why the file was not read
   */
  public static ScanRow of(Path path, ScanOptions options) {
    ScanRow row = row(path, options);
    return uri(path).map(row::at).orElse(row);
  }

  /**
   * A file exactly, where its name is no text.
   *
   * @param path its file is not opened, and need not exist
   * @return its URI; empty if {@link Path#toString()} has every character of the name
   */
  public static Optional<String> uri(Path path) {
    return path.toString().indexOf(NO_CHARACTER) < 0
        ? Optional.empty()
        : Optional.of(path.toUri().toString());
  }

  private static ScanRow row(Path path, ScanOptions options) {
    String name = path.toString();
    long size = 0;
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      if (file.isOther()) {
        return ScanRow.unread(name, 0, "Not a regular file");
      }
      size = file.size();
      return size > options.mostBytes()
          ? ScanRow.unread(name, size, "larger than " + options.mostBytes() + " bytes")
          : of(name, ByteInput.of(path).read(), options);
    } catch (IOException e) {
      return ScanRow.unread(name, size, reason(e));
    } catch (OutOfMemoryError e) {
      return ScanRow.unread(name, size, "Java's memory does not suffice");
    } catch (RuntimeException | StackOverflowError e) {
      return ScanRow.unread(name, size, "internal error: " + e);
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
   * @param bytes all of the file
   * @param options whether to search inside, and with which budget; their {@code mostBytes} does
   *     not matter here
   * @return what was found; it has no problem and no URI
   */
  public static ScanRow of(String name, Slice bytes, ScanOptions options) {
    RomFile file = RomReader.read(bytes);
    String sha256 = Sha256.hex(bytes);
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (file.kind().isRom() || !options.unpack()) {
      List<ScanRom> roms = new ArrayList<>();
      for (RomChain chain : file.chains()) {
        roms.add(rom(last, file, sha256, chain));
      }
      return row(name, file, sha256, roms, file.findings(), Optional.empty());
    }
    Extraction found =
        Extractor.extract(last, bytes, ExtractOptions.usual().with(options.budget()).threads(1));
    return row(
        name,
        file,
        sha256,
        found.roms().stream().map(FileScan::rom).toList(),
        found.findings(),
        Optional.of(found));
  }

  private static ScanRow row(
      String name,
      RomFile file,
      String sha256,
      List<ScanRom> roms,
      List<Finding> findings,
      Optional<Extraction> found) {
    return new ScanRow(
        name,
        Optional.empty(),
        file.bytes().length(),
        Optional.of(sha256),
        Optional.of(file.kind().id()),
        roms,
        findings,
        found.map(Extraction::verdict),
        found.map(Extraction::deadEnds).orElse(List.of()),
        Optional.empty());
  }

  private static ScanRom rom(String name, RomFile file, String sha256, RomChain chain) {
    Optional<PciDataStructure> data = RomIdentity.image(chain).map(RomImage::dataStructure);
    Slice rom = file.bytes().slice(chain.offset(), chain.end() - chain.offset());
    return new ScanRom(
        List.of(name),
        chain.offset(),
        rom.length(),
        rom.length() == file.bytes().length() ? sha256 : Sha256.hex(rom),
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
