package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set-up's header: its version, a block with what is to be done, a block with where the files
 * are.
 *
 * @param version what its text says
 * @param setup what is to be done; empty if nobody knows its layout
 * @param data where the files are; empty if that is not known
 * @param range its bytes
 * @param troubles what is wrong with it, in few words
 */
record InnoHeader(
    InnoVersion version,
    Optional<InnoSetup> setup,
    List<InnoData> data,
    Range range,
    List<String> troubles) {

  /** From 6.5 on, how files are encrypted stands between the text and the first block. */
  private static final int FARTHEST_BLOCK = 96;

  /** Copies the lists. */
  InnoHeader {
    data = List.copyOf(data);
    troubles = List.copyOf(troubles);
  }

  /** Where the header at a place ends, as far as it is there; empty if there is none. */
  static Optional<Long> end(Slice file, long at) {
    Slice header = file.from(at);
    if (at > file.length() || InnoVersion.read(header).isEmpty()) {
      return Optional.empty();
    }
    return firstBlock(header)
        .map(
            first -> {
              long second = first + InnoBlock.length(header, first);
              long end =
                  InnoBlock.at(header, second) ? second + InnoBlock.length(header, second) : second;
              return at + Math.min(header.length(), end);
            });
  }

  private static Optional<Long> firstBlock(Slice header) {
    for (long at = InnoVersion.LENGTH; at <= InnoVersion.LENGTH + FARTHEST_BLOCK; at++) {
      if (InnoBlock.at(header, at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** Reads the header that a view begins with; empty if it is none. */
  static Optional<InnoHeader> read(Slice header, Allowance allowance) {
    Optional<InnoVersion> version = InnoVersion.read(header);
    Optional<Long> first = version.flatMap(there -> firstBlock(header));
    return first.map(at -> read(header, version.orElseThrow(), at, allowance));
  }

  private static InnoHeader read(Slice header, InnoVersion version, long at, Allowance allowance) {
    List<String> troubles = new ArrayList<>();
    InnoBlock block = InnoBlock.read(header, at, allowance);
    block.trouble().ifPresent(trouble -> troubles.add("header: " + trouble));
    Optional<InnoSetup> setup = InnoSetup.read(block.bytes(), version, allowance);
    long second = at + block.length();
    long end = second;
    List<InnoData> data = List.of();
    if (InnoBlock.at(header, second)) {
      InnoBlock places = InnoBlock.read(header, second, allowance);
      places.trouble().ifPresent(trouble -> troubles.add("list of data: " + trouble));
      end += places.length();
      data = data(places.bytes(), setup, version);
    } else {
      troubles.add("no list of data");
    }
    return new InnoHeader(version, setup, data, header.clamp(0, end).range(), troubles);
  }

  private static List<InnoData> data(Slice block, Optional<InnoSetup> setup, InnoVersion version) {
    Optional<InnoDataLayout> layout =
        setup
            .filter(
                known ->
                    known.dataCount() * InnoDataLayout.of(known.version()).length()
                        == block.length())
            .map(known -> InnoDataLayout.of(known.version()));
    return layout.isPresent()
        ? layout.get().entries(block)
        : InnoDataLayout.guess(block, setup.map(InnoSetup::version).orElse(version));
  }

  /** The version that decides how programs were changed. */
  InnoVersion layout() {
    return setup.map(InnoSetup::version).orElse(version);
  }

  /** What a file is called. */
  String name(InnoData entry) {
    return setup
        .flatMap(known -> Optional.ofNullable(known.names().get((long) entry.number())))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> InnoNames.nameless(entry.number()));
  }
}
