package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.SliceStream;
import io.github.romparser.extract.handler.archive.Checksums;
import io.github.romparser.extract.spi.Allowance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A block of a set-up's header (dscharrer/innoextract, src/stream/block.cpp, from 4.1.6 on): CRC-32
 * of the next five bytes (offset 0, 4 bytes), stored size (4, 4 bytes), whether it is compressed
 * (8, 1 byte); then pieces of up to 4096 bytes, each behind its CRC-32. Together they are LZMA with
 * five bytes of properties.
 *
 * @param length bytes of the block as it is stored, as far as they are there
 * @param bytes what is in it, or as much of it as can be had
 * @param trouble what is wrong with it, in few words
 */
record InnoBlock(long length, Slice bytes, Optional<String> trouble) {

  private static final int HEADER = 9;
  private static final int CRC = 4;
  private static final int COMPRESSED = 8;
  private static final int PIECE = 4096;
  private static final int LZMA_HEADER = 5;

  /** No header of a set-up is larger when it is unpacked, in bytes. */
  private static final long LARGEST = 64 << 20;

  private static final int STEP = 1 << 14;

  /** Bytes of a dictionary that is larger than any header needs. */
  private static final long DICTIONARY_A_BYTE = 1024;

  private static final long LEAST_DICTIONARY = 1 << 16;

  /** Whether a block begins at a place: its header has a sum. */
  static boolean at(Slice bytes, long at) {
    return bytes.has(at, HEADER)
        && bytes.u8(at + COMPRESSED) <= 1
        && Checksums.crc32(bytes.slice(at + CRC, HEADER - CRC)) == bytes.u32(at);
  }

  /** The length of the block at a place, as it is stored; it may be more than is there. */
  static long length(Slice bytes, long at) {
    return HEADER + bytes.u32(at + CRC);
  }

  /** Reads the block at a place where there is one. */
  static InnoBlock read(Slice bytes, long at, Allowance allowance) {
    long size = bytes.u32(at + CRC);
    Slice stored = bytes.clamp(at + HEADER, size);
    allowance.take(stored.length());
    allowance.work(stored.length());
    ByteArrayOutputStream joined = new ByteArrayOutputStream(stored.length());
    String trouble = stored.length() < size ? "it is cut off" : "";
    for (long piece = 0; piece + CRC < stored.length(); piece += CRC + PIECE) {
      Slice content = stored.clamp(piece + CRC, PIECE);
      if (trouble.isEmpty() && Checksums.crc32(content) != stored.u32(piece)) {
        trouble = "CRC-32 is wrong";
      }
      joined.writeBytes(content.toByteArray());
    }
    Slice packed = Slice.of(joined.toByteArray());
    long length = (long) HEADER + stored.length();
    if (bytes.u8(at + COMPRESSED) == 0) {
      return new InnoBlock(length, packed, said(trouble));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String failure = unpack(packed, out, allowance);
    return new InnoBlock(
        length, Slice.of(out.toByteArray()), said(trouble.isEmpty() ? failure : trouble));
  }

  private static Optional<String> said(String trouble) {
    return Optional.of(trouble).filter(text -> !text.isEmpty());
  }

  /** What went wrong, or nothing. */
  private static String unpack(Slice packed, ByteArrayOutputStream out, Allowance allowance) {
    if (!packed.has(0, LZMA_HEADER) || packed.u8(0) > RawLzma.LARGEST_PROPERTIES) {
      return "LZMA properties";
    }
    long most = Math.min(LARGEST, allowance.most());
    long dictionary =
        Math.min(packed.u32(1), Math.max(LEAST_DICTIONARY, packed.length() * DICTIONARY_A_BYTE));
    byte[] step = new byte[STEP];
    try (InputStream in =
        RawLzma.stream(
            SliceStream.of(packed.from(LZMA_HEADER)),
            packed.u8(0),
            dictionary,
            RawLzma.UNKNOWN,
            allowance)) {
      for (int n = in.read(step); n >= 0; n = in.read(step)) {
        if (out.size() + n > most) {
          return "it has more than " + most + " bytes";
        }
        allowance.take(n);
        allowance.work(n);
        out.write(step, 0, n);
      }
      return "";
    } catch (IOException e) {
      return "LZMA: " + Optional.ofNullable(e.getMessage()).orElse("it is damaged");
    }
  }
}
