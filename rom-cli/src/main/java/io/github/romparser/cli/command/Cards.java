package io.github.romparser.cli.command;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.check.ListedDevice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.check.PciDeviceText;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.FailureText;
import io.github.romparser.rom.RomFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the card that a ROM is for in a listing of a machine's devices. */
final class Cards {

  private final Console console;

  Cards(Console console) {
    this.console = console;
  }

  /**
   * The card, with everything that the listing says of it: the one with the ids asked for, else one
   * with the ROM's own ids, else the only display of the ROM's vendor. Empty, after one line on
   * standard error, if none can be chosen.
   *
   * @param listing name of a file, a folder such as /sys/bus/pci/devices, or {@code -}
   */
  Optional<PciDevice> find(String listing, RomFile rom, Optional<PciDevice> named) {
    List<PciDevice> devices;
    try {
      devices = read(listing);
    } catch (IOException e) {
      console.error(FailureText.of(listing, e));
      return Optional.empty();
    }
    Optional<PciDevice> card = choose(devices, rom, named);
    if (card.isEmpty()) {
      console.error(
          listing
              + (devices.isEmpty()
                  ? ": no PCI device with ids is listed; use lspci -nnk"
                  : ": cannot tell which of the devices the ROM is for; name it with --device"));
    }
    return card;
  }

  private List<PciDevice> read(String listing) throws IOException {
    List<ListedDevice> listed =
        listing.equals("-")
            ? PciDeviceText.parse(ByteInput.of(listing, console.in()).read())
            : PciDeviceText.read(Path.of(listing));
    return listed.stream().map(ListedDevice::device).toList();
  }

  private static Optional<PciDevice> choose(
      List<PciDevice> devices, RomFile rom, Optional<PciDevice> named) {
    if (named.isPresent()) {
      return devices.stream()
          .filter(device -> device.id().equals(named.get().id()))
          .findFirst()
          .or(() -> named);
    }
    List<PciDevice> own =
        rom.chains().stream()
            .flatMap(chain -> chain.images().stream())
            .map(image -> image.dataStructure())
            .map(data -> PciDevice.of(data.vendorId(), data.deviceId()))
            .toList();
    Optional<PciDevice> same =
        devices.stream()
            .filter(device -> own.stream().anyMatch(id -> id.id().equals(device.id())))
            .findFirst();
    if (same.isPresent()) {
      return same;
    }
    List<PciDevice> displays =
        devices.stream()
            .filter(device -> device.classCode().orElse(0) >>> 16 == 0x03)
            .filter(device -> own.stream().anyMatch(id -> id.vendorId() == device.vendorId()))
            .toList();
    return displays.size() == 1 ? Optional.of(displays.get(0)) : Optional.empty();
  }
}
