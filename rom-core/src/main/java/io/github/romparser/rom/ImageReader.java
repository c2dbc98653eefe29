package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.ConfigurationUtilityHeader;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.rom.header.FcodeHeader;
import io.github.romparser.rom.header.LegacyRomHeader;
import io.github.romparser.rom.header.NbsiHeader;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.UndiHeader;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads all headers of one image. */
final class ImageReader {

  /** What stands before a compressed stream: its size and the original size (UEFI 2.10 §19.2). */
  private static final int COMPRESSION_HEADER = 8;

  private final Slice file;
  private final ByteSums sums;

  ImageReader(Slice file) {
    this.file = file;
    this.sums = new ByteSums(file);
  }

  RomImage read(Link link, int index) {
    Optional<CodeType> type = link.isPci() ? CodeType.of(link.data().codeType()) : Optional.empty();
    if (type.isEmpty()) {
      return vendor(link, index);
    }
    return switch (type.get()) {
      case X86 -> legacy(link, index);
      case EFI -> efi(link, index);
      case FCODE -> fcode(link, index);
      default -> vendor(link, index);
    };
  }

  private LegacyImage legacy(Link link, int index) {
    LegacyRomHeader header = LegacyRomHeader.read(file, link.at());
    ImageFrame frame = frame(link, index, OptionalLong.of(header.initializationLength()));
    // Structures may lie anywhere in what is loaded or in what the image spans.
    Slice image =
        file.clamp(link.at(), Math.max(link.data().imageLength(), header.initializationLength()));
    OptionalInt utility = link.data().configurationUtilityPointer();
    return new LegacyImage(
        frame,
        header,
        PnpHeader.readChain(image, header.pnpPointer()),
        UndiHeader.read(image, header.undiPointer()),
        utility.isPresent() && utility.getAsInt() != 0
            ? ConfigurationUtilityHeader.read(image, utility.getAsInt())
            : Optional.empty());
  }

  private EfiImage efi(Link link, int index) {
    EfiRomHeader header = EfiRomHeader.read(file, link.at());
    ImageFrame frame = frame(link, index, OptionalLong.of(header.initializationLength()));
    Slice image = frame.bytes();
    boolean compressed =
        header.compression() == 1 && image.has(header.imageOffset(), COMPRESSION_HEADER);
    return new EfiImage(
        frame,
        header,
        compressed ? OptionalLong.of(image.u32(header.imageOffset())) : OptionalLong.empty(),
        compressed ? OptionalLong.of(image.u32(header.imageOffset() + 4L)) : OptionalLong.empty());
  }

  private FcodeImage fcode(Link link, int index) {
    ImageFrame frame = frame(link, index, OptionalLong.empty());
    int pointer = file.u16(link.at() + FcodeHeader.POINTER);
    return new FcodeImage(frame, pointer, FcodeHeader.read(frame.bytes(), pointer));
  }

  private VendorImage vendor(Link link, int index) {
    boolean nbsi = link.data().codeType() == CodeType.NVIDIA_NBSI.value();
    return new VendorImage(
        frame(link, index, OptionalLong.empty()),
        nbsi ? Optional.of(NbsiHeader.read(file, link.at())) : Optional.empty());
  }

  private ImageFrame frame(Link link, int index, OptionalLong initializationLength) {
    PciDataStructure data = link.data();
    long at = link.at();
    OptionalLong vendorLength =
        link.npde().map(Npde::subImageLength).map(OptionalLong::of).orElse(OptionalLong.empty());
    return new ImageFrame(
        index,
        file.clamp(at, link.step(true)),
        link.header(),
        data,
        data.deviceListPointer().isPresent()
            ? Optional.of(
                DeviceList.read(
                    file.clamp(at, data.imageLength()),
                    data.offset() - file.offset() - at + data.pointer08()))
            : Optional.empty(),
        link.npde(),
        initializationLength,
        new ImageSums(
            sums.sum(at, data.imageLength()),
            sums.sum(at, vendorLength.orElse(0)),
            sums.sum(at, initializationLength.orElse(0))));
  }
}
