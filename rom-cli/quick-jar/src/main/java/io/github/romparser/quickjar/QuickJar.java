package io.github.romparser.quickjar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The step as a program: {@code QuickJar JAR} rewrites a jar in its place. */
public final class QuickJar {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** The same for all entries, so that the same classes give the same jar. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private QuickJar() {}

  /**
   * Rewrites the jar that is named.
   *
   * @throws IOException if it cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path made = jar.resolveSibling(jar.getFileName() + ".quick");
    Map<String, byte[]> entries = read(jar);
    Map<String, byte[]> quick = new TreeMap<>(new ClassFiles(entries).quickened());
    try (OutputStream file = Files.newOutputStream(made);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      // The manifest comes first, where java.util.jar.JarInputStream looks for it.
      byte[] manifest = quick.remove(MANIFEST);
      if (manifest != null) {
        write(zip, MANIFEST, manifest);
      }
      for (Map.Entry<String, byte[]> entry : quick.entrySet()) {
        write(zip, entry.getKey(), entry.getValue());
      }
    }
    Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream stream = zip.getInputStream(entry)) {
          entries.put(entry.getName(), stream.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
