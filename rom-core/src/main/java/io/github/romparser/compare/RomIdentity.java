package io.github.romparser.compare;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.CodeType;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.vendor.BoardIds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which device the first ROM of a file is for.
 *
 * <p>NVIDIA's own images carry an id of a whole family, and newer EFI images 0000:0000; so the
 * first image with an assigned code type and ids counts, and the very first where there is none
 * (measured on published ROMs).
 */
public final class RomIdentity {

  private RomIdentity() {}

  /**
   * {@return the image that tells what the file is for; empty if there is no image}
   *
   * @param rom of whose ROMs the first counts
   */
  public static Optional<RomImage> image(RomFile rom) {
    return rom.chains().stream().findFirst().flatMap(RomIdentity::image);
  }

  /**
   * {@return the image that tells what a ROM is for; empty if it has none}
   *
   * @param chain the ROM, of which the images of both walks count
   */
  public static Optional<RomImage> image(RomChain chain) {
    List<RomImage> images = chain.images();
    return images.stream()
        .filter(image -> image.dataStructure().codeType() <= CodeType.EFI.value())
        .filter(image -> image.dataStructure().vendorId() != 0)
        .findFirst()
        .or(() -> images.stream().findFirst());
  }

  /**
   * {@return ids, class and subsystem ids of the device; empty if there is no image}
   *
   * <p>The subsystem ids are those of {@link BoardIds}; empty where nothing tells them.
   *
   * @param rom of whose ROMs the first counts
   */
  public static Optional<PciDevice> device(RomFile rom) {
    return image(rom)
        .map(
            image -> {
              PciDataStructure data = image.dataStructure();
              Optional<BoardIds> board = BoardIds.of(rom, rom.chains().get(0));
              return new PciDevice(
                  data.vendorId(),
                  data.deviceId(),
                  OptionalInt.of(data.classCode()),
                  board.isPresent() ? OptionalInt.of(board.get().vendorId()) : OptionalInt.empty(),
                  board.isPresent() ? OptionalInt.of(board.get().deviceId()) : OptionalInt.empty());
            });
  }

  /**
   * {@return the bytes of the first ROM, both walks included, without what stands around it; empty
   * if there is no ROM}
   *
   * @param rom the file that it is a part of
   */
  public static Optional<Slice> content(RomFile rom) {
    return rom.chains().stream().findFirst().map(chain -> bytes(rom, chain.offset(), chain.end()));
  }

  /**
   * {@return whether an image of the file is for a device, by its own id or by its device list}
   * Vendor ids are not compared.
   *
   * @param rom of which the images of all ROMs count
   * @param deviceId PCI device id, 16 bits
   */
  public static boolean names(RomFile rom, int deviceId) {
    return rom.chains().stream()
        .map(RomChain::images)
        .flatMap(List::stream)
        .anyMatch(
            image ->
                image.dataStructure().deviceId() == deviceId
                    || image
                        .deviceList()
                        .map(DeviceList::ids)
                        .orElse(List.of())
                        .contains(deviceId));
  }

  /** A part of the file, from and to in bytes from the start of the file. */
  static Slice bytes(RomFile rom, long from, long to) {
    return rom.bytes().clamp(from - rom.bytes().offset(), to - from);
  }
}
