package io.github.romparser.acpi.dump;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.acpi.ssdt.AcpiPath;
import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The method {@code _ROM} of a device, through the kernel module acpi_call: what is written to its
 * file is evaluated, and what is read from it is the answer.
 *
 * <p>A usual acpi_call writes 42 bytes of a buffer, the rest is lost. No read crosses a border of 4
 * KiB: firmware keeps the ROM in pieces of 32 KiB, and many methods do not join them.
 */
final class MethodRom {

  static final String FILE = "/proc/acpi/call";

  /** The most that may be asked for (ACPI 6.4 appendix B.3.3), and the border of reads. */
  private static final int PAGE = 0x1000;

  /** Bytes of an answer of the usual acpi_call: 256 characters, six for each (acpi_call.c). */
  private static final int USUAL = 42;

  /** The most characters of an answer that are read. */
  private static final int LONGEST_ANSWER = 1 << 16;

  /** How often is asked again if somebody else has taken the answer. */
  private static final int TRIES = 3;

  /** The status of ACPICA where there is no such method. */
  private static final String NOT_FOUND = "AE_NOT_FOUND";

  /** Why there is no more. */
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Attempt attempt;

    Ended(Attempt attempt) {
      super(attempt.outcome().id());
      this.attempt = attempt;
    }
  }

  private final KernelFiles files;
  private final AcpiPath device;
  private final LongConsumer progress;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int step = USUAL;

  private MethodRom(KernelFiles files, AcpiPath device, LongConsumer progress) {
    this.files = files;
    this.device = device;
    this.progress = progress;
  }

  /**
   * Asks.
   *
   * @param progress is told how many bytes were read
   */
  static Attempt attempt(KernelFiles files, DisplayDevice device, LongConsumer progress) {
    if (device.acpiPath().isEmpty()) {
      return Attempt.of(DumpWay.ROM_METHOD, Outcome.NO_PATH);
    }
    if (!files.live()) {
      return Attempt.of(DumpWay.ROM_METHOD, Outcome.NOT_LIVE);
    }
    if (!files.exists(FILE)) {
      return Attempt.of(DumpWay.ROM_METHOD, Outcome.NO_MODULE);
    }
    try {
      Slice rom = new MethodRom(files, device.acpiPath().get(), progress).read();
      return Judge.judge(DumpWay.ROM_METHOD, rom, Worth.FIRMWARE_COPY);
    } catch (Ended e) {
      return e.attempt;
    } catch (IOException e) {
      return Attempt.failed(DumpWay.ROM_METHOD, e);
    }
  }

  private Slice read() throws IOException, Ended {
    chooseStep();
    boolean more = true;
    while (more) {
      Slice known = Slice.of(bytes.toByteArray());
      long wanted = Math.min(SysfsRom.MOST, RomLength.wanted(known));
      more = known.length() < wanted && readTo(wanted);
    }
    Slice all = Slice.of(bytes.toByteArray());
    Optional<RomChain> chain = RomReader.readChain(all, 0);
    return chain.map(c -> all.clamp(0, c.end())).orElse(all);
  }

  /** Some acpi_calls have room for a whole answer. */
  private void chooseStep() throws IOException, Ended {
    CallAnswer answer = ask(0, PAGE);
    int length = answer.bytes().length();
    if (answer.whole() && length == PAGE) {
      step = PAGE;
    } else if (!answer.whole() && length > 0) {
      step = Math.min(length, PAGE);
    }
  }

  /**
   * Reads on.
   *
   * @return false if the method gave less than it was asked for, which is its end
   */
  private boolean readTo(long end) throws IOException, Ended {
    while (bytes.size() < end) {
      int at = bytes.size();
      int length = Math.min(step, PAGE - at % PAGE);
      Slice answer = ask(at, length).bytes();
      bytes.writeBytes(answer.clamp(0, length).toByteArray());
      progress.accept(bytes.size());
      if (answer.length() < length) {
        return false;
      }
    }
    return true;
  }

  private CallAnswer ask(int offset, int length) throws IOException, Ended {
    String question = String.format(Locale.US, "%s._ROM 0x%x 0x%x", device, offset, length);
    for (int i = 0; i < TRIES; i++) {
      files.write(FILE, question);
      byte[] text = files.read(FILE, LONGEST_ANSWER);
      CallAnswer answer = CallAnswer.parse(new String(text, StandardCharsets.ISO_8859_1));
      switch (answer.kind()) {
        case BUFFER -> {
          return answer;
        }
        case ERROR -> throw new Ended(error(answer.text()));
        case OTHER -> throw new Ended(failed("_ROM gave no buffer: " + answer.text()));
        case NOT_CALLED -> {
          // Somebody else asked at the same time.
        }
      }
    }
    throw new Ended(failed("another program uses " + FILE));
  }

  private static Attempt error(String status) {
    return status.equals(NOT_FOUND)
        ? Attempt.of(DumpWay.ROM_METHOD, Outcome.NO_METHOD)
        : failed(status);
  }

  private static Attempt failed(String why) {
    return Attempt.of(DumpWay.ROM_METHOD, Outcome.FAILED, why);
  }
}
