package io.github.romparser.cli.docs;

import io.github.romparser.cli.console.PciIds;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the sessions of a document take place: a folder with samples, in which the program and a
 * few others run.
 *
 * <p>{@code sudo} is left out. {@code /sys} is a folder of the session's machine. What {@code
 * lspci}, {@code dmesg} and {@code acpidump} print there was written down. The names of vendors and
 * devices are those of a few lines, as the system's differ from one system to the next.
 */
final class Terminal implements AutoCloseable {

  /** Programs that print something of a machine. */
  private static final Set<String> OF_MACHINE = Set.of("lspci", "dmesg", "acpidump");

  /** Programs that are run as they are. */
  private static final Set<String> TOOLS =
      Set.of("jq", "sort", "uniq", "head", "wc", "ls", "sha256sum");

  /** What the folder is called where its whole path is printed. */
  private static final String HOME = "/home/me";

  /** How long scan took, which is another time each time. */
  private static final String TIME = "in [0-9.]+ s \\([0-9,]+ a second\\)";

  private final Path folder;
  private final Process server;
  private final DataOutputStream commands;
  private final DataInputStream answers;

  Terminal(Path folder) throws IOException {
    this.folder = folder;
    this.server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-D" + PciIds.PROPERTY + "=machines/pci.ids",
                "-cp",
                System.getProperty("java.class.path"),
                ProgramServer.class.getName())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.commands = new DataOutputStream(server.getOutputStream());
    this.answers = new DataInputStream(server.getInputStream());
  }

  /** What a command left on the screen, and how it ended. */
  record Screen(int status, String text) {}

  /** The program that a line needs and this machine does not have. */
  static Optional<String> missing(ShellLine line) {
    return line.stages().stream()
        .map(stage -> stage.get(0).text())
        .filter(TOOLS::contains)
        .filter(tool -> find(tool).isEmpty())
        .findFirst();
  }

  private static Optional<Path> find(String tool) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a line on a machine. The status is that of rom-parser where it takes part. */
  Screen run(ShellLine line, String machine) throws IOException, InterruptedException {
    byte[] bytes = {};
    int status = 0;
    int last = line.stages().size() - 1;
    for (int i = 0; i <= last; i++) {
      List<String> words = words(line.stages().get(i), machine);
      String program = words.get(0);
      List<String> rest = words.subList(1, words.size());
      if (program.equals("rom-parser")) {
        Answer answer = ask(options(rest, machine), bytes);
        status = Math.max(status, answer.status());
        bytes = (i == last ? answer.screen() : answer.out()).getBytes(StandardCharsets.UTF_8);
      } else if (OF_MACHINE.contains(program)) {
        bytes = Files.readAllBytes(folder.resolve("machines").resolve(machine).resolve(program));
      } else if (program.equals("cat")) {
        bytes = cat(rest);
      } else if (TOOLS.contains(program)) {
        bytes = tool(words, bytes);
      } else {
        throw new IllegalStateException("the tests do not run " + program);
      }
    }
    String screen =
        text(bytes)
            .replace("machines/" + machine + "/sys/", "/sys/")
            .replace(folder.toRealPath().toString(), HOME)
            .replaceFirst(TIME, "in 0.7 s (10 a second)");
    return new Screen(status, screen);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private List<String> words(List<ShellLine.Word> stage, String machine) throws IOException {
    List<String> words = new ArrayList<>();
    for (ShellLine.Word word : stage) {
      String text = word.text();
      if (words.isEmpty() && text.equals("sudo")) {
        continue;
      }
      if (text.startsWith("/sys/")) {
        text = "machines/" + machine + text;
      }
      if (word.quoted() || text.indexOf('*') < 0) {
        words.add(text);
      } else {
        words.addAll(glob(text));
      }
    }
    return words;
  }

  private List<String> glob(String pattern) throws IOException {
    int slash = pattern.lastIndexOf('/');
    String place = pattern.substring(0, slash + 1);
    List<String> found = new ArrayList<>();
    try (var files =
        Files.newDirectoryStream(folder.resolve(place), pattern.substring(slash + 1))) {
      files.forEach(file -> found.add(place + file.getFileName()));
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no file is called " + pattern);
    }
    found.sort(null);
    return found;
  }

  /** What this machine's own files would give is taken from the session's machine. */
  private static List<String> options(List<String> words, String machine) {
    List<String> options = new ArrayList<>(words);
    if (words.isEmpty()) {
      return options;
    }
    if (words.get(0).equals("dump")) {
      options.add("--root=machines/" + machine);
    }
    return options;
  }

  private record Answer(int status, String out, String screen) {}

  private Answer ask(List<String> args, byte[] input) throws IOException {
    commands.writeInt(args.size());
    for (String arg : args) {
      commands.writeUTF(arg);
    }
    commands.writeInt(input.length);
    commands.write(input);
    commands.flush();
    int status = answers.readInt();
    String out = text(answers.readNBytes(answers.readInt()));
    String screen = text(answers.readNBytes(answers.readInt()));
    return new Answer(status, out, screen);
  }

  private byte[] cat(List<String> files) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String file : files) {
      all.writeBytes(Files.readAllBytes(folder.resolve(file)));
    }
    return all.toByteArray();
  }

  private byte[] tool(List<String> words, byte[] input) throws IOException, InterruptedException {
    Path in = Files.createTempFile("session", ".in");
    Path out = Files.createTempFile("session", ".out");
    try {
      Files.write(in, input);
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(words + " ends with " + status + Files.readString(out));
      }
      return Files.readAllBytes(out);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  @Override
  public void close() throws IOException {
    commands.close();
    answers.close();
    server.destroy();
  }
}
