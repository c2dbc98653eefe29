package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.PeLayout;
import io.github.romparser.extract.spi.Allowance;
import java.util.Optional;

/**
 * Where the parts of a set-up are in a file that begins with its program, or with its header alone.
 *
 * @param header where the header begins; empty if it is in a file of its own
 * @param data where the data begin; empty if they are in files of their own
 * @param packedProgram where Inno Setup's own program is; empty if that is not known
 * @param end behind everything that is known to belong to it
 */
record InnoProgram(
    Optional<Long> header, Optional<Long> data, Optional<Long> packedProgram, long end) {

  /** What a chunk begins with. */
  static final String CHUNK = "zlb\u001a";

  /**
   * Finds the parts.
   *
   * @param search whether a program without a table is searched for a header; that takes as long as
   *     it is long
   */
  static Optional<InnoProgram> find(Slice file, boolean search, Allowance allowance) {
    if (file.startsWith(0, InnoVersion.TEXT)) {
      return InnoHeader.end(file, 0)
          .map(end -> new InnoProgram(Optional.of(0L), Optional.empty(), Optional.empty(), end));
    }
    return PeLayout.read(file)
        .flatMap(
            program ->
                InnoLoader.find(file, program)
                    .flatMap(loader -> of(file, program, loader))
                    .or(() -> search ? searched(file, program, allowance) : Optional.empty()));
  }

  private static Optional<InnoProgram> of(Slice file, PeLayout program, InnoLoader loader) {
    Optional<Long> header = Optional.of(loader.header()).filter(place -> place != 0);
    Optional<Long> end = header.flatMap(place -> InnoHeader.end(file, place));
    if (header.isPresent() && end.isEmpty() && file.has(loader.header(), InnoVersion.LENGTH)) {
      return Optional.empty();
    }
    long whole = Math.max(Math.max(loader.size(), program.whole()), end.orElse(0L));
    return Optional.of(
        new InnoProgram(
            header,
            Optional.of(loader.data()).filter(place -> place != 0),
            Optional.of(loader.program()).filter(place -> InnoBlock.at(file, place)),
            Math.min(file.length(), whole)));
  }

  /** The first header behind the program; the data are taken to begin with the first chunk. */
  private static Optional<InnoProgram> searched(Slice file, PeLayout program, Allowance allowance) {
    allowance.work(file.length() - program.end());
    long header = file.indexOf(InnoVersion.TEXT, program.end());
    if (header < 0) {
      return Optional.empty();
    }
    long chunk = file.indexOf(CHUNK, program.end());
    return InnoHeader.end(file, header)
        .map(
            end ->
                new InnoProgram(
                    Optional.of(header),
                    Optional.of(chunk).filter(place -> place >= 0),
                    Optional.empty(),
                    end));
  }
}
