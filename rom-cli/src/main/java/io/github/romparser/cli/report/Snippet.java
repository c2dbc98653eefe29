package io.github.romparser.cli.report;

import io.github.romparser.check.ListedDevice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.compare.RomIdentity;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.vendor.nvidia.SubsystemIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a virtual machine has to be told to use a ROM, and what of it a ROM cannot tell.
 *
 * @param target whose configuration it is for
 * @param path the ROM's whole path; empty if it was read from standard input
 * @param size of the file in bytes
 * @param rom ids and class that the ROM tells, with the subsystem ids of the card where they are
 *     known, else those in the ROM; empty if it has no PCI image
 * @param host address of the card on the host, as {@code dddd:bb:ss.f}
 * @param firmware what kinds of firmware find something to run in it
 * @param unknowns what is left to fill in
 * @param remarks what else is worth knowing
 */
public record Snippet(
    Target target,
    Optional<Path> path,
    long size,
    Optional<PciDevice> rom,
    Optional<String> host,
    Firmware firmware,
    List<Unknown> unknowns,
    List<String> remarks) {

  /** Whose configuration it is for. */
  public enum Target {
    /** An element of a domain's XML. */
    LIBVIRT,
    /** Options of the command line. */
    QEMU,
    /** A line of a machine's file. */
    PROXMOX;

    /** The name on the command line and in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What firmware finds in the ROM.
   *
   * @param legacy an x86 image, for SeaBIOS
   * @param efi an EFI driver, for OVMF
   */
  public record Firmware(boolean legacy, boolean efi) {}

  /**
   * Something that the ROM cannot tell.
   *
   * @param placeholder what stands for it in the snippet
   * @param hint where to find it
   */
  public record Unknown(String placeholder, String hint) {}

  static final String HOST = "FILL-IN-HOST";
  static final String ROOT_PORT = "FILL-IN-ROOT-PORT";
  static final String VM_ID = "FILL-IN-VMID";
  static final String ROM_FILE = "FILL-IN-ROM-FILE";

  /** Class of a VGA controller, without programming interface (PCI Code and ID Assignment §1.4). */
  private static final int VGA = 0x0300;

  /** Class of a 3D controller, which laptops without outputs on the card have. */
  private static final int CONTROLLER_3D = 0x0302;

  /** OVMF takes a ROM BAR of 2 KiB for none (edk2 PciEnumerator.c, tried). */
  private static final long SMALLEST_BAR = 4096;

  /** The smallest BAR that QEMU makes, in bytes. */
  private static final long SMALLEST_QEMU_BAR = 1024;

  /** Copies the lists. */
  public Snippet {
    unknowns = List.copyOf(unknowns);
    remarks = List.copyOf(remarks);
  }

  /**
   * Works it out.
   *
   * @param host address that was given
   * @param listed the devices of the host
   * @param asked whether a listing was given at all
   */
  public static Snippet of(
      Target target,
      RomFile rom,
      Optional<Path> path,
      Optional<String> host,
      List<ListedDevice> listed,
      boolean asked) {
    Optional<PciDevice> own = RomIdentity.device(rom).map(Snippet::withBoard);
    List<String> remarks = new ArrayList<>();
    Optional<ListedDevice> card = card(own, host, listed, asked, remarks);
    Optional<String> address = host.or(() -> card.map(ListedDevice::address));
    Optional<PciDevice> known = own.map(device -> withSubsystem(device, card, remarks));
    List<RomImage> images =
        rom.chains().stream().findFirst().map(RomChain::images).orElse(List.of());
    Firmware firmware =
        new Firmware(
            images.stream().anyMatch(LegacyImage.class::isInstance) || rom.isaRom().isPresent(),
            images.stream().anyMatch(EfiImage.class::isInstance));
    List<Unknown> unknowns = new ArrayList<>();
    if (address.isEmpty()) {
      unknowns.add(
          new Unknown(
              HOST,
              "address of the card on the host: lspci -D -nn"
                  + own.map(device -> " -d " + device.id()).orElse("")));
    }
    if (target == Target.QEMU) {
      unknowns.add(
          new Unknown(
              ROOT_PORT,
              "id of a pcie-root-port of the machine, as in"
                  + " -device pcie-root-port,id=rp1,chassis=1"));
    }
    if (target == Target.PROXMOX) {
      unknowns.add(
          new Unknown(
              VM_ID,
              "number of the machine; the line belongs into /etc/pve/qemu-server/"
                  + VM_ID
                  + ".conf"));
    }
    if (path.isEmpty()) {
      unknowns.add(new Unknown(ROM_FILE, "where the ROM is kept; it was read from a pipe"));
    }
    remarks.addAll(firmware(known, firmware));
    return new Snippet(
        target, path, rom.bytes().length(), known, address, firmware, unknowns, remarks);
  }

  private static Optional<ListedDevice> card(
      Optional<PciDevice> own,
      Optional<String> host,
      List<ListedDevice> listed,
      boolean asked,
      List<String> remarks) {
    if (!asked) {
      return Optional.empty();
    }
    if (host.isPresent()) {
      Optional<ListedDevice> card = ListedDevice.at(host.get(), listed);
      if (card.isEmpty()) {
        remarks.add("The listing has no device at " + host.get() + ".");
      } else if (own.isPresent() && !own.get().id().equals(card.get().device().id())) {
        remarks.add(
            "The card at "
                + host.get()
                + " is "
                + card.get().device().id()
                + ", the ROM is for "
                + own.get().id()
                + ".");
      }
      return card;
    }
    List<ListedDevice> same = own.map(ids -> ListedDevice.with(ids, listed)).orElse(List.of());
    if (same.isEmpty()) {
      remarks.add(
          "The listing has no device "
              + own.map(PciDevice::id).orElse("that the ROM could be for")
              + (listed.isEmpty() ? "; it has no ids at all: use lspci -nnk." : "."));
    } else if (same.size() > 1) {
      remarks.add(
          "The listing has more than one such card, name one with --host: "
              + String.join(", ", same.stream().map(ListedDevice::address).toList())
              + ".");
    }
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /**
   * Only NVIDIA's driver wants the subsystem ids of the board that the ROM was built for; AMD's
   * ROMs often name the reference board, and the card knows better.
   */
  private static PciDevice withBoard(PciDevice device) {
    return device.vendorId() == SubsystemIds.NVIDIA
        ? device
        : new PciDevice(
            device.vendorId(),
            device.deviceId(),
            device.classCode(),
            OptionalInt.empty(),
            OptionalInt.empty());
  }

  /** The card's own subsystem ids count more than those of the board the ROM was built for. */
  private static PciDevice withSubsystem(
      PciDevice own, Optional<ListedDevice> card, List<String> remarks) {
    Optional<PciDevice> other =
        card.map(ListedDevice::device)
            .filter(device -> device.subsystemVendorId().orElse(0) != 0)
            .filter(device -> device.subsystemId().isPresent());
    if (other.isEmpty()) {
      return own;
    }
    OptionalInt vendor = other.get().subsystemVendorId();
    OptionalInt device = other.get().subsystemId();
    if (own.subsystemVendorId().isPresent()
        && (!own.subsystemVendorId().equals(vendor) || !own.subsystemId().equals(device))) {
      remarks.add(
          "The ROM was built for subsystem "
              + id(own.subsystemVendorId(), own.subsystemId())
              + ", the card is "
              + id(vendor, device)
              + ": another board; it works often, fans and outputs may differ.");
    }
    return new PciDevice(own.vendorId(), own.deviceId(), own.classCode(), vendor, device);
  }

  private static String id(OptionalInt vendor, OptionalInt device) {
    return String.format(Locale.US, "%04x:%04x", vendor.orElse(0), device.orElse(0));
  }

  private static List<String> firmware(Optional<PciDevice> device, Firmware firmware) {
    List<String> remarks = new ArrayList<>();
    int type = device.map(PciDevice::classCode).orElse(OptionalInt.empty()).orElse(0) >>> 8;
    if (type == CONTROLLER_3D) {
      remarks.add(
          "Class 0302: a card without outputs. Drivers for such laptops ask ACPI for the ROM,"
              + " through the method _ROM of a table of your own.");
    } else if (type >>> 8 == 0x03 && !firmware.efi()) {
      remarks.add(
          "No EFI driver in it: under OVMF there is no picture before the guest's own driver runs.");
    } else if (type >>> 8 == 0x03 && !firmware.legacy()) {
      remarks.add("No legacy image in it: SeaBIOS shows no picture with it, OVMF does.");
    }
    return remarks;
  }

  /** Whether the ROM is that of a VGA controller. */
  boolean vga() {
    return rom.map(PciDevice::classCode).orElse(OptionalInt.empty()).orElse(0) >>> 8 == VGA;
  }

  /** The size of the ROM BAR: the next power of two, and one that OVMF looks at. */
  OptionalLong romSize() {
    if (size == 0 || size > 1L << 31) {
      return OptionalLong.empty();
    }
    long power = Long.highestOneBit(size);
    long bar = Math.max(SMALLEST_QEMU_BAR, power == size ? size : power << 1);
    return OptionalLong.of(firmware.efi() ? Math.max(SMALLEST_BAR, bar) : bar);
  }

  /** Subsystem vendor, where both subsystem ids are known. */
  OptionalInt subsystemVendorId() {
    return rom.map(PciDevice::subsystemVendorId).orElse(OptionalInt.empty());
  }

  /** Subsystem id. */
  OptionalInt subsystemId() {
    return rom.map(PciDevice::subsystemId).orElse(OptionalInt.empty());
  }

  /** The text to paste. */
  public String text() {
    return new SnippetText(this).text();
  }
}
