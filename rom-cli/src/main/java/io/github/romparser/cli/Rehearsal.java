package io.github.romparser.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads all classes of the program and goes through the commonest commands, for nothing but the
 * classes that are then there: the launcher has the JVM put them into an archive (JEP 350).
 */
public final class Rehearsal {

  private static final int BLOCK = 512;

  private Rehearsal() {}

  /** Writes nothing and reads nothing but the program's own jar. */
  public static void main(String[] args) throws IOException {
    String[][] commands = {
      {"-"},
      {"-v", "--color", "always", "-"},
      {"--json", "-"},
      {"check", "-"},
      {"check", "--json", "-"},
      {"list", "-"},
      {"extract", "--list", "-"},
      {"--help"}
    };
    for (String[] command : commands) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      Main.run(new ByteArrayInputStream(rom()), nowhere, nowhere, command);
    }
    loadAll(Path.of(System.getProperty("java.class.path")));
  }

  private static void loadAll(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        String name = entries.nextElement().getName();
        if (name.endsWith(".class") && (name.startsWith("io/") || name.startsWith("picocli/"))) {
          load(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
      }
    }
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
