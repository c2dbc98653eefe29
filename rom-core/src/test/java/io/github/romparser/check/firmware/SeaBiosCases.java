package io.github.romparser.check.firmware;

import io.github.romparser.check.firmware.Bench.Card;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PrintingStub;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** ROMs that SeaBIOS 1.16.2 was given, and what it did with them. */
final class SeaBiosCases {

  private static final Bench VGA = Bench.of(Card.VGA);
  private static final Bench NETWORK = Bench.of(Card.NETWORK);
  private static final int NO_CARD = 0x4242;

  private final List<MeasuredCase> cases = new ArrayList<>();

  private SeaBiosCases() {}

  static List<MeasuredCase> all() {
    SeaBiosCases table = new SeaBiosCases();
    table.single();
    table.sizes();
    table.files();
    table.several();
    table.pointers();
    table.withoutBar();
    return table.cases;
  }

  private void runs(String tags, String name, Bench bench, Specimen rom) {
    cases.add(new MeasuredCase(tags, name, bench, rom));
  }

  private void runs(String name, ImageForge image) {
    runs("1", name, VGA, new Specimen().image('1', image));
  }

  private void fails(String name, ImageForge image) {
    runs("", name, VGA, new Specimen().image('1', image));
  }

  private static ImageForge legacy(char tag, int blocks) {
    return PrintingStub.legacy(blocks, Card.VGA.vendorId(), Card.VGA.deviceId(), tag)
        .classCode(0x030000);
  }

  private static ImageForge good() {
    return legacy('1', 4).last();
  }

  private static ImageForge efi(char tag, int blocks) {
    return ImageForge.efi(blocks, Card.VGA.vendorId(), Card.VGA.deviceId(), PrintingStub.x64(tag));
  }

  private static ImageForge foreign(char tag, int blocks) {
    return PrintingStub.legacy(blocks, Card.VGA.vendorId(), NO_CARD, tag);
  }

  /** One image: ids, class, revision, code type, signatures. */
  private void single() {
    runs("nothing", good());
    runs(
        "1",
        "nothing, on a network card",
        NETWORK,
        new Specimen().image('1', PrintingStub.legacy(4, 0x1af4, 0x1000, '1').last()));
    runs("a class of another kind", good().classCode(0x020000));
    runs("revision 3", good().pcir(p -> p.revision3()));
    runs("the last mark is missing and nothing follows", legacy('1', 4));
    runs("indicator 0x01", legacy('1', 4).pcir(p -> p.indicator(1)));
    runs("image length 0 in the image that is for the card", good().pcir(p -> p.blocks(0)));
    runs("image length too long in that image", good().pcir(p -> p.blocks(0x4000)));
    fails("another vendor", good().pcir(p -> p.ids(0x1235, 0x1111)));
    fails("another device", good().pcir(p -> p.ids(0x1234, NO_CARD)));
    fails(
        "the device stands in the device list only",
        good().pcir(p -> p.ids(0x1234, NO_CARD)).deviceList(0x100, 0x1111));
    fails("code type 1", good().pcir(p -> p.type(1)));
    fails("code type 3 around x86 code", good().pcir(p -> p.type(3)));
    fails("AA55 swapped", good().put(0, 0xAA, 0x55));
    fails("no PCIR", good().put(0x1C, 'P', 'C', 'I', 'X'));
    runs(
        "",
        "another device, on a network card",
        NETWORK,
        new Specimen().image('1', PrintingStub.legacy(4, 0x1af4, 0x1001, '1').last()));
    runs("", "EFI only", VGA, new Specimen().image('1', efi('1', 4).last()));
  }

  /** The initialisation size and the sum over it. */
  private void sizes() {
    runs("initialisation size below the image length", good().initBlocks(3).sums(3));
    runs("initialisation size 255", legacy('1', 255).last());
    fails("a wrong sum", good().put(0x200, 0x5A).sums());
    fails("initialisation size 0", good().initBlocks(0));
    runs(
        "",
        "initialisation size 0, on a network card",
        NETWORK,
        new Specimen()
            .image('1', PrintingStub.legacy(4, 0x1af4, 0x1000, '1').initBlocks(0).last()));
    fails("right sum over the image, wrong one over the size", good().initBlocks(3));
  }

  /** The file around the image. */
  private void files() {
    byte[] image = good().build();
    runs("1", "padded with FF to 64 KiB", VGA, whole().pad(0x10000 - image.length, 0xFF));
    runs("1", "padded with 00 to 64 KiB", VGA, whole().pad(0x10000 - image.length, 0));
    runs("1", "100 bytes behind the image", VGA, whole().pad(100, 0x33));
    byte[] spare = legacy('1', 8).initBlocks(7).sums(7).last().build();
    runs("1", "4095 bytes, the size within", VGA, part(spare, 4095));
    runs("", "the last 100 bytes cut off", VGA, part(image, image.length - 100));
    runs("", "the second half cut off", VGA, part(image, image.length / 2));
    runs("", "512 bytes in front", VGA, new Specimen().pad(512, 0x33).image('1', image));
    runs("", "NVGI in front", VGA, new Specimen().bytes(nvgi()).image('1', image));
    runs("", "nothing but FF", VGA, new Specimen().pad(4096, 0xFF));
    runs("", "an empty file", VGA, new Specimen());
    runs("1", "a ROM BAR larger than the file", VGA.withRomSize(0x20000), whole());
    runs("", "a ROM BAR smaller than the file", VGA.withRomSize(1024), whole());
    runs("", "a ROM BAR of 3000 bytes", VGA.withRomSize(3000), whole());
  }

  /** The way to the image for the card. */
  private void several() {
    runs("1", "x86, then EFI", VGA, two(legacy('1', 4), efi('2', 4).last()));
    runs("2", "EFI, then x86", VGA, two(efi('1', 4), legacy('2', 4).last()));
    runs("2", "another device first", VGA, two(foreign('1', 4), legacy('2', 4).last()));
    runs(
        "2",
        "another device with a wrong sum first",
        VGA,
        two(foreign('1', 4).put(0x200, 0x5A).sums(), legacy('2', 4).last()));
    runs("1", "both for the card", VGA, two(legacy('1', 4), legacy('2', 4).last()));
    runs(
        "",
        "both for the card, the first with a wrong sum",
        VGA,
        two(legacy('1', 4).put(0x200, 0x5A).sums(), legacy('2', 4).last()));
    runs(
        "2",
        "another device with indicator 0x01 first",
        VGA,
        two(foreign('1', 4).pcir(p -> p.indicator(1)), legacy('2', 4).last()));
    runs("", "another device marked last first", VGA, two(foreign('1', 4).last(), good('2')));
    runs(
        "",
        "another device with a wrong length first",
        VGA,
        two(foreign('1', 4).pcir(p -> p.blocks(3)), good('2')));
    runs(
        "",
        "another device of length 0 first",
        VGA,
        two(foreign('1', 4).pcir(p -> p.blocks(0)), good('2')));
    runs(
        "",
        "512 bytes between the images",
        VGA,
        new Specimen().image('1', foreign('1', 4)).pad(512, 0xFF).image('2', good('2')));
    runs("1", "64 KiB of x86, 128 KiB of EFI", VGA, two(legacy('1', 128), efi('2', 256).last()));
  }

  /** The pointer to the PCI data structure. */
  private void pointers() {
    runs("PCIR at an odd place", good().pcirAt(0x1D));
    runs("PCIR at twice an odd place", good().pcirAt(0x1E));
    fails("pointer 0", good().put(0x18, 0, 0));
    fails("pointer to something else", good().put(0x18, 0x20, 0));
    fails("pointer past the end", good().put(0x18, 0x00, 0x09));
    fails("pointer FFFF", good().put(0x18, 0xFF, 0xFF));
  }

  /** rombar=0: signature, size and sum are all that counts. */
  private void withoutBar() {
    Bench bench = VGA.withoutBar();
    runs("1", "rombar=0", bench, whole());
    runs("1", "rombar=0, another vendor", bench, one(good().pcir(p -> p.ids(1, 2))));
    runs("1", "rombar=0, no PCIR", bench, one(good().put(0x1C, 'X')));
    runs("1", "rombar=0, code type 3", bench, one(good().pcir(p -> p.type(3))));
    runs("", "rombar=0, wrong sum", bench, one(good().put(0x200, 0x5A).sums()));
    runs("", "rombar=0, AA55 swapped", bench, one(good().put(0, 0xAA, 0x55)));
    runs("", "rombar=0, initialisation size 0", bench, one(good().initBlocks(0)));
    runs("", "rombar=0, EFI first", bench, two(efi('1', 4), good('2')));
  }

  private static ImageForge good(char tag) {
    return legacy(tag, 4).last();
  }

  private static Specimen whole() {
    return one(good());
  }

  private static Specimen one(ImageForge image) {
    return new Specimen().image('1', image);
  }

  private static Specimen two(ImageForge first, ImageForge second) {
    return new Specimen().image('1', first).image('2', second);
  }

  private static Specimen part(byte[] image, int length) {
    return new Specimen().image('1', Arrays.copyOf(image, length));
  }

  /** The start of NVIDIA's flash header, and nothing that leads to the image. */
  private static byte[] nvgi() {
    byte[] prefix = new byte[512];
    prefix[0] = 'N';
    prefix[1] = 'V';
    prefix[2] = 'G';
    prefix[3] = 'I';
    return prefix;
  }
}
