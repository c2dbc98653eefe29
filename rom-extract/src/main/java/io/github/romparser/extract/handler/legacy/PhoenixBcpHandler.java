package io.github.romparser.extract.handler.legacy;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.LhaDecompressor.Method;
import io.github.romparser.extract.codec.BoundedOutput;
import io.github.romparser.extract.codec.LhaStream;
import io.github.romparser.extract.codec.Lzss;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.List;
import java.util.Optional;

/** BIOS images of Phoenix that are lists of modules: PhoenixBIOS 4.0 to TrustedCore. */
public final class PhoenixBcpHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "phoenix-bcp",
          "PhoenixBIOS, FirstBIOS, TrustedCore",
          "Phoenix; ThinkPads up to 2008, HP, Dell, Gateway",
          "modules that the list leads to and those that it does not; stored, LZSS, -lh5- (LZINT);"
              + " modules in fragments; images in files that have more",
          "LZARI and LZHUF are told, not opened; nor are the blocks BC D6 F1 of PhoenixBIOS 4.0 and"
              + " Compaq; images without BCPSEGMENT; checksums are not looked at",
          FormatInfo.Proof.REAL_FILE,
          List.of("coreboot bios_extract, src/phoenix.c", "PHOEDECO by Veit Kannegieser"));

  /** So many modules that are wrong are told, the rest is left out. */
  private static final int MOST_TROUBLES = 64;

  private static final int FRAGMENT_HEADER = 9;

  /** The size in front of packed bytes, in bytes. */
  private static final int SIZE = 4;

  /** Called by the {@link java.util.ServiceLoader}. */
  public PhoenixBcpHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.inside(PhoenixImage.TABLE));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    return new PhoenixImage(area.from(start), allowance).modules().isEmpty()
        ? Optional.empty()
        : Optional.of(Found.upTo(area.length()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    PhoenixImage image = new PhoenixImage(container, allowance);
    for (long table : PhoenixImage.tables(container)) {
      opened.structure(container.clamp(table, PhoenixImage.TABLE.length()).range());
    }
    int troubles = 0;
    PhoenixModule[] modules = image.modules().toArray(new PhoenixModule[0]);
    for (int i = 0; i < modules.length; i++) {
      PhoenixModule module = modules[i];
      // What lies about its length must not hide the modules behind it.
      long room = i + 1 < modules.length ? modules[i + 1].at() : container.length();
      List<Slice> pieces = image.pieces(module, room - module.content());
      Slice first = pieces.get(0);
      opened.structure(container.clamp(module.at(), Math.min(module.header(), room)).range());
      for (Slice piece : pieces.subList(1, pieces.size())) {
        opened.structure(
            new Range(piece.offset() - FRAGMENT_HEADER, piece.length() + FRAGMENT_HEADER));
      }
      if (first.length() < module.length() && troubles++ < MOST_TROUBLES) {
        opened.trouble(Trouble.Reason.TRUNCATED, first.offset(), module.name());
      }
      if (first.length() > 0) {
        opened.child(child(module, pieces, first.length() == module.length()));
      }
    }
    return opened.build();
  }

  private static Child child(PhoenixModule module, List<Slice> pieces, boolean whole) {
    Step step = Step.file(INFO.id(), module.name());
    Slice first = pieces.get(0);
    // What is cut off may as well be a size that lies: its bytes are searched besides.
    return module.compression() == PhoenixModule.STORED && pieces.size() == 1
        ? Child.stored(step, first)
        : Child.packed(
            step,
            first.clamp(0, whole ? first.length() : 0).range(),
            a -> decode(module, joined(pieces, a), a));
  }

  private static Slice joined(List<Slice> pieces, Allowance allowance) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    BoundedOutput out = new BoundedOutput(allowance);
    for (Slice piece : pieces) {
      piece.within(
          (array, from, to) -> {
            out.write(array, from, to - from);
            return out;
          });
    }
    return out.toSlice();
  }

  private static Decoded decode(PhoenixModule module, Slice packed, Allowance allowance) {
    // Newer images have the size once more in front of the packed bytes, and -lh5- always.
    boolean lzint = module.compression() == PhoenixModule.LZINT;
    boolean sized = packed.has(0, SIZE) && (lzint || packed.u32(0) == module.size());
    Slice stream = packed.from(sized ? SIZE : 0);
    long size = sized ? Math.min(packed.u32(0), module.size()) : module.size();
    return switch (module.compression()) {
      case PhoenixModule.STORED -> Decoded.of(packed);
      case PhoenixModule.LZSS -> Lzss.decode(stream, Lzss.Before.SPACES, size, allowance);
      case PhoenixModule.LZINT -> LhaStream.decode(stream, Method.LH5, size, allowance);
      case PhoenixModule.LZARI -> unsupported(packed, "LZARI");
      case PhoenixModule.LZHUF -> unsupported(packed, "LZHUF");
      default -> unsupported(packed, "compression " + module.compression());
    };
  }

  private static Decoded unsupported(Slice packed, String compression) {
    return Decoded.none(
        new Trouble(Trouble.Reason.UNSUPPORTED, packed.offset(), "Phoenix " + compression));
  }
}
