package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.codec.Bzip2;
import io.github.romparser.extract.codec.Deflate64;
import io.github.romparser.extract.codec.LibraryDecoder;
import io.github.romparser.extract.codec.RawLzma;
import io.github.romparser.extract.codec.SliceStream;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.tukaani.xz.ARM64Options;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.CorruptedInputException;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.X86Options;

/** Decodes a folder: connects its coders, whose ids are those of 7-Zip's Methods.txt. */
final class SevenZipCoders {

  private static final String COPY = "00";
  private static final String DELTA = "03";
  private static final String LZMA2 = "21";
  private static final String LZMA = "030101";
  private static final String BCJ2 = "0303011b";
  private static final String DEFLATE = "040108";
  private static final String DEFLATE64 = "040109";
  private static final String BZIP2 = "040202";
  private static final int LZMA_PROPERTIES = 5;
  private static final int LARGEST_LZMA2_CODE = 40;
  private static final int BCJ2_INPUTS = 4;

  /** Filters for machine code, from the first byte on. */
  private static final Map<String, Filter> FILTERS =
      Map.of(
          "03030103", in -> new X86Options().getInputStream(in),
          "03030205", in -> new PowerPCOptions().getInputStream(in),
          "03030401", in -> new IA64Options().getInputStream(in),
          "03030501", in -> new ARMOptions().getInputStream(in),
          "03030701", in -> new ARMThumbOptions().getInputStream(in),
          "03030805", in -> new SPARCOptions().getInputStream(in),
          "0a", in -> new ARM64Options().getInputStream(in));

  /** The short ids that some of them have too. */
  private static final Map<String, String> SHORT =
      Map.of(
          "04", "03030103",
          "05", "03030205",
          "06", "03030401",
          "07", "03030501",
          "08", "03030701",
          "09", "03030805");

  private static final Set<String> OTHERS =
      Set.of(COPY, DELTA, LZMA2, LZMA, BCJ2, DEFLATE, DEFLATE64, BZIP2, SevenZipAes.METHOD);

  private static final Set<String> COMPRESSIONS = Set.of(LZMA2, LZMA, DEFLATE, DEFLATE64, BZIP2);

  private static final Map<String, String> NAMES =
      Map.of("030401", "PPMd", "04f71101", "Zstandard", "04f71104", "LZ4", "0b", "RISC-V filter");

  private interface Filter {
    InputStream over(InputStream in) throws IOException;
  }

  private final SevenZipFolder folder;
  private final SevenZipKeys keys;
  private final Allowance allowance;
  private final BitSet taken = new BitSet();

  private SevenZipCoders(SevenZipFolder folder, SevenZipKeys keys, Allowance allowance) {
    this.folder = folder;
    this.keys = keys;
    this.allowance = allowance;
  }

  /**
   * All bytes of a folder, or as many as can be had.
   *
   * @param offset where it is stored, for what is wrong
   * @param keys of the archive, for what is encrypted
   */
  static Decoded decode(
      SevenZipFolder folder, long offset, SevenZipKeys keys, Allowance allowance) {
    Optional<Trouble> not = refusal(folder, offset, keys);
    if (not.isPresent()) {
      return Decoded.none(not.get());
    }
    SevenZipCoders coders = new SevenZipCoders(folder, keys, new SharedAllowance(allowance));
    return LibraryDecoder.decode(
        () -> coders.output(folder.last()), folder.size(), offset, allowance);
  }

  /** Why a folder cannot be decoded. */
  static Optional<Trouble> refusal(SevenZipFolder folder, long offset, SevenZipKeys keys) {
    for (SevenZipFolder.Coder coder : folder.coders()) {
      String method = method(coder);
      if (method.equals(SevenZipAes.METHOD)
          && SevenZipAes.read(coder.properties()).filter(keys::admits).isEmpty()) {
        return Optional.of(SevenZipKeys.unknown(offset));
      }
      boolean known = OTHERS.contains(method) || FILTERS.containsKey(method);
      if (!known || coder.inputs() != (method.equals(BCJ2) ? BCJ2_INPUTS : 1)) {
        return Optional.of(
            new Trouble(
                Trouble.Reason.UNSUPPORTED,
                offset,
                NAMES.getOrDefault(method, "7z method " + method)));
      }
    }
    return Optional.empty();
  }

  /** Whether a folder is encrypted. */
  static boolean encrypted(SevenZipFolder folder) {
    return folder.coders().stream().anyMatch(coder -> method(coder).equals(SevenZipAes.METHOD));
  }

  /** Whether a folder is compressed, so that wrong bytes do not pass for right ones. */
  static boolean compressed(SevenZipFolder folder) {
    return folder.coders().stream().anyMatch(coder -> COMPRESSIONS.contains(method(coder)));
  }

  private static String method(SevenZipFolder.Coder coder) {
    return SHORT.getOrDefault(coder.method(), coder.method());
  }

  /** What a coder gives; it can be taken once. */
  private InputStream output(int number) throws IOException {
    if (taken.get(number)) {
      throw new CorruptedInputException("coders in a ring");
    }
    taken.set(number);
    SevenZipFolder.Coder coder = folder.coders().get(number);
    int first = 0;
    for (int i = 0; i < number; i++) {
      first += folder.coders().get(i).inputs();
    }
    if (method(coder).equals(BCJ2)) {
      return new Bcj2Stream(
          buffered(input(first)),
          buffered(input(first + 1)),
          buffered(input(first + 2)),
          buffered(input(first + 3)));
    }
    return decoder(coder, input(first), folder.sizes().get(number));
  }

  private static InputStream buffered(InputStream in) {
    return in instanceof SliceStream ? in : new BufferedInputStream(in);
  }

  /** What goes into a coder: another's output, cut to its size, or a stream that is stored. */
  private InputStream input(int number) throws IOException {
    for (SevenZipFolder.Bond bond : folder.bonds()) {
      if (bond.input() == number) {
        return new CutStream(output(bond.output()), folder.sizes().get(bond.output()));
      }
    }
    int stored = folder.packed().indexOf(number);
    if (stored < 0) {
      throw new CorruptedInputException("a coder without input");
    }
    return SliceStream.of(folder.streams().get(stored));
  }

  private InputStream decoder(SevenZipFolder.Coder coder, InputStream in, long size)
      throws IOException {
    Filter filter = FILTERS.get(method(coder));
    if (filter != null) {
      return filter.over(in);
    }
    Slice properties = coder.properties();
    return switch (method(coder)) {
      case COPY -> in;
      case SevenZipAes.METHOD -> decrypted(in, properties);
      case DELTA -> new DeltaOptions(byteOf(properties, 0xff) + 1).getInputStream(in);
      case LZMA -> lzma(in, properties, size);
      case LZMA2 ->
          RawLzma.lzma2(in, dictionary(byteOf(properties, LARGEST_LZMA2_CODE)), size, allowance);
      case DEFLATE -> inflated(in);
      case DEFLATE64 -> Deflate64.stream(in);
      default -> {
        allowance.take(Bzip2.MEMORY);
        yield Bzip2.stream(in);
      }
    };
  }

  private InputStream decrypted(InputStream in, Slice properties) throws IOException {
    SevenZipAes aes =
        SevenZipAes.read(properties).orElseThrow(() -> new CorruptedInputException("AES"));
    byte[] key = keys.key(aes, allowance).orElseThrow(() -> new CorruptedInputException("AES"));
    return aes.stream(in, key);
  }

  private static InputStream inflated(InputStream in) {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(in, inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private InputStream lzma(InputStream in, Slice properties, long size) throws IOException {
    if (properties.length() < LZMA_PROPERTIES) {
      throw new CorruptedInputException("LZMA properties");
    }
    return RawLzma.stream(in, properties.u8(0), properties.u32(1), size, allowance);
  }

  private static int byteOf(Slice properties, int most) throws IOException {
    if (properties.length() < 1 || properties.u8(0) > most) {
      throw new CorruptedInputException("properties");
    }
    return properties.u8(0);
  }

  /** The dictionary's size in bytes: 2 or 3 times a power of two. */
  private static long dictionary(int code) {
    return (2L | (code & 1)) << (code / 2 + 11);
  }
}
