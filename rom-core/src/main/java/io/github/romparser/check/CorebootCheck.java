package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.Optional;

/**
 * coreboot, src/device/pci_rom.c, {@code pci_rom_probe} and {@code pci_rom_load}: the first image's
 * ids have to be the card's; then it walks to a type-0 image. The walk stops at an image whose
 * indicator byte is 0, which is the opposite of what the byte means.
 */
final class CorebootCheck implements Consumer {

  @Override
  public Target target() {
    return Target.COREBOOT;
  }

  @Override
  public Verdict check(CheckInput input) {
    Reading r = new Reading(target(), input);
    if (!LinuxCheck.present(r)) {
      return r.rejected();
    }
    RomBar bar = r.bar();
    r.step("PCI expansion ROM, signature 0x%04x", bar.u16(0));
    if (bar.u16(0) != 0xaa55) {
      r.step("Incorrect expansion ROM header signature %04x", bar.u16(0));
      return r.rejected();
    }
    long pcir = bar.u16(0x18);
    if (!bar.has(pcir, PciDataStructure.LENGTH)) {
      r.step("the data structure lies outside the ROM BAR");
      return r.rejected();
    }
    int vendor = bar.u16(pcir + 4);
    int device = bar.u16(pcir + 6);
    r.step("PCI ROM image, vendor ID %04x, device ID %04x", vendor, device);
    PciDevice card =
        input
            .device()
            .or(
                () ->
                    Optional.of(input.rom().chains())
                        .filter(chains -> !chains.isEmpty())
                        .map(chains -> chains.get(0).images().get(0))
                        .map(RomImage::dataStructure)
                        .map(data -> PciDevice.of(data.vendorId(), data.deviceId())))
            // No card has these ids.
            .orElse(PciDevice.of(0xffff, 0xffff));
    if (vendor != card.vendorId() || device != card.deviceId()) {
      r.step("ID mismatch: vendor ID %04x, device ID %04x", card.vendorId(), card.deviceId());
      r.find(
          Severity.ERROR,
          FindingCode.DEVICE,
          new Range(pcir + 4, 4),
          new Argument.PciId(vendor, device),
          new Argument.PciId(card.vendorId(), card.deviceId()));
      return r.rejected();
    }
    long at = walk(r);
    pcir = at + bar.u16(at + 0x18);
    if (bar.u8(pcir + 0x14) != 0) {
      r.step("no image of type 0 was reached");
      r.find(FindingCode.NO_LEGACY, new Range(at, 0));
      return r.rejected();
    }
    r.step("copying VGA ROM image from 0x%x, %d bytes", at, bar.u8(at + 2) * 512);
    r.take(at);
    return r.accepted();
  }

  /** Where the walk ends: at a type-0 image, or where it can go no further. */
  private static long walk(Reading r) {
    RomBar bar = r.bar();
    long at = 0;
    while (true) {
      long pcir = at + bar.u16(at + 0x18);
      int type = bar.u8(pcir + 0x14);
      int indicator = bar.u8(pcir + 0x15);
      long length = bar.u16(pcir + 0x10) * 512L;
      r.step("image at 0x%x: type %x, indicator %02x", at, type, indicator);
      if (type == 0 || indicator == 0 || length == 0 || !bar.has(at + length, 0x1a)) {
        return at;
      }
      at += length;
    }
  }
}
