package io.github.romparser.cli;

import io.github.romparser.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Goes through a command for nothing but the classes that are loaded then: the launcher has the JVM
 * put them into an archive (JEP 350). There is one archive for each command, because what is not
 * needed costs time as well.
 */
public final class Rehearsal {

  /** Names of files and no command. */
  private static final String PLAIN = "plain";

  /** An option in front of everything else. */
  private static final String OPTIONS = "options";

  /** What reads a ROM, whatever is in it. */
  private static final List<String> READING =
      List.of(
          "io/github/romparser/efi/",
          "io/github/romparser/finding/",
          "io/github/romparser/rom/",
          "io/github/romparser/vendor/");

  private static final int BLOCK = 512;

  private Rehearsal() {}

  /** Larger files teach nothing new and take long. */
  private static final long LARGEST = 16L << 20;

  /**
   * Writes nothing, and reads nothing but the program's own jar and, if it is given, a file.
   *
   * @param args the command, or what the launcher says in its place; and a file to show
   */
  public static void main(String[] args) throws IOException {
    // One class that is not in the archive has the JVM open the jar, which costs more than the
    // class.
    Main.loadAhead();
    Console.ofSystem();
    List<List<String>> all = new ArrayList<>(commands(args[0]));
    if (args.length > 1 && isSmallFile(Path.of(args[1]))) {
      all.add(List.of(args[1]));
    }
    for (List<String> command : all) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      Main.run(new ByteArrayInputStream(rom()), nowhere, nowhere, command.toArray(String[]::new));
    }
    loadReaders(Path.of(System.getProperty("java.class.path")));
  }

  private static boolean isSmallFile(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) <= LARGEST;
  }

  private static List<List<String>> commands(String what) {
    return switch (what) {
      case PLAIN -> List.of(List.of("-"));
      case OPTIONS -> List.of(List.of("-v", "-"), List.of("--json", "-"), List.of("--help"));
      case "extract" -> List.of(List.of(what, "--list", "-"));
      case "check", "show", "list", "hash" ->
          List.of(List.of(what, "-"), List.of(what, "--json", "-"));
      default -> List.of(List.of(what, "--help"));
    };
  }

  private static void loadReaders(Path jar) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        String name = entries.nextElement().getName();
        if (name.endsWith(".class") && READING.stream().anyMatch(name::startsWith)) {
          names.add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
      }
    }
    names.forEach(Rehearsal::load);
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, Rehearsal.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // It speaks of a class that the jar does without; then no run loads it either.
    }
  }

  /** A legacy image of one block (PCI Firmware Specification 3.3 §5.1), its sum right. */
  private static byte[] rom() {
    ByteBuffer rom = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    rom.putShort(0, (short) 0xaa55).put(2, (byte) 1).putShort(0x18, (short) 0x20);
    rom.put(0x20, new byte[] {'P', 'C', 'I', 'R'}).putInt(0x24, 0x1111_1234);
    rom.putShort(0x2a, (short) 0x18).put(0x2f, (byte) 3).putShort(0x30, (short) 1);
    rom.put(0x35, (byte) 0x80);
    byte[] bytes = rom.array();
    byte sum = 0;
    for (byte b : bytes) {
      sum += b;
    }
    bytes[BLOCK - 1] = (byte) -sum;
    return bytes;
  }
}
