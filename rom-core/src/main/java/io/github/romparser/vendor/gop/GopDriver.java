package io.github.romparser.vendor.gop;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.header.Npde;
import io.github.romparser.vendor.VendorTables;
import io.github.romparser.vendor.generic.PrintableText.Run;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an EFI driver says of itself: its texts and its driver binding protocol. It may come out of
 * an option ROM or be a file of its own. Display drivers are called GOP drivers after the graphics
 * output protocol that they offer.
 *
 * @param maker who made it, as its texts tell
 * @param kind what it drives
 * @param name its name for people: the text of its component name protocol
 * @param chips which chips it is for, in its maker's words: "nvgop-gp1xx"; NVIDIA only
 * @param family the generation of chips that its version stands for
 * @param version its version as the field prints it: "0x5000B" for NVIDIA, "1.69.0.15.50" for AMD,
 *     "17.0.1077" for Intel, or "1077" where the driver puts the rest in front of it while it runs
 * @param date when it was built: "May 23 2019"; AMD only
 * @param bindingVersion the version in its driver binding protocol, 4 bytes; empty if the driver
 *     fills it in while it runs. NVIDIA: generation in the high 16 bits, build in the low; AMD: the
 *     first two numbers of its version in bits 31 to 16 and 15 to 8 (measured)
 * @param npdeVersion the version in the NPDE of the image that it came from; NVIDIA only
 * @param findings what is worth knowing
 */
public record GopDriver(
    Optional<Maker> maker,
    Kind kind,
    Optional<String> name,
    Optional<String> chips,
    Optional<GopFamily> family,
    Optional<String> version,
    Optional<String> date,
    OptionalLong bindingVersion,
    OptionalLong npdeVersion,
    List<Finding> findings)
    implements VendorTables {

  /**
   * EFI_GRAPHICS_OUTPUT_PROTOCOL_GUID, 9042A9DE-23DC-4A38-96FB-7ADED080516A (UEFI 2.10 §12.9), as
   * its bytes.
   */
  private static final String GRAPHICS_OUTPUT = bytes("dea94290dc23384a96fb7aded080516a");

  /**
   * EFI_PCI_IO_PROTOCOL_GUID, 4CF5B200-68B8-4CA5-9EEC-B23E3F50029A (UEFI 2.10 §14.4), as its bytes.
   */
  private static final String PCI_IO = bytes("00b2f54cb868a54c9eecb23e3f50029a");

  private static final Pattern DISPLAY_NAME =
      Pattern.compile("\\b(?:GOP|GPU|VGA|Graphics|Video|Display)\\b");

  /** Drivers that show text on any display, and are for none. */
  private static final Pattern CONSOLE_NAME = Pattern.compile("\\bConsole\\b");

  private static final Pattern CHIPS = Pattern.compile("nvgop-\\w+");

  private static final Pattern FIRST_NUMBER = Pattern.compile("^(\\d{1,4})\\.");

  /** NVIDIA's generations stay below this for a long time; 8 is the newest. */
  private static final int NVIDIA_FAMILIES = 0x40;

  /** What a driver drives. */
  public enum Kind {
    /** A display. */
    DISPLAY("display"),
    /** Anything else, or it could not be told. */
    OTHER("other");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** {@return the name in reports: {@code display}, {@code other}} */
    public String id() {
      return id;
    }
  }

  /**
   * Copies the list.
   *
   * @param maker who made it
   * @param kind what it drives
   * @param name its name for people
   * @param chips which chips it is for, in its maker's words
   * @param family the generation of chips that its version stands for
   * @param version its version as the field prints it
   * @param date when it was built, as it stands in the driver
   * @param bindingVersion the version in its driver binding protocol, 32 bits unsigned
   * @param npdeVersion the version in the NPDE, 32 bits unsigned
   * @param findings copied; what is worth knowing
   */
  public GopDriver {
    findings = List.copyOf(findings);
  }

  /**
   * Reads what a driver says of itself.
   *
   * @param driver the executable from its first byte; bytes may follow it
   * @param pe its headers
   * @param npde NVIDIA's extension in the ROM image that it came from
   * @return empty if nothing is told: no maker, no name, no version, and nothing that shows a
   *     display
   */
  public static Optional<GopDriver> read(Slice driver, PeImage pe, Optional<Npde> npde) {
    DriverText texts = DriverText.read(driver, pe);
    Optional<String> name = texts.name();
    Optional<Maker> maker = name.flatMap(Maker::of).or(() -> maker(driver, texts));
    OptionalLong told = npde.isPresent() ? npde.get().gopVersion() : OptionalLong.empty();
    OptionalLong binding = binding(maker, DriverBinding.versions(driver, pe));
    OptionalLong number = binding.isPresent() ? binding : told;
    GopVersion version = GopVersion.of(maker, name, texts.all(), number);
    Kind kind = kind(driver, maker, name, texts.all());
    if (maker.isEmpty()
        && name.isEmpty()
        && binding.isEmpty()
        && told.isEmpty()
        && kind == Kind.OTHER) {
      return Optional.empty();
    }
    return Optional.of(
        new GopDriver(
            maker,
            kind,
            name,
            texts.all().stream()
                .map(Run::text)
                .filter(text -> CHIPS.matcher(text).matches())
                .findFirst(),
            family(maker, number, version.text()),
            version.text(),
            version.date(),
            binding,
            told,
            findings(npde, told, binding)));
  }

  /** Bytes as the Latin-1 text that a search takes. */
  private static String bytes(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }

  /** The maker of a driver whose name does not tell. */
  private static Optional<Maker> maker(Slice driver, DriverText texts) {
    // iPXE names itself in texts of one byte a character only.
    return driver.indexOf("iPXE", 0) >= 0
        ? Optional.of(Maker.IPXE)
        : texts.all().stream().flatMap(run -> Maker.of(run.text()).stream()).findFirst();
  }

  /** The version that fits how the maker counts; of other makers only one that is alone. */
  private static OptionalLong binding(Optional<Maker> maker, List<Long> versions) {
    for (long version : versions) {
      if (maker.isPresent() ? fits(maker.get(), version, versions) : versions.size() == 1) {
        return OptionalLong.of(version);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean fits(Maker maker, long version, List<Long> versions) {
    return switch (maker) {
      case NVIDIA -> version >>> 16 >= 1 && version >>> 16 < NVIDIA_FAMILIES;
      case AMD -> version >>> 16 >= 1 && (version & 0xff) == 0;
      default -> versions.size() == 1;
    };
  }

  private static Kind kind(
      Slice driver, Optional<Maker> maker, Optional<String> name, List<Run> texts) {
    if (maker.filter(m -> m == Maker.IPXE || m == Maker.LSI).isPresent()) {
      return Kind.OTHER;
    }
    if (name.isPresent()) {
      if (CONSOLE_NAME.matcher(name.get()).find()) {
        return Kind.OTHER;
      }
      if (DISPLAY_NAME.matcher(name.get()).find()) {
        return Kind.DISPLAY;
      }
    }
    boolean display =
        texts.stream().anyMatch(run -> CHIPS.matcher(run.text()).matches())
            || (driver.indexOf(GRAPHICS_OUTPUT, 0) >= 0 && driver.indexOf(PCI_IO, 0) >= 0);
    return display ? Kind.DISPLAY : Kind.OTHER;
  }

  private static Optional<GopFamily> family(
      Optional<Maker> maker, OptionalLong number, Optional<String> version) {
    if (maker.isEmpty()) {
      return Optional.empty();
    }
    if (maker.get() == Maker.NVIDIA) {
      return number.isPresent()
          ? GopFamily.of(Maker.NVIDIA, number.getAsLong() >>> 16)
          : Optional.empty();
    }
    Matcher first = FIRST_NUMBER.matcher(version.orElse(""));
    return first.find()
        ? GopFamily.of(maker.get(), Long.parseLong(first.group(1)))
        : Optional.empty();
  }

  private static List<Finding> findings(
      Optional<Npde> npde, OptionalLong told, OptionalLong binding) {
    if (told.isEmpty()
        || told.getAsLong() == 0
        || binding.isEmpty()
        || told.getAsLong() == binding.getAsLong()) {
      return List.of();
    }
    return List.of(
        Finding.of(
            FindingCode.GOP_VERSION,
            new Range(npde.orElseThrow().offset() + Npde.GOP_VERSION, 4),
            new Argument.Term(GopVersion.nvidia(told.getAsLong())),
            new Argument.Term(GopVersion.nvidia(binding.getAsLong()))));
  }
}
