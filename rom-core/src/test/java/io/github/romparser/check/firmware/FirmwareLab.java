package io.github.romparser.check.firmware;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.romparser.check.Target;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PrintingStub;
import io.github.romparser.testdata.RomForge;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Real firmware in an emulated machine with one card that has the ROM in question. Needs no
 * virtualisation by the processor. Debian: qemu-system-x86, seabios, ovmf.
 */
final class FirmwareLab {

  private static final String QEMU = "qemu-system-x86_64";

  /** Where Debian, Fedora and Arch have OVMF; the variables lie beside the code. */
  private static final List<Path> OVMF =
      List.of(
          Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd"),
          Path.of("/usr/share/OVMF/OVMF_CODE.fd"),
          Path.of("/usr/share/edk2/x64/OVMF_CODE.4m.fd"));

  private static final List<Path> SEABIOS =
      List.of(
          Path.of("/usr/share/seabios/bios-256k.bin"), Path.of("/usr/share/qemu/bios-256k.bin"));

  /** SeaBIOS says this when all option ROMs have been run. */
  private static final String SEABIOS_DONE = "Space available for UMB";

  /** Tag of the driver on the card behind, which runs when the firmware is through with ours. */
  private static final char SENTINEL = '~';

  private static final String SENTINEL_RAN = PrintingStub.BEFORE + SENTINEL + PrintingStub.BEHIND;

  private static final Duration SEABIOS_LIMIT = Duration.ofSeconds(5);
  private static final Duration OVMF_LIMIT = Duration.ofSeconds(30);

  /** Enough to see that it hangs, where it is expected to. */
  private static final Duration OVMF_HANG_LIMIT = Duration.ofSeconds(15);

  private static final Duration OVMF_LINGER = Duration.ofSeconds(1);

  /** How many cards fit into one machine: q35 has slots 1 to 30, and the last is the sentinel's. */
  static final int TOGETHER = 29;

  private static final int FIRST_SLOT = 1;

  private final Path room;

  /**
   * A ROM and the card that has it.
   *
   * @param rom the file
   * @param bench the card
   */
  record Mounted(Specimen rom, Bench bench) {}

  FirmwareLab(Path room) {
    this.room = room;
  }

  /** Skips the test, and says so, where SeaBIOS cannot be run; fails where it must be. */
  static void needSeaBios() {
    need(qemu(), QEMU);
    need(SEABIOS.stream().anyMatch(Files::exists), "SeaBIOS");
  }

  /** Skips the test, and says so, where OVMF cannot be run; fails where it must be. */
  static void needOvmf() {
    need(qemu(), QEMU);
    need(OVMF.stream().anyMatch(Files::exists), "OVMF");
  }

  private static boolean qemu() {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(File.pathSeparator, -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, QEMU)));
  }

  private static void need(boolean present, String what) {
    if (present) {
      return;
    }
    String message = what + " is not installed";
    if (Boolean.getBoolean("rom.tools.required")
        || Boolean.parseBoolean(System.getenv("ROM_TOOLS_REQUIRED"))) {
      fail(message);
    }
    System.err.println("SKIPPED: " + message);
    Assumptions.abort(message);
  }

  /** Boots SeaBIOS until an image has run or all option ROMs are through. */
  Outcome seaBios(Mounted one) throws IOException {
    List<String> command = machine("pc");
    String rom = write("rom", one.rom().build());
    Collections.addAll(command, "-m", "64", "-device", one.bench().argument(rom));
    Qemu.Output output =
        Qemu.run(
            command,
            text -> text.contains(SEABIOS_DONE) || Outcome.MARKER.matcher(text).find(),
            SEABIOS_LIMIT,
            Duration.ZERO);
    return Outcome.of(output);
  }

  /** Boots OVMF until the card behind ours has its turn. */
  Outcome ovmf(Mounted one) throws IOException {
    boolean hangs = Comparison.of(Target.OVMF, one).predictsHang();
    Qemu.Output output = boot(List.of(one), hangs ? OVMF_HANG_LIMIT : OVMF_LIMIT);
    return Outcome.of(output).only(one.rom().tags());
  }

  /**
   * Does the same with many ROMs in one machine, whose firmware goes through its cards one by one;
   * empty if it did not get through them all. No two of the ROMs may have a tag in common.
   *
   * <p>OVMF goes on behind its copy of a ROM without a last mark, as far as the BAR is large, and
   * may find and run what it copied for another card. So an outcome that is not as expected is
   * worth another look in a machine of its own.
   */
  Optional<List<Outcome>> together(List<Mounted> all) throws IOException {
    Qemu.Output output = boot(all, OVMF_LIMIT.plus(OVMF_LINGER));
    if (output.end() != Qemu.End.ENOUGH) {
      return Optional.empty();
    }
    Outcome outcome = Outcome.of(output);
    return Optional.of(all.stream().map(one -> outcome.only(one.rom().tags())).toList());
  }

  private Qemu.Output boot(List<Mounted> all, Duration limit) throws IOException {
    Path code = OVMF.stream().filter(Files::exists).findFirst().orElseThrow();
    List<String> command = machine("q35");
    Collections.addAll(command, "-m", "256");
    flash(command, 0, code + ",readonly=on");
    flash(command, 1, variables(code));
    int slot = FIRST_SLOT;
    for (Mounted one : all) {
      String rom = write("rom" + slot, one.rom().build());
      Collections.addAll(command, "-device", one.bench().argument(rom) + address(slot));
      slot++;
    }
    String sentinel = "pci-testdev,romfile=" + write("sentinel", sentinel()) + address(slot);
    Collections.addAll(command, "-device", sentinel);
    // With others about, the sentinel may have been met before its turn.
    Duration linger = all.size() > 1 ? OVMF_LINGER : Duration.ZERO;
    return Qemu.run(command, text -> text.contains(SENTINEL_RAN), limit, linger);
  }

  private static String address(int slot) {
    return ",addr=" + Integer.toHexString(slot);
  }

  /** A machine with nothing but what the firmware needs, and the debug port on standard output. */
  private static List<String> machine(String model) {
    List<String> command = new ArrayList<>(List.of(QEMU, "-accel", "tcg", "-machine", model));
    Collections.addAll(command, "-nodefaults", "-no-user-config", "-no-reboot");
    Collections.addAll(command, "-display", "none", "-vga", "none");
    Collections.addAll(command, "-serial", "none", "-monitor", "none");
    Collections.addAll(command, "-chardev", "stdio,id=debug");
    Collections.addAll(command, "-device", "isa-debugcon,iobase=0x402,chardev=debug");
    return command;
  }

  private static void flash(List<String> command, int unit, String file) {
    Collections.addAll(command, "-drive", "if=pflash,format=raw,unit=" + unit + ",file=" + file);
  }

  /** The variables: a copy of one's own, made afresh so that no run sees what another left. */
  private String variables(Path code) throws IOException {
    Path template =
        code.resolveSibling(code.getFileName().toString().replace("OVMF_CODE", "OVMF_VARS"));
    return write("variables", Files.readAllBytes(template));
  }

  /** A ROM of 4 KiB, for OVMF takes none of 2 KiB, whose driver always runs. */
  private static byte[] sentinel() {
    ImageForge image = ImageForge.efi(4, 0x1b36, 0x0005, PrintingStub.x64(SENTINEL)).last();
    return RomForge.start().image(image).padTo(4096, 0xFF).build();
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(room.resolve(name), bytes).toString();
  }
}
