package io.github.romparser.check;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.rom.header.EfiRomHeader;
import io.github.romparser.sign.Authenticode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One EFI image on its way to being started: edk2 PciOptionRomSupport.c, {@code ProcessOpRomImage}
 * and {@code LocalLoadFile2}, then {@code LoadImage} with the rules of BasePeCoff.c.
 */
final class OvmfDriver {

  private static final int APPLICATION = 10;
  private static final int BOOT_SERVICE_DRIVER = 11;
  private static final int RUN_TIME_DRIVER = 12;

  /** The most that a driver may unpack to, in bytes; real ones have less than 1 MiB. */
  private static final long MOST = 64L << 20;

  /** What matters only where firmware verifies. */
  private static final Set<FindingCode> ABOUT_TRUST =
      EnumSet.of(FindingCode.SIG_CA_2011, FindingCode.SIG_CA_OTHER, FindingCode.SIG_SHA1);

  /** Base class of display controllers. */
  private static final int DISPLAY = 0x03;

  /**
   * Display drivers have at least this, in bytes (lf-edge/eve pull request 5686: 9.6 KB was empty).
   */
  private static final int TINY = 12 << 10;

  private final Reading r;
  private final RomBar bar;
  private final long at;
  private final long length;
  private final Argument number;

  OvmfDriver(Reading r, long at, long length) {
    this.r = r;
    this.bar = r.bar();
    this.at = at;
    this.length = length;
    this.number = r.number(at);
  }

  /** Whether the driver is loaded and its entry point called. */
  boolean starts() {
    int subsystem = bar.u16(at + 8);
    if (subsystem == APPLICATION) {
      r.step("EFI image at 0x%x: an application, skipped", at);
      return subsystem(subsystem);
    }
    return loadFile2().map(this::loadImage).orElse(false);
  }

  private boolean subsystem(int subsystem) {
    r.find(FindingCode.EFI_SUBSYS, new Range(at + 8, 2), number, new Argument.Count(subsystem));
    return false;
  }

  /** The driver's bytes, unpacked. */
  private Optional<Slice> loadFile2() {
    long signature = bar.u32(at + 4);
    int subsystem = bar.u16(at + 8);
    int compression = bar.u16(at + 0x0c);
    long initSize = bar.u16(at + 2) * 512L;
    int offset = bar.u16(at + 0x16);
    if (signature != EfiRomHeader.SIGNATURE) {
      r.step("EFI image at 0x%x: EFI signature 0x%08x, not loaded", at, signature);
      if (r.indexAt(at).isEmpty()) {
        r.find(
            FindingCode.EFI_BADSIG, new Range(at + 4, 4), number, new Argument.Hex(signature, 8));
      }
      return Optional.empty();
    }
    if (subsystem != BOOT_SERVICE_DRIVER && subsystem != RUN_TIME_DRIVER) {
      r.step("EFI image at 0x%x: subsystem %d, not loaded", at, subsystem);
      subsystem(subsystem);
      return Optional.empty();
    }
    if (compression > 1) {
      return misplaced(Phrase.COMPRESSION_UNKNOWN);
    }
    if (initSize > length) {
      return misplaced(Phrase.INIT_TOO_LARGE);
    }
    if (offset >= initSize) {
      return misplaced(Phrase.BEHIND_INIT_SIZE);
    }
    Slice payload = bar.padded(at + offset, initSize - offset);
    if (compression == 0) {
      return Optional.of(payload);
    }
    EfiDecompressor.Result result =
        EfiDecompressor.decompress(payload, EfiDecompressor.Variant.EFI_1_1, MOST);
    if (result instanceof EfiDecompressor.Decompressed driver) {
      return Optional.of(driver.bytes());
    }
    r.step("EFI image at 0x%x: cannot be decompressed", at);
    r.find(FindingCode.EFI_DECOMP, new Range(at + offset, payload.length()), number);
    return Optional.empty();
  }

  private Optional<Slice> misplaced(Phrase why) {
    r.step("EFI image at 0x%x: %s, not loaded", at, why.text());
    r.find(FindingCode.EFI_OFFSET, new Range(at, 0x1a), number, new Argument.Says(why));
    return Optional.empty();
  }

  private boolean loadImage(Slice driver) {
    Optional<PeImage> read = PeImage.read(driver);
    if (read.isEmpty() || !read.get().loadable()) {
      r.step("EFI image at 0x%x: no PE file that LoadImage takes", at);
      r.find(FindingCode.EFI_PE, new Range(at, length), number);
      return false;
    }
    PeImage pe = read.get();
    EfiMachine arch = r.input().arch();
    if (pe.machine() != arch.value()) {
      r.step("EFI image at 0x%x: machine %04x, not started", at, pe.machine());
      r.find(
          FindingCode.EFI_ARCH,
          new Range(at, length),
          new Argument.Term(
              EfiMachine.of(pe.machine())
                  .map(EfiMachine::title)
                  .orElse(String.format(Locale.US, "machine %04x", pe.machine()))),
          new Argument.Term(arch.title()));
      return false;
    }
    Optional<String> refusal = OvmfLoader.refusal(pe, driver);
    if (refusal.isPresent()) {
      r.step("EFI image at 0x%x: %s, not loaded", at, refusal.get());
      r.find(FindingCode.EFI_PE, new Range(at, length), number);
      return false;
    }
    long pcir = at + bar.u16(at + 0x18);
    if (bar.u8(pcir + 0x0f) == DISPLAY && driver.length() < TINY) {
      r.find(
          FindingCode.EFI_TINY, new Range(at, length), number, new Argument.Size(driver.length()));
    }
    boolean runs = pe.signed() ? signed(driver, pe) : unsigned();
    if (runs) {
      r.step("EFI image at 0x%x: %s driver, loaded and started", at, arch.title());
    }
    return runs;
  }

  /**
   * Whether option ROMs are verified. PcdOptionRomImageVerificationPolicy is 0, run always, in
   * OvmfPkg's builds for x86, and 4, deny, in those for ARM, RISC-V and LoongArch.
   */
  private boolean verifies() {
    EfiMachine arch = r.input().arch();
    return r.input().secureBoot() && arch != EfiMachine.X64 && arch != EfiMachine.IA32;
  }

  /** How bad it is for this firmware that a driver would not be verified. */
  private Severity severity() {
    if (verifies()) {
      return Severity.ERROR;
    }
    return r.input().secureBoot() ? Severity.WARNING : Severity.NOTE;
  }

  private boolean unsigned() {
    r.find(severity(), FindingCode.UNSIGNED, new Range(at, length), number);
    if (verifies()) {
      r.step("EFI image at 0x%x: not signed, and this firmware verifies option ROMs", at);
    }
    return !verifies();
  }

  /**
   * Whether a signed driver is run: edk2 SecurityPkg DxeImageVerificationLib.c. Whether db has the
   * signer's CA is not known here, so a signature that holds is taken for good.
   */
  private boolean signed(Slice driver, PeImage pe) {
    Authenticode signatures = Authenticode.of(driver, pe);
    for (Finding finding : signatures.findings(new Range(at, length))) {
      if (ABOUT_TRUST.contains(finding.code())) {
        if (r.input().secureBoot()) {
          r.find(finding);
        }
      } else {
        // What does not keep the firmware from starting it is no error.
        Severity severity = verifies() && signatures.holds() ? Severity.WARNING : severity();
        r.find(finding.as(severity));
      }
    }
    if (verifies() && !signatures.holds()) {
      r.step(
          signatures.unchecked()
              ? "EFI image at 0x%x: signed, not looked at, and this firmware verifies option ROMs"
              : "EFI image at 0x%x: no signature holds, and this firmware verifies option ROMs",
          at);
      return false;
    }
    r.step("EFI image at 0x%x: signed, the signature %s", at, state(signatures));
    return true;
  }

  private static String state(Authenticode signatures) {
    if (signatures.unchecked()) {
      return "was not looked at";
    }
    return signatures.holds() ? "holds" : "does not hold";
  }
}
