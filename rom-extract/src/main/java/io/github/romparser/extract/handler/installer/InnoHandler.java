package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Companions;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Set-up programs of Inno Setup: a program, chunks of files, a header. Where it does not know the
 * header's layout, it gives the files without their names.
 */
public final class InnoHandler implements Handler {

  static final FormatInfo INFO =
      new FormatInfo(
          "inno",
          "Inno Setup",
          "Jordan Russell; Lenovo",
          "5.1 to 6.4 with names, other versions without; stored, zlib, bzip2, LZMA, LZMA2; solid;"
              + " the filter for programs; data in files beside it; hashes",
          "encrypted set-ups are told, not opened; 6.5 and newer were never tried; versions before"
              + " 4.1.6, and files that are downloaded, are not opened; a file with several names"
              + " has the first",
          FormatInfo.Proof.OWN_TOOL,
          List.of(
              "dscharrer/innoextract, src/setup and src/stream",
              "jrsoftware/issrc, Projects/Src/Shared.Struct.pas",
              "binref/refinery, refinery/lib/inno/archive.py"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public InnoHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("MZ"), Magic.text(InnoVersion.TEXT));
  }

  /**
   * A program says in a table where its header is. One that has no table is searched for a header,
   * where it is all that the bytes begin with.
   */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    boolean program = area.startsWith(start, "MZ");
    boolean all = program && start == 0;
    return InnoProgram.find(area.from(start), all, allowance)
        .map(found -> Found.upTo(all ? area.length() : start + found.end()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    return open(container, Companions.NONE, allowance);
  }

  @Override
  public Opened open(Slice container, Companions companions, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    Optional<InnoProgram> found = InnoProgram.find(container, true, allowance);
    if (found.isEmpty()) {
      return opened.build();
    }
    InnoProgram program = found.get();
    program
        .packedProgram()
        .ifPresent(
            at -> opened.structure(container.clamp(at, InnoBlock.length(container, at)).range()));
    Optional<Slice> bytes = header(container, program, companions, opened, allowance);
    Optional<InnoHeader> read = bytes.flatMap(there -> InnoHeader.read(there, allowance));
    if (read.isEmpty()) {
      if (bytes.isPresent()) {
        opened.trouble(Trouble.Reason.TRUNCATED, container.offset(), "no header");
      }
      return opened.build();
    }
    InnoHeader header = read.get();
    if (program.header().isPresent()) {
      opened.structure(header.range());
    }
    header
        .troubles()
        .forEach(
            trouble -> opened.trouble(Trouble.Reason.DAMAGED, header.range().offset(), trouble));
    InnoStore store =
        program
            .data()
            .map(at -> InnoStore.in(container.from(at), allowance))
            .orElseGet(
                () ->
                    InnoStore.beside(
                        companions,
                        stems(companions, header.setup()),
                        header.setup().map(InnoSetup::slicesPerDisk).orElse(1L),
                        allowance));
    new InnoOpening(INFO, header, store, container, opened, allowance).all();
    return opened.build();
  }

  /** The header in the program, or in the file {@code setup-0.bin} beside it. */
  private static Optional<Slice> header(
      Slice container,
      InnoProgram program,
      Companions companions,
      Opened.Builder opened,
      Allowance allowance) {
    if (program.header().isPresent()) {
      return Optional.of(container.from(program.header().get()));
    }
    String name = stem(companions.name()) + "-0.bin";
    Optional<Slice> file = companions.find(name, allowance);
    if (file.isEmpty()) {
      opened.trouble(Trouble.Reason.TRUNCATED, container.offset(), name + " is not beside it");
    }
    return file;
  }

  /** What the files beside it may begin with: its own name, or the one that it was made with. */
  private static List<String> stems(Companions companions, Optional<InnoSetup> setup) {
    return Stream.concat(
            Stream.of(companions.name()).filter(name -> !name.isEmpty()).map(InnoHandler::stem),
            setup.map(InnoSetup::baseName).filter(name -> !name.isEmpty()).stream())
        .distinct()
        .toList();
  }

  /** A name without its ending, and without {@code -0} if it is that of a header. */
  private static String stem(String name) {
    if (name.isEmpty()) {
      return "setup";
    }
    if (name.toLowerCase(Locale.ROOT).endsWith("-0.bin")) {
      return name.substring(0, name.length() - "-0.bin".length());
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
