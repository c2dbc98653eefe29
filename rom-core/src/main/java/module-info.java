/**
 * One option ROM: bytes to model to findings. No containers, no console, no JSON.
 *
 * <p>Start at {@link io.github.romparser.rom.RomReader}.
 *
 * <p>BouncyCastle is needed for reading signatures alone, and where it is missing they are told as
 * not looked at. A program on the module path that reads them has to require {@code
 * org.bouncycastle.pkix} itself.
 */
@org.jspecify.annotations.NullMarked
module io.github.romparser.core {
  requires static org.jspecify;
  requires static org.bouncycastle.pkix;
  requires static org.bouncycastle.provider;
  requires static org.bouncycastle.util;

  exports io.github.romparser.bytes;
  exports io.github.romparser.check;
  exports io.github.romparser.compare;
  exports io.github.romparser.edit;
  exports io.github.romparser.efi;
  exports io.github.romparser.export;
  exports io.github.romparser.finding;
  exports io.github.romparser.rom;
  exports io.github.romparser.rom.header;
  exports io.github.romparser.sign;
  exports io.github.romparser.vendor;
  exports io.github.romparser.vendor.amd;
  exports io.github.romparser.vendor.intel;
  exports io.github.romparser.vendor.generic;
  exports io.github.romparser.vendor.gop;
  exports io.github.romparser.vendor.nvidia;
}
