package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is packed, and into which parts it is cut when it is unpacked (7-Zip's 7zFormat.txt,
 * "Streams Info").
 *
 * @param folders what is decoded at once
 * @param parts the files in each
 */
record SevenZipStreams(List<SevenZipFolder> folders, List<List<Part>> parts) {

  /** A file in a folder. */
  record Part(long size, OptionalLong crc) {}

  /** Nothing. */
  static final SevenZipStreams NONE = new SevenZipStreams(List.of(), List.of());

  /** Length of the signature header; places of packed streams count from its end. */
  static final int SIGNATURE_HEADER = 32;

  static final int END = 0x00;
  private static final int PACK_INFO = 0x06;
  private static final int UNPACK_INFO = 0x07;
  private static final int SUBSTREAMS_INFO = 0x08;
  static final int SIZE = 0x09;
  static final int CRC = 0x0a;
  private static final int FOLDER = 0x0b;
  private static final int UNPACK_SIZE = 0x0c;

  /** 7-Zip has no more coders and streams in a folder. */
  private static final int MOST_CODERS = 32;

  private static final int MOST_STREAMS = 64;
  private static final int METHOD_LENGTH = 0x0f;
  private static final int COMPLEX = 0x10;
  private static final int PROPERTIES = 0x20;
  private static final int RESERVED = 0xc0;

  /** Copies the lists. */
  SevenZipStreams {
    folders = List.copyOf(folders);
    parts = List.copyOf(parts);
  }

  /**
   * Reads them up to their end mark.
   *
   * @param container the archive, from its signature on
   */
  static SevenZipStreams read(SevenZipCursor cursor, Slice container) throws MalformedHeader {
    List<Slice> packed = List.of();
    List<SevenZipFolder> folders = List.of();
    List<List<Part>> parts = new ArrayList<>();
    int id = cursor.u8();
    if (id == PACK_INFO) {
      packed = packed(cursor, container);
      id = cursor.u8();
    }
    if (id == UNPACK_INFO) {
      folders = folders(cursor, packed);
      for (SevenZipFolder folder : folders) {
        parts.add(List.of(new Part(folder.size(), folder.crc())));
      }
      id = cursor.u8();
    }
    if (id == SUBSTREAMS_INFO) {
      parts = SevenZipParts.read(cursor, folders);
      id = cursor.u8();
    }
    if (id != END) {
      throw new MalformedHeader("property " + id);
    }
    return new SevenZipStreams(folders, parts);
  }

  private static List<Slice> packed(SevenZipCursor cursor, Slice container) throws MalformedHeader {
    long at = SIGNATURE_HEADER + (long) cursor.number(Integer.MAX_VALUE);
    int count = cursor.count();
    List<Slice> packed = new ArrayList<>();
    int id = cursor.u8();
    while (id != END) {
      if (id == SIZE) {
        for (int i = 0; i < count; i++) {
          long size = cursor.number();
          if (size < 0) {
            throw new MalformedHeader("a stream of 2^63 bytes");
          }
          packed.add(container.clamp(at, size));
          at = Math.min(container.length(), at) + Math.min(size, container.length());
        }
      } else if (id == CRC) {
        cursor.digests(count);
      } else {
        throw new MalformedHeader("property " + id);
      }
      id = cursor.u8();
    }
    return packed;
  }

  private static List<SevenZipFolder> folders(SevenZipCursor cursor, List<Slice> packed)
      throws MalformedHeader {
    expect(cursor, FOLDER);
    int count = cursor.count();
    expect(cursor, 0);
    List<SevenZipFolder> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(folder(cursor));
    }
    expect(cursor, UNPACK_SIZE);
    List<List<Long>> sizes = new ArrayList<>();
    for (SevenZipFolder draft : drafts) {
      List<Long> own = new ArrayList<>();
      for (int i = 0; i < draft.coders().size(); i++) {
        own.add(size(cursor));
      }
      sizes.add(own);
    }
    List<OptionalLong> digests = Collections.nCopies(count, OptionalLong.empty());
    int id = cursor.u8();
    while (id != END) {
      if (id != CRC) {
        throw new MalformedHeader("property " + id);
      }
      digests = cursor.digests(count);
      id = cursor.u8();
    }
    List<SevenZipFolder> folders = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < count; i++) {
      int end = next + drafts.get(i).packed().size();
      if (end > packed.size()) {
        throw new MalformedHeader("more streams than there are");
      }
      folders.add(drafts.get(i).with(sizes.get(i), packed.subList(next, end), digests.get(i)));
      next = end;
    }
    return folders;
  }

  /** The size of something. */
  static long size(SevenZipCursor cursor) throws MalformedHeader {
    long size = cursor.number();
    if (size < 0) {
      throw new MalformedHeader("a file of 2^63 bytes");
    }
    return size;
  }

  private static SevenZipFolder folder(SevenZipCursor cursor) throws MalformedHeader {
    int count = cursor.number(MOST_CODERS);
    List<SevenZipFolder.Coder> coders = new ArrayList<>();
    int inputs = 0;
    for (int i = 0; i < count; i++) {
      SevenZipFolder.Coder coder = coder(cursor);
      coders.add(coder);
      inputs += coder.inputs();
    }
    if (count < 1 || inputs < count - 1 || inputs > MOST_STREAMS) {
      throw new MalformedHeader(inputs + " streams for " + count + " coders");
    }
    List<SevenZipFolder.Bond> bonds = new ArrayList<>();
    for (int i = 0; i < count - 1; i++) {
      bonds.add(new SevenZipFolder.Bond(cursor.number(inputs - 1), cursor.number(count - 1)));
    }
    List<Integer> packed = new ArrayList<>();
    int stored = inputs - bonds.size();
    if (stored == 1) {
      for (int input = 0; input < inputs; input++) {
        int candidate = input;
        if (bonds.stream().noneMatch(bond -> bond.input() == candidate)) {
          packed.add(input);
        }
      }
    } else {
      for (int i = 0; i < stored; i++) {
        packed.add(cursor.number(inputs - 1));
      }
    }
    return new SevenZipFolder(coders, bonds, packed, List.of(), List.of(), OptionalLong.empty());
  }

  private static SevenZipFolder.Coder coder(SevenZipCursor cursor) throws MalformedHeader {
    int flags = cursor.u8();
    if ((flags & RESERVED) != 0) {
      throw new MalformedHeader("a coder with flags " + flags);
    }
    String method = HexFormat.of().formatHex(cursor.bytes(flags & METHOD_LENGTH).toByteArray());
    boolean complex = (flags & COMPLEX) != 0;
    int inputs = complex ? cursor.number(MOST_STREAMS) : 1;
    if (complex && cursor.number() != 1) {
      throw new MalformedHeader("a coder with several outputs");
    }
    Slice properties = (flags & PROPERTIES) != 0 ? cursor.block() : cursor.bytes(0);
    return new SevenZipFolder.Coder(method, inputs, properties);
  }

  private static void expect(SevenZipCursor cursor, int id) throws MalformedHeader {
    int found = cursor.u8();
    if (found != id) {
      throw new MalformedHeader("property " + found);
    }
  }
}
