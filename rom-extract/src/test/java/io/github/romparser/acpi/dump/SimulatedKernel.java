package io.github.romparser.acpi.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A kernel with some files, one card, and acpi_call as Debian has it: 256 characters for an answer,
 * so that 42 bytes fit, no closing brace when there were more, and a second read that says "not
 * called".
 */
final class SimulatedKernel implements KernelFiles {

  static final String CARD = "0000:01:00.0";
  static final String PATH = "\\_SB_.PCI0.PEG0.PEGP";

  /** What a method answers to an offset and a length. */
  interface Method {
    byte[] give(int offset, int length);
  }

  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<String> written = new ArrayList<>();
  private Optional<byte[]> rom = Optional.empty();
  private Optional<Method> method = Optional.empty();
  private Function<byte[], String> answerForm = SimulatedKernel::usualAnswer;
  private boolean enabled;
  private boolean root = true;
  private int vanishAfter = Integer.MAX_VALUE;
  private int stolen;
  private String answer = "not called";
  private String failure = "";

  /** A laptop's card without ROM BAR. */
  static SimulatedKernel laptop() {
    return new SimulatedKernel()
        .device(CARD, "0x10de", "0x1c8d", "0x030200")
        .file(DisplayDevice.FOLDER + "/" + CARD + "/firmware_node/path", PATH + "\n");
  }

  SimulatedKernel device(String address, String vendor, String device, String classCode) {
    String folder = DisplayDevice.FOLDER + "/" + address + "/";
    return file(folder + "vendor", vendor + "\n")
        .file(folder + "device", device + "\n")
        .file(folder + "class", classCode + "\n");
  }

  SimulatedKernel file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  SimulatedKernel file(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** A ROM BAR. */
  SimulatedKernel rom(byte[] bytes) {
    rom = Optional.of(bytes);
    return file(DisplayDevice.FOLDER + "/" + CARD + "/rom", new byte[0]);
  }

  /** The module, and a method that the firmware has. */
  SimulatedKernel method(Method firmware) {
    method = Optional.of(firmware);
    return module();
  }

  /** A method as it should be. */
  static Method whole(byte[] image) {
    return (offset, length) ->
        Arrays.copyOfRange(
            Arrays.copyOf(image, Math.max(image.length, offset + length)),
            offset,
            offset + Math.min(length, 0x1000));
  }

  /** A method that keeps its image in pieces of 32 KiB and does not join them. */
  static Method pieces(byte[] image) {
    return (offset, length) -> {
      byte[] found = whole(image).give(offset, length);
      int border = (offset | 0x7fff) + 1 - offset;
      if (border < found.length) {
        Arrays.fill(found, border, found.length, (byte) 0);
      }
      return found;
    };
  }

  SimulatedKernel module() {
    return file(MethodRom.FILE, new byte[0]);
  }

  /** How buffers are written. */
  SimulatedKernel answers(Function<byte[], String> form) {
    answerForm = form;
    return this;
  }

  SimulatedKernel withoutRoot() {
    root = false;
    return this;
  }

  /** The card is pulled out behind so many reads and writes. */
  SimulatedKernel vanishing(int after) {
    vanishAfter = after;
    return this;
  }

  /** Somebody else takes so many answers. */
  SimulatedKernel stealing(int answers) {
    stolen = answers;
    return this;
  }

  /** The kernel's reason for not reading the ROM. */
  SimulatedKernel failing(String reason) {
    failure = reason;
    return this;
  }

  /** What was written, in order, as {@code path=text}. */
  List<String> written() {
    return written;
  }

  boolean romIsOn() {
    return enabled;
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public List<String> list(String folder) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.startsWith(folder + "/")) {
        names.add(path.substring(folder.length() + 1).replaceFirst("/.*", ""));
      }
    }
    if (names.isEmpty()) {
      throw new NoSuchFileException(folder);
    }
    return List.copyOf(names);
  }

  @Override
  public boolean exists(String path) {
    return files.containsKey(path);
  }

  private void use(String path) throws IOException {
    if (vanishAfter-- == 0) {
      files.keySet().removeIf(name -> name.contains(CARD));
    }
    if (!files.containsKey(path)) {
      throw new NoSuchFileException(path);
    }
    boolean secret =
        path.endsWith("/rom") || path.startsWith("/sys/firmware/") || path.equals(MethodRom.FILE);
    if (secret && !root) {
      throw new AccessDeniedException(path);
    }
  }

  @Override
  public byte[] read(String path, int most) throws IOException {
    use(path);
    if (path.endsWith("/rom")) {
      if (!enabled) {
        throw new FileSystemException(path, null, "Invalid argument");
      }
      if (!failure.isEmpty()) {
        throw new IOException(failure);
      }
      return Arrays.copyOf(rom.orElseThrow(), Math.min(most, rom.orElseThrow().length));
    }
    if (path.equals(MethodRom.FILE)) {
      String text = answer;
      answer = "not called";
      return (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }
    return files.getOrDefault(path, new byte[0]);
  }

  @Override
  public void write(String path, String text) throws IOException {
    use(path);
    written.add(path.substring(path.lastIndexOf('/') + 1) + "=" + text);
    if (path.endsWith("/rom")) {
      enabled = text.equals("1");
    } else if (stolen > 0) {
      stolen--;
    } else {
      answer = evaluate(text.split(" ", -1));
    }
  }

  private String evaluate(String[] words) {
    if (!words[0].equals("\\_SB.PCI0.PEG0.PEGP._ROM") || method.isEmpty()) {
      return "Error: AE_NOT_FOUND";
    }
    int offset = Integer.decode(words[1]);
    int length = Integer.decode(words[2]);
    return answerForm.apply(method.get().give(offset, length));
  }

  static String usualAnswer(byte[] bytes) {
    return cut(bytes, 256 / 6);
  }

  /** What an acpi_call with more room writes. */
  static String cut(byte[] bytes, int most) {
    StringBuilder text = new StringBuilder("{");
    int shown = Math.min(most, bytes.length);
    for (int i = 0; i < shown; i++) {
      text.append(String.format(i == 0 ? "0x%02x" : ", 0x%02x", bytes[i]));
    }
    return text.append(bytes.length > shown ? "," : "}").toString();
  }

  /** What a fork writes: a head, and eight bytes a line. */
  static String forkAnswer(byte[] bytes) {
    StringBuilder text = new StringBuilder(String.format("Buffer (0x%x) {%n", bytes.length));
    for (int i = 0; i < bytes.length; i++) {
      text.append(String.format("0x%02X, %s", bytes[i], i % 8 == 7 ? "\n" : ""));
    }
    return text.append("\n}\n").toString();
  }
}
