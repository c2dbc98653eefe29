package io.github.romparser.edit;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Argument;
import io.github.romparser.rom.EndReason;
import io.github.romparser.rom.FileKind;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.rom.header.PciDataStructure;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds option ROMs out of EFI drivers and, in front of them, a legacy image: the same bytes for
 * the same input. Every driver gets an image of its own, see {@link DriverImage}.
 */
public final class RomBuilder {

  /** The largest expansion ROM BAR (PCI Local Bus 3.0 §6.2.5.2), in bytes. */
  private static final long LARGEST_ROM = 16L << 20;

  /** Whatever is larger does not get small enough, and is not tried. */
  private static final long MOST_DRIVER = EfiDriver.MOST_BYTES;

  private static final int APPLICATION = 10;
  private static final int BOOT_SERVICE_DRIVER = 11;
  private static final int RUN_TIME_DRIVER = 12;

  private final WrapRequest request;
  private final List<EditStep> steps = new ArrayList<>();
  private final ByteArrayOutputStream rom = new ByteArrayOutputStream();

  private RomBuilder(WrapRequest request) {
    this.request = request;
  }

  /**
   * Builds a ROM.
   *
   * <p>Of the legacy ROM the first legacy image on its PCI walk is taken, over the length in its
   * PCI data structure; it loses its last mark, and its checksum is brought right. Refused are
   * drivers that firmware would not run, and whatever cannot be told in the headers. A driver that
   * is to be compressed is, also where that makes the image no smaller.
   *
   * @param request the drivers, the legacy ROM, and what the headers are to say
   * @return the ROM, where ranges of the steps are those of the result; or why there is none
   */
  public static EditResult wrap(WrapRequest request) {
    return RomEditor.answer(() -> new RomBuilder(request).wrap());
  }

  private Edit wrap() throws Refused {
    if (request.drivers().isEmpty()) {
      throw new Refused(RefusalCode.NO_DRIVER);
    }
    IdFix.refuseOdd(request.ids(), request.allowOddIds());
    List<Integer> devices = request.ids().deviceIds();
    if (devices.size() > 1 && (devices.size() > DeviceList.MOST || devices.contains(0))) {
      throw new Refused(
          RefusalCode.BAD_DEVICE_LIST,
          new Argument.Count(devices.size()),
          new Argument.Count(DeviceList.MOST));
    }
    int index = 0;
    if (request.legacy().isPresent()) {
      legacy(request.legacy().get());
      index++;
    }
    for (int i = 0; i < request.drivers().size(); i++) {
      driver(index + i, i + 1, request.drivers().get(i));
    }
    Slice result = Slice.of(rom.toByteArray());
    int images = index + request.drivers().size();
    RomFile read = RomReader.read(result);
    if (read.kind() != FileKind.OPTION_ROM
        || read.chains().get(0).pci().images().size() != images
        || read.chains().get(0).pci().endReason() != EndReason.LAST
        || read.chains().get(0).pci().end() != result.length()) {
      throw new Refused(RefusalCode.ODD_LAYOUT);
    }
    return new Edit(result, steps);
  }

  // ---- the legacy image ----------------------------------------------------------------------

  private void legacy(RomFile file) throws Refused {
    LegacyImage image = whole(file);
    PciDataStructure data = image.dataStructure();
    long base = file.bytes().offset();
    byte[] bytes = file.bytes().slice(image.offset() - base, image.pciLength()).toByteArray();
    Argument index = new Argument.Count(0);
    Range range = new Range(0, bytes.length);
    Argument ids = RomEditor.argument(RomEditor.ids(data));
    steps.add(
        EditStep.of(EditCode.TOOK_LEGACY, range, index, ids, new Argument.Size(bytes.length)));
    if (data.last()) {
      int at = (int) (data.offset() - image.offset()) + LastFix.INDICATOR;
      if (at >= bytes.length) {
        throw new Refused(RefusalCode.ODD_LAYOUT);
      }
      bytes[at] &= (byte) ~PciDataStructure.LAST;
      steps.add(EditStep.of(EditCode.CLEARED_LAST, new Range(at, 1), index));
    }
    rom.writeBytes(summed(bytes));
    DeviceIds wanted = DeviceIds.of(request.ids().vendorId(), request.ids().deviceId());
    if (!RomEditor.ids(data).equals(wanted)) {
      steps.add(EditStep.of(EditCode.OTHER_LEGACY_ID, range, ids, RomEditor.argument(wanted)));
    }
  }

  /** The first legacy image of a ROM, with all that is summed up. */
  private static LegacyImage whole(RomFile file) throws Refused {
    Optional<LegacyImage> found =
        file.chains().stream()
            .limit(1)
            .flatMap(chain -> chain.on(chain.pci()).stream())
            .filter(LegacyImage.class::isInstance)
            .map(LegacyImage.class::cast)
            .findFirst();
    if (found.isEmpty()) {
      throw new Refused(RefusalCode.NO_LEGACY_IMAGE, new Argument.Term(file.kind().title()));
    }
    LegacyImage image = found.get();
    long length = image.pciLength();
    if (length == 0 || image.offset() + length > file.bytes().end()) {
      throw new Refused(RefusalCode.NO_LEGACY_IMAGE, new Argument.Term("the image is not whole"));
    }
    if (image.initializationLength().orElse(0) > length) {
      throw new Refused(
          RefusalCode.NO_LEGACY_IMAGE,
          new Argument.Term("its initialisation size is larger than the image"));
    }
    return image;
  }

  private byte[] summed(byte[] bytes) throws Refused {
    Subject subject = Subject.of(RomReader.read(Slice.of(bytes.clone())));
    RomImage image = subject.images().get(0);
    if (!(image instanceof LegacyImage legacy) || subject.chain().offset() != 0) {
      throw new Refused(RefusalCode.ODD_LAYOUT);
    }
    List<EditStep> sums = new ArrayList<>();
    new ChecksumFix(subject, bytes, sums).mend(legacy);
    sums.stream().filter(step -> step.code() != EditCode.SUM_RIGHT).forEach(steps::add);
    return bytes;
  }

  // ---- the drivers ---------------------------------------------------------------------------

  /**
   * Adds a driver.
   *
   * @param index of its image
   * @param number of the driver among those given, from 1
   */
  private void driver(int index, int number, Slice driver) throws Refused {
    PeImage pe = accepted(new Argument.Count(number), driver);
    boolean last = number == request.drivers().size();
    if (driver.length() > MOST_DRIVER) {
      throw tooLarge(driver.length());
    }
    DriverImage image = DriverImage.of(request, pe, driver, last);
    if (rom.size() + image.length() > LARGEST_ROM) {
      throw tooLarge(rom.size() + image.length());
    }
    Range range = new Range(rom.size(), image.length());
    rom.writeBytes(image.bytes());
    Argument count = new Argument.Count(index);
    steps.add(wrapped(range, count, number, image, driver));
    if (request.compress() && image.length() >= image.plainLength()) {
      steps.add(
          EditStep.of(
              EditCode.NOT_SMALLER,
              range,
              count,
              new Argument.Size(image.length()),
              new Argument.Size(image.plainLength())));
    }
    steps.add(
        EditStep.of(
            pe.signed() ? EditCode.DRIVER_SIGNED : EditCode.DRIVER_NOT_SIGNED, range, count));
  }

  private EditStep wrapped(
      Range range, Argument count, int number, DriverImage image, Slice driver) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(count);
    arguments.add(new Argument.Count(number));
    arguments.add(new Argument.Term(EfiMachine.of(image.machine()).orElseThrow().title()));
    arguments.add(new Argument.Size(driver.length()));
    if (request.compress()) {
      arguments.add(new Argument.Size(image.stored()));
      arguments.add(new Argument.Count(Math.round(100.0 * image.stored() / driver.length())));
    }
    arguments.add(new Argument.Size(image.padding()));
    return new EditStep(
        request.compress() ? EditCode.WRAPPED_COMPRESSED : EditCode.WRAPPED, range, arguments);
  }

  private static Refused tooLarge(long size) {
    return new Refused(RefusalCode.TOO_LARGE, new Argument.Size(size));
  }

  private static PeImage accepted(Argument number, Slice driver) throws Refused {
    // A TE file, or one without the DOS header, is for firmware volumes.
    Optional<PeImage> read = PeImage.read(driver).filter(pe -> pe.headerOffset() > 0);
    if (read.isEmpty()) {
      throw new Refused(
          RefusalCode.NOT_PE, number, new Argument.Term(RomReader.read(driver).kind().title()));
    }
    PeImage pe = read.get();
    if (pe.subsystem() == APPLICATION) {
      throw new Refused(RefusalCode.APPLICATION, number);
    }
    if (pe.subsystem() != BOOT_SERVICE_DRIVER && pe.subsystem() != RUN_TIME_DRIVER) {
      throw new Refused(RefusalCode.NOT_DRIVER, number, new Argument.Count(pe.subsystem()));
    }
    if (EfiMachine.of(pe.machine()).isEmpty()) {
      throw new Refused(RefusalCode.UNKNOWN_MACHINE, number, new Argument.Hex(pe.machine(), 4));
    }
    if (pe.end() > driver.length()) {
      throw new Refused(
          RefusalCode.DRIVER_CUT,
          number,
          new Argument.Size(pe.end()),
          new Argument.Size(driver.length()));
    }
    return pe;
  }
}
