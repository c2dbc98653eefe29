package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.Optional;

/**
 * SeaBIOS, src/optionroms.c: {@code map_pcirom} walks the BAR until an image has the card's own ids
 * and code type 0, copies its initialisation size, and {@code is_valid_rom} checks the sum over
 * that. Neither the image length of the chosen image nor the device list plays a part.
 */
final class SeaBiosCheck implements Consumer {

  @Override
  public Target target() {
    return Target.SEABIOS;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!QemuCheck.loads(r)) {
      return r.rejected();
    }
    return input.romBar() ? fromBar(r) : fromFwCfg(r);
  }

  /** {@code genroms/} and {@code vgaroms/} files: signature and checksum, nothing else. */
  private static Verdict fromFwCfg(Reading r) {
    r.step("rombar=0: the file goes over fw_cfg; ids and PCI data structure are not looked at");
    return initRom(r, 0) ? r.accepted() : r.rejected();
  }

  private static Verdict fromBar(Reading r) {
    RomBar bar = r.bar();
    PciDevice card = card(r);
    r.step("Attempting to map option rom on dev %s", card.id());
    if (bar.u16(0) != 0xaa55) {
      r.step("No option rom signature (got %x)", bar.u16(0));
      return r.rejected();
    }
    boolean efi = false;
    long at = 0;
    while (true) {
      if (!bar.has(at, 0x1a) || bar.u16(at) != 0xaa55) {
        r.step("no option rom signature at 0x%x", at);
        if (at > 0 && !efi) {
          r.find(FindingCode.WALK_LOST, new Range(at, 0), new Argument.Offset(at));
        }
        break;
      }
      int pointer = bar.u16(at + 0x18);
      long pcir = at + pointer;
      if (pointer % 4 != 0) {
        r.step("WARNING! Found unaligned PCI rom (offset=%x)", pcir);
      }
      if (!bar.has(pcir, PciDataStructure.LENGTH) || !bar.is(pcir, "PCIR")) {
        r.step("No valid pci data structure (offset=%x)", pcir);
        if (r.indexAt(at).isPresent()) {
          r.find(FindingCode.WALK_LOST, new Range(at, 0), new Argument.Offset(at));
        }
        break;
      }
      int vendor = bar.u16(pcir + 4);
      int device = bar.u16(pcir + 6);
      int type = bar.u8(pcir + 0x14);
      efi |= type == 3;
      if (vendor == card.vendorId() && device == card.deviceId() && type == 0) {
        r.step("image at 0x%x: %04x:%04x, type 0, is for this card", at, vendor, device);
        return initRom(r, at) ? r.accepted() : r.rejected();
      }
      r.step("image at 0x%x: %04x:%04x, type %x, is not for this card", at, vendor, device, type);
      if ((bar.u8(pcir + 0x15) & PciDataStructure.LAST) != 0) {
        r.step("No suitable image found in rom");
        break;
      }
      long length = bar.u16(pcir + 0x10) * 512L;
      if (length == 0) {
        r.step("length 0: the walk never gets past this image");
        r.find(FindingCode.HANGS, new Range(pcir + 0x10, 2), r.number(at));
        break;
      }
      at += length;
    }
    return missed(r, card);
  }

  /** Why no image was for this card: another card's, or none for a BIOS at all. */
  private static Verdict missed(Reading r, PciDevice card) {
    Optional<RomImage> legacy = firstLegacy(r.input());
    if (legacy.isEmpty()) {
      if (Meaning.hasEfi(r.input())) {
        r.find(FindingCode.EFI_ONLY, new Range(0, 0));
      } else if (!r.input().rom().chains().isEmpty()) {
        r.find(FindingCode.NO_LEGACY, new Range(0, 0));
      }
      return r.rejected();
    }
    PciDataStructure data = legacy.get().dataStructure();
    if (data.vendorId() != card.vendorId() || data.deviceId() != card.deviceId()) {
      r.find(
          Severity.ERROR,
          FindingCode.DEVICE,
          new Range(data.offset() + 4, 4),
          new Argument.PciId(data.vendorId(), data.deviceId()),
          new Argument.PciId(card.vendorId(), card.deviceId()));
    }
    return r.rejected();
  }

  /** {@code copy_rom}, {@code is_valid_rom}: signature, size and sum. */
  private static boolean initRom(Reading r, long at) {
    RomBar bar = r.bar();
    if (bar.u16(at) != 0xaa55) {
      r.step("No option rom signature");
      return false;
    }
    long length = bar.u8(at + 2) * 512L;
    if (length == 0) {
      r.step("initialisation size 0: not a valid rom");
      r.find(Severity.ERROR, FindingCode.ZERO_INIT, new Range(at + 2, 1), r.number(at));
      return false;
    }
    if (!bar.has(at, length)) {
      r.step("the initialisation size reaches past the end of the ROM BAR");
      r.find(
          FindingCode.BAR_OVERRUN,
          new Range(at, 3),
          r.number(at),
          new Argument.Offset(at + length),
          new Argument.Offset(bar.size()));
      return false;
    }
    int sum = bar.sum8(at, length);
    if (sum != 0) {
      r.step("Found option rom with bad checksum: loc=0x%08x len=%d sum=%x", at, length, sum);
      if (r.indexAt(at).isEmpty()) {
        r.find(
            FindingCode.CHECKSUM,
            new Range(at, length),
            r.number(at),
            new Argument.Size(length),
            new Argument.Hex(sum, 2));
      }
      return false;
    }
    r.step("Running option rom at 0x%x, %d bytes", at, length);
    r.take(at);
    return true;
  }

  /** The card, or, where none was named, the one that the first legacy image is for. */
  private static PciDevice card(Reading r) {
    if (r.input().device().isPresent()) {
      return r.input().device().get();
    }
    PciDevice assumed =
        firstLegacy(r.input())
            .or(() -> firstImage(r.input()))
            .map(RomImage::dataStructure)
            .map(data -> PciDevice.of(data.vendorId(), data.deviceId()))
            .orElse(PciDevice.of(0, 0));
    r.step("no card was named: taking %s, as in the ROM", assumed.id());
    return assumed;
  }

  private static Optional<RomImage> firstLegacy(CheckInput input) {
    return input.rom().chains().stream()
        .flatMap(chain -> chain.images().stream())
        .filter(LegacyImage.class::isInstance)
        .findFirst();
  }

  private static Optional<RomImage> firstImage(CheckInput input) {
    return input.rom().chains().stream().flatMap(chain -> chain.images().stream()).findFirst();
  }
}
