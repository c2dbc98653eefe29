package io.github.romparser.extract.handler.uefi;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.extract.codec.Brotli;
import io.github.romparser.extract.codec.EfiStream;
import io.github.romparser.extract.codec.Inflate;
import io.github.romparser.extract.codec.LzmaAlone;
import io.github.romparser.extract.codec.LzmaX86;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Decoder;

/** How sections are packed. */
enum Packing {
  /** LZMA. */
  LZMA("lzma") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      return better(data, from -> LzmaAlone.decode(from, allowance));
    }

    @Override
    boolean plausible(Slice data) {
      return lzma(data) || lzma(data.from(LEGACY));
    }
  },
  /** LZMA of code that went through the x86 filter. */
  LZMA_X86("lzma x86") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      return better(data, from -> LzmaX86.decode(from, allowance));
    }

    @Override
    boolean plausible(Slice data) {
      return LZMA.plausible(data);
    }
  },
  /** The specification's own compression or Tiano's; nothing says which. */
  STANDARD("compressed") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      return standard(data, allowance);
    }

    @Override
    boolean plausible(Slice data) {
      return data.has(0, EfiDecompressor.HEADER_LENGTH)
          && data.has(EfiDecompressor.HEADER_LENGTH, data.u32(0))
          && data.u32(4) > 0;
    }
  },
  /** Tiano's compression, which some firmware means the specification's own by. */
  TIANO("tiano") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      return standard(data, allowance);
    }

    @Override
    boolean plausible(Slice data) {
      return STANDARD.plausible(data);
    }
  },
  /** Brotli behind the sizes of output and scratch memory (edk2 BrotliCustomDecompressLib). */
  BROTLI("brotli") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      return Brotli.decode(data.from(BROTLI_SIZES), allowance);
    }

    @Override
    boolean plausible(Slice data) {
      return data.has(0, BROTLI_SIZES + 1L) && data.u32(4) == 0 && data.u32(12) == 0;
    }
  },
  /** gzip, of Qualcomm. */
  GZIP("gzip") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      return Inflate.gzip(data, allowance);
    }

    @Override
    boolean plausible(Slice data) {
      return data.has(0, 2) && data.u16(0) == 0x8b1f;
    }
  },
  /** zlib behind a header of 256 bytes, of AMD: the size of the stream is at 0x14 of it. */
  ZLIB("zlib") {
    @Override
    Decoded decode(Slice data, Allowance allowance) {
      Slice stream = data.from(AMD_HEADER);
      long size = data.has(0, AMD_HEADER) ? data.u32(AMD_SIZE_AT) : 0;
      return Inflate.zlib(size > 0 ? stream.clamp(0, size) : stream, allowance);
    }

    @Override
    boolean plausible(Slice data) {
      return data.has(AMD_HEADER, 2)
          && (data.u8(AMD_HEADER) & 0xf) == Byte.SIZE
          && data.be16(AMD_HEADER) % 31 == 0;
    }
  };

  /** Intel's old firmware has four more bytes before the LZMA header (UEFITool). */
  private static final int LEGACY = 4;

  private static final int BROTLI_SIZES = 16;
  private static final int AMD_HEADER = 0x100;
  private static final int AMD_SIZE_AT = 0x14;

  private final String label;

  Packing(String label) {
    this.label = label;
  }

  /** What it is called in a path. */
  String label() {
    return label;
  }

  /** Decodes what is packed so. */
  abstract Decoded decode(Slice data, Allowance allowance);

  /** Whether bytes begin as they would have to; cheap. */
  abstract boolean plausible(Slice data);

  /** A decoder of these bytes. */
  Decoder decoder(Slice data) {
    return allowance -> decode(data, allowance);
  }

  private static boolean lzma(Slice data) {
    // The first byte of the stream itself is always 0.
    return LzmaAlone.plausible(data)
        && data.has(0, LzmaAlone.HEADER_LENGTH + 1L)
        && data.u8(LzmaAlone.HEADER_LENGTH) == 0;
  }

  /** One way to decode. */
  @FunctionalInterface
  private interface Way {
    Decoded decode(Slice from);
  }

  /** From the start, or where that gives trouble, behind the four bytes of old firmware. */
  private static Decoded better(Slice data, Way way) {
    Decoded first = way.decode(data);
    if (first.trouble().isEmpty() || !lzma(data.from(LEGACY))) {
      return first;
    }
    Decoded second = way.decode(data.from(LEGACY));
    boolean better = second.trouble().isEmpty() || second.bytes().length() > first.bytes().length();
    return better ? second : first;
  }

  /** The way whose output is a list of sections; a wrong way may well give bytes, too. */
  private static Decoded standard(Slice data, Allowance allowance) {
    Decoded tiano = EfiStream.decode(data, Variant.TIANO, allowance);
    SectionList tianoList = SectionList.read(tiano.bytes());
    if (tianoList.whole()) {
      return tiano;
    }
    Decoded efi = EfiStream.decode(data, Variant.EFI_1_1, allowance);
    SectionList efiList = SectionList.read(efi.bytes());
    boolean better =
        efiList.whole()
            || efiList.sections().size() > tianoList.sections().size()
            || (tiano.trouble().isPresent() && efi.trouble().isEmpty());
    return better ? efi : tiano;
  }
}
