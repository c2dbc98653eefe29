package io.github.romparser.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds and reads case files where this class itself lies, a directory of classes or a jar. Listing
 * that place needs no index, so no index can be out of date.
 */
final class CaseFiles {
  private static final String SUFFIX = ".case";
  private static final String FOLDER = "cases/";

  private CaseFiles() {}

  static List<RomCase> load(String code) {
    String file = code + SUFFIX;
    try (InputStream in = CaseFiles.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + file);
      }
      return CaseParser.parse(code, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The codes that have a file, sorted. */
  static List<String> codes() {
    URL self = CaseFiles.class.getResource("CaseFiles.class");
    if (self == null) {
      throw new IllegalStateException("this class is not to be found as a resource");
    }
    try {
      return codesBeside(self);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot list the cases beside " + self, e);
    }
  }

  /** The codes of the files in the folder beside a class, whose address is given. */
  static List<String> codesBeside(URL type) throws IOException, URISyntaxException {
    return switch (type.getProtocol()) {
      case "file" -> inDirectory(type.toURI());
      case "jar" -> inJar((JarURLConnection) type.openConnection());
      default -> throw new IOException("cannot list " + type);
    };
  }

  private static List<String> inDirectory(URI type) throws IOException {
    Path folder = Path.of(type).resolveSibling(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return codes(files.map(file -> file.getFileName().toString()));
    }
  }

  private static List<String> inJar(JarURLConnection connection) throws IOException {
    // A cached file would be shared with the class loader, and closing it would break that.
    connection.setUseCaches(false);
    String type = connection.getEntryName();
    String folder = type.substring(0, type.lastIndexOf('/') + 1) + FOLDER;
    try (JarFile jar = connection.getJarFile()) {
      return codes(
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(folder))
              .map(name -> name.substring(folder.length())));
    }
  }

  private static List<String> codes(Stream<String> names) {
    return names
        .filter(name -> name.endsWith(SUFFIX) && name.indexOf('/') < 0)
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .sorted()
        .toList();
  }
}
