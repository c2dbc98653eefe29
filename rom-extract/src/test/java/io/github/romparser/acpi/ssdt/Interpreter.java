package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Evaluates {@code _ROM} of tables with acpiexec, which runs ACPICA as Linux has it. */
final class Interpreter {

  /** One call of {@code _ROM}. */
  record Call(long offset, long length) {}

  private final Path folder;
  private final AcpiPath device;
  private final List<String> files = new ArrayList<>();

  /**
   * For tables.
   *
   * @param bits how wide integers are: 32 or 64, which the DSDT decides
   */
  Interpreter(Path folder, AcpiPath device, int bits, List<byte[]> tables) {
    this.folder = folder;
    this.device = device;
    files.add(GuestTools.write(folder, "dsdt.aml", dsdt(device, bits)));
    for (int i = 0; i < tables.size(); i++) {
      files.add(GuestTools.write(folder, "table" + i + ".aml", tables.get(i)));
    }
  }

  /** A DSDT that has the device and nothing else. */
  static byte[] dsdt(AcpiPath device, int bits) {
    List<AmlTerm> inside = List.of(new AmlStatement.Name("_ADR", AmlValue.number(0)));
    for (int i = device.segments().size() - 1; i > 0; i--) {
      inside = List.of(new AmlStatement.Device(device.segments().get(i), inside));
    }
    AmlTerm scope = new AmlStatement.Scope(new AcpiPath(device.segments().subList(0, 1)), inside);
    return new SsdtTable("DSDT", bits == 64 ? 2 : 1, "STUBSTUB", List.of(scope)).aml();
  }

  /** What acpiexec prints for some lines of input. */
  String print(String lines) {
    List<String> command = new ArrayList<>(List.of("acpiexec"));
    command.addAll(files);
    return GuestTools.run(folder, lines + "quit\n", command).text();
  }

  /** The results of calls, in their order. */
  List<byte[]> rom(List<Call> calls) {
    StringBuilder lines = new StringBuilder();
    for (Call call : calls) {
      lines.append("evaluate %s._ROM %#x %#x\n".formatted(device, call.offset(), call.length()));
    }
    String printed = print(lines.toString());
    assertThat(
            Stream.of("AE_", "Error", "Warning", "Exception", "Excess")
                .filter(printed::contains)
                .toList())
        .as(printed.substring(0, Math.min(4000, printed.length())))
        .isEmpty();
    return buffers(printed);
  }

  /** All buffers in what acpiexec printed. */
  static List<byte[]> buffers(String printed) {
    List<byte[]> buffers = new ArrayList<>();
    String mark = "[Buffer] Length ";
    for (int at = printed.indexOf(mark); at >= 0; at = printed.indexOf(mark, at + 1)) {
      int end = printed.indexOf(' ', at + mark.length());
      int length = Integer.parseInt(printed.substring(at + mark.length(), end), 16);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int place = printed.indexOf('=', end) + 1;
      while (bytes.size() < length) {
        place = printed.indexOf(": ", place) + 2; // behind the number of the line
        for (int i = 0; i < 16 && bytes.size() < length; i++, place += 3) {
          bytes.write(Integer.parseInt(printed.substring(place, place + 2), 16));
        }
        place = printed.indexOf('\n', place); // the characters at its end may be anything
      }
      buffers.add(bytes.toByteArray());
    }
    return buffers;
  }
}
