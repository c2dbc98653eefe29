package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.PciDataStructure;
import io.github.romparser.vendor.BoardIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ids and classes mean, whoever reads the ROM: is it for this card at all? */
final class Meaning {

  /** Vendors whose hex id has decimal digits only: ATI/AMD, AMD, Intel. */
  private static final Set<String> ALL_DIGITS = Set.of("1002", "1022", "8086");

  private static final int DISPLAY = 0x03;
  private static final int VGA = 0x0300;
  private static final int CONTROLLER_3D = 0x0302;

  private Meaning() {}

  static List<Finding> of(CheckInput input, Target target) {
    List<Finding> findings = new ArrayList<>();
    if (input.rom().chains().isEmpty()) {
      return findings;
    }
    RomChain chain = input.rom().chains().get(0);
    List<RomImage> images = chain.on(chain.pci());
    for (RomImage image : images) {
      ids(image, findings);
    }
    if (!images.isEmpty()) {
      kind(images.get(0), findings);
    }
    input.device().ifPresent(card -> card(input, card, images, target, findings));
    return findings;
  }

  /** Ids that are no real ones. */
  private static void ids(RomImage image, List<Finding> findings) {
    PciDataStructure data = image.dataStructure();
    Range range = new Range(data.offset() + 4, 4);
    String decimal = Integer.toString(data.vendorId());
    if (ALL_DIGITS.contains(decimal)) {
      String device = Integer.toString(data.deviceId());
      findings.add(
          Finding.of(
              FindingCode.ID_DECIMAL,
              range,
              new Argument.PciId(data.vendorId(), data.deviceId()),
              new Argument.PciId(
                  Integer.parseInt(decimal, 16),
                  device.length() <= 4 ? Integer.parseInt(device, 16) : data.deviceId())));
    }
    if (data.vendorId() == 0 && data.deviceId() == 0) {
      findings.add(Finding.of(FindingCode.ID_ZERO, range, new Argument.Count(image.index())));
    } else if (data.vendorId() == 0xffff || data.deviceId() == 0xffff) {
      findings.add(
          Finding.of(
              FindingCode.ID_WILD,
              range,
              new Argument.Count(image.index()),
              new Argument.PciId(data.vendorId(), data.deviceId())));
    }
  }

  /** A multimedia class: made for the audio function. */
  private static void kind(RomImage first, List<Finding> findings) {
    int classCode = first.dataStructure().classCode();
    if (classCode >>> 16 == 0x04) {
      findings.add(
          Finding.of(
              FindingCode.ID_FUNC,
              new Range(first.dataStructure().offset() + 0x0d, 3),
              new Argument.Hex(classCode, 6)));
    }
  }

  private static void card(
      CheckInput input,
      PciDevice card,
      List<RomImage> images,
      Target target,
      List<Finding> findings) {
    // SeaBIOS compares ids itself and says so with an error.
    if (target != Target.SEABIOS && target != Target.COREBOOT) {
      device(card, images, findings);
    }
    subsystem(input, card, findings);
    boardType(card, images, findings);
  }

  private static void device(PciDevice card, List<RomImage> images, List<Finding> findings) {
    Optional<RomImage> named =
        images.stream().filter(image -> image.dataStructure().vendorId() != 0).findFirst();
    if (named.isEmpty() || images.stream().anyMatch(image -> matches(image, card))) {
      return;
    }
    PciDataStructure data = named.get().dataStructure();
    findings.add(
        Finding.of(
            FindingCode.DEVICE,
            new Range(data.offset() + 4, 4),
            new Argument.PciId(data.vendorId(), data.deviceId()),
            new Argument.PciId(card.vendorId(), card.deviceId())));
  }

  /** Ids, the device list, and the wildcard of hand-made ROMs. */
  private static boolean matches(RomImage image, PciDevice card) {
    PciDataStructure data = image.dataStructure();
    if (data.vendorId() == 0xffff) {
      return true;
    }
    if (data.vendorId() != card.vendorId()) {
      return false;
    }
    return data.deviceId() == card.deviceId()
        || data.deviceId() == 0xffff
        || image.deviceList().map(DeviceList::ids).orElse(List.of()).contains(card.deviceId());
  }

  /** The board that the ROM was built for, by its maker's tables. */
  private static void subsystem(CheckInput input, PciDevice card, List<Finding> findings) {
    if (card.subsystemVendorId().isEmpty() || card.subsystemId().isEmpty()) {
      return;
    }
    RomChain chain = input.rom().chains().get(0);
    Optional<Argument> board =
        BoardIds.of(input.rom(), chain)
            .map(ids -> new Argument.PciId(ids.vendorId(), ids.deviceId()));
    Argument yours =
        new Argument.PciId(card.subsystemVendorId().getAsInt(), card.subsystemId().getAsInt());
    if (board.isPresent() && !board.get().equals(yours)) {
      findings.add(
          Finding.of(FindingCode.SUBSYS, new Range(chain.offset(), 0), board.get(), yours));
    }
  }

  private static void boardType(PciDevice card, List<RomImage> images, List<Finding> findings) {
    if (card.classCode().isEmpty() || images.isEmpty()) {
      return;
    }
    PciDataStructure data = images.get(0).dataStructure();
    int rom = data.classCode() >>> 8;
    int yours = card.classCode().getAsInt() >>> 8;
    if (rom >>> 8 == DISPLAY
        && ((rom == VGA && yours == CONTROLLER_3D) || (rom == CONTROLLER_3D && yours == VGA))) {
      findings.add(
          Finding.of(
              FindingCode.LAPTOP_VBIOS_ON_DESKTOP,
              new Range(data.offset() + 0x0d, 3),
              new Argument.Says(type(rom)),
              new Argument.Says(type(yours))));
    }
  }

  private static Phrase type(int classCode) {
    return classCode == CONTROLLER_3D ? Phrase.CONTROLLER_3D : Phrase.VGA_CARD;
  }

  /** What it means for this kind of device that firmware finds no driver for it. */
  static Phrase withoutDriver(CheckInput input) {
    List<RomChain> chains = input.rom().chains();
    int classCode =
        chains.isEmpty() ? 0 : chains.get(0).images().get(0).dataStructure().classCode();
    if (classCode >>> 8 == CONTROLLER_3D) {
      return Phrase.NO_DISPLAY;
    }
    return classCode >>> 16 == DISPLAY ? Phrase.NO_PICTURE : Phrase.NO_START;
  }

  /** Whether the first chain has an EFI image anywhere. */
  static boolean hasEfi(CheckInput input) {
    return !input.rom().chains().isEmpty()
        && input.rom().chains().get(0).images().stream().anyMatch(EfiImage.class::isInstance);
  }
}
