package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Tells what each input is and takes the pieces out of it. */
final class DumpReader {

  private final List<DumpSource> sources = new ArrayList<>();
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<AcpiTable> tables = new ArrayList<>();
  private final List<RomPiece> pieces = new ArrayList<>();
  private final Set<String> errors = new LinkedHashSet<>();

  /** Reads all inputs and brings those with numbers into their order. */
  void read(List<DumpSource.Input> inputs) {
    for (DumpSource.Input input : inputs) {
      read(input);
    }
    number();
  }

  List<DumpSource> sources() {
    return sources;
  }

  List<Chunk> chunks() {
    return chunks;
  }

  Set<String> errors() {
    return errors;
  }

  boolean hasTables() {
    return !tables.isEmpty();
  }

  boolean hasVfct() {
    return tables.stream().anyMatch(table -> table.signature().equals(Vfct.SIGNATURE));
  }

  /** ROMs in tables, in ASL source and in the registry. */
  List<EmbeddedRom> embedded() {
    List<RomPiece> all = new ArrayList<>(pieces);
    all.addAll(AmlScanner.pieces(tables));
    return EmbeddedRom.find(all);
  }

  private void read(DumpSource.Input input) {
    if (AcpiTable.read(input.bytes()).isPresent()) {
      tables(input, DumpFormat.BINARY, AcpiTables.read(input.bytes()).tables());
      return;
    }
    DumpText text = DumpText.read(input.bytes());
    if (text instanceof DumpText.Replies found) {
      errors.addAll(found.errors());
      long bytes = 0;
      for (DumpReply reply : found.replies()) {
        chunks.add(new Chunk(sources.size(), reply.offset(), reply.bytes(), reply.cut()));
        bytes += reply.bytes().length();
      }
      source(input, found.format(), found.replies().size(), bytes);
    } else if (text instanceof DumpText.Tables found) {
      tables(input, found.format(), found.tables());
    } else if (text instanceof DumpText.Buffers found) {
      long bytes = 0;
      for (NamedBuffer buffer : found.buffers()) {
        bytes += buffer.bytes().length();
        piece("", buffer.name(), buffer.bytes());
      }
      source(input, found.format(), found.buffers().size(), bytes);
    } else if (text instanceof DumpText.Values found) {
      values(input, found);
    } else if (text.format() == DumpFormat.BINARY && input.bytes().length() > 0) {
      chunks.add(new Chunk(sources.size(), OptionalLong.empty(), input.bytes(), false));
      source(input, text.format(), 1, input.bytes().length());
    } else {
      source(input, text.format(), 0, 0);
    }
  }

  private void source(DumpSource.Input input, DumpFormat format, int count, long bytes) {
    sources.add(new DumpSource(input.name(), input.bytes().length(), format, count, bytes));
  }

  private void tables(DumpSource.Input input, DumpFormat format, List<AcpiTable> found) {
    tables.addAll(found);
    long bytes = found.stream().mapToLong(table -> table.bytes().length()).sum();
    source(input, format, found.size(), bytes);
  }

  /** ROMs may be values of the registry, and so may be tables. */
  private void values(DumpSource.Input input, DumpText.Values found) {
    long bytes = 0;
    for (RegistryValue value : found.values()) {
      bytes += value.bytes().length();
      AcpiTable.read(value.bytes())
          .ifPresentOrElse(
              tables::add,
              () ->
                  pieces.add(
                      new RomPiece(sources.size(), "", "", value.bytes(), value.bytes().length())));
    }
    source(input, found.format(), found.values().size(), bytes);
  }

  private void piece(String scope, String name, Slice bytes) {
    if (bytes.length() >= RomPiece.LEAST) {
      int dot = name.lastIndexOf('.');
      String last = name.substring(Math.max(dot, name.lastIndexOf('\\')) + 1);
      String path = dot < 0 ? scope : name.substring(0, dot);
      pieces.add(new RomPiece(sources.size(), path, last, bytes, bytes.length()));
    }
  }

  /** Brings files that have one piece each into the order of the numbers in their names. */
  private void number() {
    boolean single =
        sources.size() > 1
            && chunks.size() == sources.size()
            && sources.stream().allMatch(source -> source.chunks() == 1);
    long places = chunks.stream().map(Chunk::offset).distinct().count();
    if (single && places == 1) {
      List<Chunk> loose = chunks.stream().map(Chunk::anywhere).toList();
      List<Chunk> ordered =
          ChunkNames.of(sources.stream().map(DumpSource::name).toList()).order(loose);
      chunks.clear();
      chunks.addAll(ordered);
    }
  }
}
