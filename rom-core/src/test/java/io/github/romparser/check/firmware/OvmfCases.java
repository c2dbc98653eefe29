package io.github.romparser.check.firmware;

import static java.util.stream.Collectors.joining;

import io.github.romparser.check.firmware.Bench.Card;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PcirForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.PrintingStub;
import io.github.romparser.testdata.StoreStream;
import java.util.ArrayList;
import java.util.List;

/** ROMs that OVMF 2022.11 was given, and what it did with them. */
final class OvmfCases {

  private static final Bench NETWORK = Bench.of(Card.NETWORK);
  private static final int VENDOR = Card.NETWORK.vendorId();
  private static final int DEVICE = Card.NETWORK.deviceId();

  private static final char FIRST_TAG = '0';

  /** Where an uncompressed driver begins in the images made here. */
  private static final int DRIVER = 0x40;

  private final List<MeasuredCase> cases = new ArrayList<>();

  /** Tags of the images of the next case: cases that share a machine have none in common. */
  private char first = FIRST_TAG;

  private char second = FIRST_TAG + 1;

  private OvmfCases() {}

  static List<MeasuredCase> all() {
    OvmfCases table = new OvmfCases();
    table.single();
    table.pcir();
    table.efiHeader();
    table.compression();
    table.peFile();
    table.loader();
    table.files();
    table.several();
    table.gaps();
    return table.cases;
  }

  private void runs(String images, String name, Specimen rom) {
    runs(images, name, NETWORK, rom);
  }

  /** A case; the images that run are given by their numbers, from 1. */
  private void runs(String images, String name, Bench bench, Specimen rom) {
    String tags =
        images.chars().mapToObj(i -> String.valueOf(i == '1' ? first : second)).collect(joining());
    cases.add(new MeasuredCase(tags, name, bench, rom));
    int next = cases.size() % FirmwareLab.TOGETHER;
    first = (char) (FIRST_TAG + 2 * next);
    second = (char) (first + 1);
  }

  private void runs(String name, ImageForge image) {
    runs("1", name, one(image));
  }

  private void fails(String name, ImageForge image) {
    runs("", name, one(image));
  }

  private ImageForge efi(char tag) {
    return efi(PrintingStub.x64(tag));
  }

  private ImageForge efi(PeForge driver) {
    return ImageForge.efi(8, VENDOR, DEVICE, driver);
  }

  private ImageForge good() {
    return efi(first).last();
  }

  private ImageForge legacy(char tag) {
    return PrintingStub.legacy(8, VENDOR, DEVICE, tag);
  }

  private Specimen one(ImageForge image) {
    return new Specimen().image(first, image);
  }

  private Specimen two(ImageForge front, ImageForge back) {
    return new Specimen().image(first, front).image(second, back);
  }

  private ImageForge last(char tag) {
    return efi(tag).last();
  }

  /** What is not looked at, in one image. */
  private void single() {
    runs("nothing", good());
    runs("1", "nothing, on a VGA card", Bench.of(Card.VGA), one(good()));
    runs("", "rombar=0", NETWORK.withoutBar(), one(good()));
    runs("another vendor, device and class", good().pcir(p -> p.ids(1, 2).classCode(0x030000)));
    runs("revision 3", good().pcir(p -> p.revision3()));
    runs("the last mark is missing and nothing follows", efi(first));
    runs("indicator 0x81", efi(first).pcir(p -> p.indicator(0x81)));
    runs("indicator 0x01", efi(first).pcir(p -> p.indicator(0x01)));
    runs("a changed byte behind the code", good().put(0xF00, 0x5A));
    fails("AA55 swapped", good().put(0, 0xAA, 0x55));
    fails("x86 only", legacy(first).last());
    fails("code type 0 around a driver", good().pcir(p -> p.type(0)));
  }

  private void pcir() {
    fails("PCIR at an odd place", good().pcirAt(0x1D));
    fails("PCIR at twice an odd place", good().pcirAt(0x1E));
    runs("PCIR at 0x20", good().pcirAt(0x20));
    fails("no PCIR", good().put(0x1C, 'P', 'C', 'I', 'X'));
    fails("pointer 0", good().put(0x18, 0, 0));
    fails("pointer past the end", good().put(0x18, 0xFC, 0xFF));
    fails("image length past the ROM BAR", good().pcir(p -> p.blocks(9)));
    fails("image length 0, last", good().pcir(p -> p.blocks(0)));
    fails("image length below the initialisation size", good().pcir(p -> p.blocks(7)));
  }

  private void efiHeader() {
    fails("EFI signature", good().put(0x04, 0xF2));
    fails("subsystem 10", good().put(0x08, 10));
    fails("subsystem 13", good().put(0x08, 13));
    fails("subsystem 0", good().put(0x08, 0));
    runs("subsystem 12", efi(PrintingStub.x64(first).subsystem(12)).last());
    runs("the header says IA-32", good().put(0x0A, 0x4C, 0x01));
    runs("the header says AArch64", good().put(0x0A, 0x64, 0xAA));
    fails("initialisation size 0", good().put(0x02, 0, 0));
    fails("initialisation size too large", good().put(0x02, 9, 0));
    fails("driver behind the initialisation size", good().put(0x16, 0x00, 0x10));
    fails("driver at another place", good().put(0x16, 0x48, 0x00));
    runs("initialisation size is enough", good().pcir(p -> p.blocks(8)).put(0x02, 8, 0));
  }

  private void compression() {
    runs("compressed", packed());
    fails("compressed, it says, but it is not", good().put(0x0C, 1));
    fails("not compressed, it says, but it is", packed().put(0x0C, 0));
    fails("compression 2", good().put(0x0C, 2));
    fails("a Tiano stream", good().put(0x0C, 1).put(DRIVER, StoreStream.tiano(driver())));
    runs("an EFI stream there", good().put(0x0C, 1).put(DRIVER, StoreStream.of(driver())));
  }

  private ImageForge packed() {
    return ImageForge.efiCompressed(8, VENDOR, DEVICE, PrintingStub.x64(first)).last();
  }

  private byte[] driver() {
    return PrintingStub.x64(first).size(0x800).build();
  }

  private void peFile() {
    runs("the PE file says subsystem 10", efi(PrintingStub.x64(first).subsystem(10)).put(8, 11));
    fails("the PE file is IA-32", efi(PrintingStub.ia32(first)).last());
    fails(
        "the PE file is IA-32, the header x64",
        efi(PrintingStub.ia32(first)).put(0x0A, 0x64, 0x86));
    fails("no MZ", good().put(DRIVER, 0));
    fails("no PE", good().put(DRIVER + 0x40, 0));
    runs("1", "it returns an error", one(efi(PrintingStub.x64Failing(first)).last()));
  }

  /** What the loader asks of a PE file beyond its headers. */
  private void loader() {
    runs("PE subsystem 13", pe(0x9C, 13));
    fails("PE subsystem 14", pe(0x9C, 14));
    fails("PE subsystem 0", pe(0x9C, 0));
    fails("relocations stripped, and made for address 0", pe(0x56, 0x22F));
    fails("section alignment 0", pe(0x78, 0));
    runs("section alignment 3", pe(0x78, 3));
    runs("file alignment 0", pe(0x7C, 0));
    runs("the image ends with its section", pe(0x90, 0xFC0));
    fails("the image ends a byte before its section", pe(0x90, 0xFBF));
    fails("the section ends behind the image", pe(0x150, 0x4000));
    fails("the section begins behind the image", pe(0x154, 0xFFFF));
    runs("a section of virtual size 0", pe(0x150, 0));
    fails("relocations of 8 bytes, and none there", pe(0xF4, 8));
    runs("relocations of 1 byte", pe(0xF4, 1));
  }

  /** A driver of 0xFC0 bytes with another 16-bit value in its headers. */
  private ImageForge pe(int at, int value) {
    return good().put(DRIVER + at, value & 0xFF, value >> 8);
  }

  private void files() {
    runs("1", "padded with FF to 64 KiB", one(good()).pad(0x10000 - 0x1000, 0xFF));
    runs("1", "100 bytes behind the image", one(good()).pad(100, 0x33));
    runs("1", "512 bytes cut off: QEMU gives zeros for them", part(good(), 0x1000 - 512));
    runs("", "half of it cut off: 2 KiB are left", part(good(), 0x800));
    ImageForge big = ImageForge.efi(16, VENDOR, DEVICE, PrintingStub.x64(first)).last();
    runs("", "half of it cut off: 4 KiB are left", part(big, 0x1000));
    runs("", "512 bytes in front", new Specimen().pad(512, 0x33).image(first, good()));
    runs("", "a ROM BAR of 2 KiB", one(small()));
    runs("1", "2 KiB in a ROM BAR of 4 KiB", NETWORK.withRomSize(4096), one(small()));
  }

  private ImageForge small() {
    return ImageForge.efi(4, VENDOR, DEVICE, PrintingStub.x64(first)).last();
  }

  private void several() {
    runs("2", "x86, then EFI", two(legacy(first), last(second)));
    runs(
        "2",
        "x86 with a wrong sum, then EFI",
        two(legacy(first).put(0x200, 1).sums(), last(second)));
    runs("", "x86 marked last, then EFI", two(legacy(first).last(), last(second)));
    runs("", "x86 with too long a length, then EFI", two(length(legacy(first), 24), last(second)));
    runs("1", "EFI, then x86", two(efi(first), legacy(second).last()));
    runs("12", "two drivers", two(efi(first), last(second)));
    runs(
        "12", "the first returns an error", two(efi(PrintingStub.x64Failing(first)), last(second)));
    runs("2", "AArch64 first", two(efi(PeForge.aa64()), last(second)));
    runs(
        "12",
        "another machine first, in the header",
        two(efi(first).put(0x0A, 0x64, 0xAA), last(second)));
    runs(
        "12",
        "another machine first, the driver behind returns an error",
        two(efi(first).put(0x0A, 0x64, 0xAA), efi(PrintingStub.x64Failing(second)).last()));
    runs("1", "the first is marked last", two(last(first), last(second)));
    runs("", "length 0 and not last", two(length(efi(first), 0), last(second)));
    runs("", "the second has length 0 and is not last", two(efi(first), length(efi(second), 0)));
  }

  private ImageForge length(ImageForge image, int blocks) {
    return image.pcir(p -> p.blocks(blocks));
  }

  private void gaps() {
    runs("2", "512 bytes of FF between", between(512, legacy(first)));
    runs("2", "1024 bytes of FF between", between(1024, legacy(first)));
    runs("2", "more FF between than the driver has", between(0x4000, legacy(first)));
    runs("1", "too little behind the gap for the length told", tooLong());
    runs("2", "the first length too short by a block", two(length(legacy(first), 7), last(second)));
    byte[] vendor =
        ImageForge.vendor(0x70, 1, PcirForge.npds().ids(VENDOR, DEVICE)).vnSignature().build();
    runs(
        "2",
        "an image with signature VN between",
        new Specimen().image(first, legacy(first)).bytes(vendor).image(second, last(second)));
  }

  private Specimen between(int count, ImageForge front) {
    return new Specimen().image(first, front).pad(count, 0xFF).image(second, last(second));
  }

  private Specimen tooLong() {
    return new Specimen()
        .image(first, efi(first))
        .pad(0x2000, 0xFF)
        .image(second, length(efi(second), 24).last());
  }

  private Specimen part(ImageForge image, int length) {
    return one(image).cut(length);
  }
}
