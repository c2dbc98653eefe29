/**
 * One option ROM: bytes to model to findings. No containers, no console, no JSON.
 *
 * <p>Start at {@link io.github.romparser.rom.RomReader}.
 */
@org.jspecify.annotations.NullMarked
module io.github.romparser.core {
  requires static transitive org.jspecify;

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
