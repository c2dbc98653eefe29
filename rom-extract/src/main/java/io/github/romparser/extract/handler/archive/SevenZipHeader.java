package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * A 7z header: what is packed how, and which files it is (7-Zip's 7zFormat.txt).
 *
 * @param blocks what is decoded at once, each with its files
 */
record SevenZipHeader(List<Block> blocks) {

  /**
   * What is decoded at once.
   *
   * @param folder how
   * @param members the files in it, in their order; none for the block that is the header
   */
  record Block(SevenZipFolder folder, List<Member> members) {
    /** Copies the list. */
    Block {
      members = List.copyOf(members);
    }
  }

  /**
   * A file that is not empty.
   *
   * @param name its name; empty if it has none
   * @param size bytes
   * @param crc CRC-32 of them, if it is known
   */
  record Member(String name, long size, OptionalLong crc) {}

  private static final int END = 0x00;
  static final int HEADER = 0x01;
  private static final int ARCHIVE_PROPERTIES = 0x02;
  private static final int ADDITIONAL_STREAMS = 0x03;
  private static final int MAIN_STREAMS = 0x04;
  private static final int FILES = 0x05;
  private static final int EMPTY_STREAM = 0x0e;
  private static final int NAMES = 0x11;

  /** A header that is packed itself. */
  static final int ENCODED_HEADER = 0x17;

  /** Copies the list. */
  SevenZipHeader {
    blocks = List.copyOf(blocks);
  }

  /**
   * Reads what stands behind {@link #HEADER}.
   *
   * @param container the archive, from its signature on
   * @throws MalformedHeader if it contradicts itself
   */
  static SevenZipHeader read(SevenZipCursor cursor, Slice container) throws MalformedHeader {
    SevenZipStreams streams = SevenZipStreams.NONE;
    List<String> names = List.of();
    int id = cursor.u8();
    if (id == ARCHIVE_PROPERTIES) {
      while (cursor.u8() != END) {
        cursor.block();
      }
      id = cursor.u8();
    }
    if (id == ADDITIONAL_STREAMS) {
      SevenZipStreams.read(cursor, container);
      id = cursor.u8();
    }
    if (id == MAIN_STREAMS) {
      streams = SevenZipStreams.read(cursor, container);
      id = cursor.u8();
    }
    if (id == FILES) {
      names = files(cursor);
    }
    return new SevenZipHeader(named(streams, names));
  }

  /**
   * Reads what stands behind {@link #ENCODED_HEADER}.
   *
   * @throws MalformedHeader if it contradicts itself, or nothing is packed
   */
  static SevenZipFolder encoded(SevenZipCursor cursor, Slice container) throws MalformedHeader {
    SevenZipStreams streams = SevenZipStreams.read(cursor, container);
    if (streams.folders().isEmpty()) {
      throw new MalformedHeader("a packed header without bytes");
    }
    return streams.folders().get(0);
  }

  /** The names of the files that are not empty, in their order. */
  private static List<String> files(SevenZipCursor cursor) throws MalformedHeader {
    int count = cursor.count();
    BitSet empty = new BitSet();
    List<String> names = new ArrayList<>();
    int id = cursor.u8();
    while (id != END) {
      SevenZipCursor property = new SevenZipCursor(cursor.block());
      if (id == EMPTY_STREAM) {
        empty = property.bits(count);
      } else if (id == NAMES && property.u8() == 0) {
        for (int i = 0; i < count; i++) {
          names.add(property.name());
        }
      }
      id = cursor.u8();
    }
    List<String> full = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!empty.get(i)) {
        full.add(i < names.size() ? names.get(i) : "");
      }
    }
    return full;
  }

  private static List<Block> named(SevenZipStreams streams, List<String> names) {
    List<Block> blocks = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < streams.folders().size(); i++) {
      List<Member> members = new ArrayList<>();
      for (SevenZipStreams.Part part : streams.parts().get(i)) {
        String name = next < names.size() ? names.get(next) : "";
        members.add(new Member(name, part.size(), part.crc()));
        next++;
      }
      blocks.add(new Block(streams.folders().get(i), members));
    }
    return blocks;
  }
}
