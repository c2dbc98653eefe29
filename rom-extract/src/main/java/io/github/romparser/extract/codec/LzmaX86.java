package io.github.romparser.extract.codec;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import org.tukaani.xz.X86Options;

/**
 * LZMA of x86 code whose calls and jumps were made absolute first, counted from the start of the
 * output (edk2 IntelFrameworkModulePkg/Library/LzmaCustomDecompressLib, F86GuidedSectionExtraction;
 * the x86 filter of the LZMA SDK).
 */
public final class LzmaX86 {

  private LzmaX86() {}

  /**
   * Decodes one stream.
   *
   * @param stream as {@link LzmaAlone#decode} takes it
   * @param allowance limits the output, and is asked for it twice: before and after calls and jumps
   *     are made relative again
   * @return all bytes, or as many as can be had, with the trouble; up to 4 KiB in front of where it
   *     fails are lost
   */
  public static Decoded decode(Slice stream, Allowance allowance) {
    Decoded packed = LzmaAlone.decode(stream, allowance);
    Slice bytes = packed.bytes();
    Decoded plain =
        StreamDrain.drain(
            () -> new X86Options().getInputStream(SliceStream.of(bytes)),
            bytes,
            allowance,
            "x86 filter",
            bytes.length());
    return new Decoded(plain.bytes(), packed.trouble().or(plain::trouble));
  }
}
