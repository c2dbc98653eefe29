package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Decoder;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;
import java.util.Optional;

/** Hands out the chunks of a set-up whose header was read. */
final class InnoOpening {

  /** So many chunks that are wrong are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  private final FormatInfo info;
  private final InnoHeader header;
  private final InnoStore store;
  private final Slice container;
  private final Opened.Builder opened;
  private final Allowance allowance;
  private long known;
  private int troubles;
  private int encrypted;

  InnoOpening(
      FormatInfo info,
      InnoHeader header,
      InnoStore store,
      Slice container,
      Opened.Builder opened,
      Allowance allowance) {
    this.info = info;
    this.header = header;
    this.store = store;
    this.container = container;
    this.opened = opened;
    this.allowance = allowance;
  }

  /** Adds everything. */
  void all() {
    List<InnoData> sane = header.data().stream().filter(InnoData::sane).toList();
    if (sane.size() < header.data().size()) {
      trouble(
          Trouble.Reason.DAMAGED, (header.data().size() - sane.size()) + " files without places");
    }
    InnoChunk.of(sane).forEach(this::chunk);
    if (encrypted > 0) {
      opened.trouble(
          Trouble.Reason.PASSWORD,
          container.offset(),
          "Inno Setup, " + encrypted + " of " + header.data().size() + " files");
    }
    store.missing().forEach(name -> trouble(Trouble.Reason.TRUNCATED, name + " is not beside it"));
  }

  private void trouble(Trouble.Reason reason, String detail) {
    if (troubles++ < MOST_TROUBLES) {
      opened.trouble(reason, container.offset(), detail);
    }
  }

  private void chunk(InnoChunk chunk) {
    InnoData first = chunk.first();
    List<Slice> pieces = store.pieces(first.firstSlice(), first.chunk(), chunk.length());
    if (pieces.isEmpty()) {
      return;
    }
    Slice start = pieces.get(0);
    String name = header.name(first);
    if (!start.startsWith(0, InnoProgram.CHUNK)) {
      trouble(Trouble.Reason.DAMAGED, name + ": no chunk at " + first.chunk());
      return;
    }
    if (store.inside()) {
      if (start.offset() < known) {
        trouble(Trouble.Reason.DAMAGED, name + ": overlaps another");
        return;
      }
      known = start.end();
      opened.structure(start.slice(0, InnoChunk.MAGIC).range());
    }
    if (first.encrypted()) {
      encrypted += chunk.files().size();
      if (store.inside()) {
        opened.structure(start.range());
      }
      return;
    }
    InnoCompression compression = compression(first, start);
    List<InnoFile> files =
        chunk.files().stream()
            .map(file -> InnoFile.of(header.name(file), file, header.layout()))
            .toList();
    if (store.inside() && compression == InnoCompression.STORED) {
      plain(start, files, first);
    } else {
      packed(pieces, files, compression, chunk.size());
    }
  }

  private InnoCompression compression(InnoData first, Slice start) {
    if (!first.compressed()) {
      return InnoCompression.STORED;
    }
    return header
        .setup()
        .map(InnoSetup::compression)
        .filter(compression -> compression != InnoCompression.STORED)
        .orElseGet(() -> InnoCompression.guess(start.from(InnoChunk.MAGIC)));
  }

  /** Files that stand in the set-up as they are. */
  private void plain(Slice start, List<InnoFile> files, InnoData first) {
    Slice content = start.from(InnoChunk.MAGIC);
    if (content.length() < first.stored()) {
      trouble(Trouble.Reason.TRUNCATED, header.name(first) + ": the chunk is cut off");
    }
    new InnoFiles(info, files).cut(content, opened, allowance);
  }

  private void packed(
      List<Slice> pieces, List<InnoFile> files, InnoCompression compression, long size) {
    if (size == 0) {
      return;
    }
    long input = pieces.stream().mapToLong(Slice::length).sum();
    Range source = store.inside() ? pieces.get(0).range() : new Range(container.offset(), 0);
    if (files.size() > 1) {
      Decoder all = own -> InnoChunk.decode(pieces, compression, size, own);
      opened.child(
          new Child(
              Step.UNSEEN,
              new Child.Packed(source, input, all),
              Optional.of(new InnoFiles(info, files))));
      return;
    }
    InnoFile file = files.get(0);
    Decoder one = own -> single(InnoChunk.decode(pieces, compression, size, own), file, own);
    opened.child(
        new Child(
            InnoFiles.step(info, file), new Child.Packed(source, input, one), Optional.empty()));
  }

  /** The only file of a chunk. What is wrong with the chunk is worse than a wrong hash. */
  private static Decoded single(Decoded chunk, InnoFile file, Allowance allowance) {
    Decoded restored = file.restored(file.in(chunk.bytes()), allowance);
    return new Decoded(restored.bytes(), chunk.trouble().or(restored::trouble));
  }
}
