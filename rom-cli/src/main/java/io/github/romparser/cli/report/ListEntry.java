package io.github.romparser.cli.report;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.PciDevice;
import io.github.romparser.compare.RomIdentity;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.sign.Sha256;
import io.github.romparser.vendor.RomContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code list} says of a file; the file's bytes are not kept.
 *
 * @param name the file's name as it was given
 * @param size in bytes
 * @param sha256 over the whole file
 * @param kind what the file is
 * @param isRom whether there is a ROM in it
 * @param device ids and class of the first ROM
 * @param images the images of the first ROM
 * @param version what the first ROM's makers say it is the version of; see VendorLine
 * @param chains how many ROMs there are
 * @param content digest and size of the first ROM alone, of the whole file where there is none
 * @param nameId the device id that the file's name tells although no image has it
 */
public record ListEntry(
    String name,
    long size,
    String sha256,
    String kind,
    boolean isRom,
    Optional<PciDevice> device,
    List<Image> images,
    Optional<String> version,
    int chains,
    Content content,
    OptionalInt nameId) {

  /** The most images that are told of one file. */
  private static final int MOST_IMAGES = 8;

  /**
   * An image.
   *
   * @param codeType the byte in the data structure
   * @param machine of an EFI driver
   */
  public record Image(int codeType, OptionalInt machine) {
    /** {@code 00}, {@code 03(x64)}. */
    String text() {
      String type = String.format(Locale.US, "%02x", codeType);
      return machine.isPresent()
          ? type
              + "("
              + EfiMachine.of(machine.getAsInt())
                  .map(EfiMachine::title)
                  .orElseGet(() -> String.format(Locale.US, "%04x", machine.getAsInt()))
              + ")"
          : type;
    }
  }

  /**
   * The bytes that count.
   *
   * @param offset where they begin, in bytes from the start of the file
   * @param size in bytes
   * @param sha256 over them
   */
  public record Content(long offset, long size, String sha256) {}

  /** Copies the list. */
  public ListEntry {
    images = List.copyOf(images);
  }

  /** Says it of a file that was read. */
  public static ListEntry of(String name, RomFile rom) {
    String sha256 = Sha256.hex(rom.bytes());
    Slice content = RomIdentity.content(rom).orElse(rom.bytes());
    return new ListEntry(
        name,
        rom.bytes().length(),
        sha256,
        rom.kind().id(),
        !rom.chains().isEmpty() || rom.isaRom().isPresent(),
        RomIdentity.device(rom),
        rom.chains().stream().findFirst().map(RomChain::images).orElse(List.of()).stream()
            .map(ListEntry::image)
            .toList(),
        version(rom),
        rom.chains().size(),
        new Content(
            content.offset(),
            content.length(),
            content.length() == rom.bytes().length() ? sha256 : Sha256.hex(content)),
        contradiction(name, rom));
  }

  /** The first image that tells one, the x86 image before its driver. */
  private static Optional<String> version(RomFile rom) {
    RomContents contents = RomContents.of(rom);
    return contents.chains().stream()
        .limit(1)
        .flatMap(List::stream)
        .flatMap(image -> image.tables().stream())
        .flatMap(tables -> VendorLine.version(tables).stream())
        .findFirst()
        .or(() -> contents.isaRom().flatMap(VendorLine::version));
  }

  private static Image image(RomImage image) {
    return new Image(
        image.dataStructure().codeType(),
        image instanceof EfiImage efi ? OptionalInt.of(efi.efi().machine()) : OptionalInt.empty());
  }

  private static OptionalInt contradiction(String name, RomFile rom) {
    Optional<NameId.Told> told = NameId.of(name);
    Optional<PciDevice> device = RomIdentity.device(rom);
    if (told.isEmpty() || device.isEmpty()) {
      return OptionalInt.empty();
    }
    int id = told.get().deviceId();
    boolean vendor =
        told.get().vendorId().isEmpty()
            || told.get().vendorId().getAsInt() == device.get().vendorId();
    return vendor && RomIdentity.names(rom, id) ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** All images in one word each; those of a damaged file may be thousands. */
  String imageSummary() {
    List<String> parts = new ArrayList<>();
    images.stream().limit(MOST_IMAGES).map(Image::text).forEach(parts::add);
    if (images.size() > MOST_IMAGES) {
      parts.add("+" + (images.size() - MOST_IMAGES));
    }
    return parts.isEmpty() ? "-" : String.join(" ", parts);
  }
}
