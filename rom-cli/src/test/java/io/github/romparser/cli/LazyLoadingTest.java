package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BouncyCastle and pages cost time to load, and most runs do not need them. */
class LazyLoadingTest {

  private static final String BOUNCY_CASTLE = "org.bouncycastle.";
  private static final String PAGES = "io.github.romparser.cli.report.html.";

  @TempDir private Path folder;

  @Test
  void only_who_reads_a_signature_loads_bouncy_castle() throws Exception {
    String signed = Samples.write(folder, "signed-driver");
    String unsigned = Samples.write(folder, "minimal-hybrid");
    assertThat(loaded("show", signed)).doesNotContain(BOUNCY_CASTLE).contains("OpenedDriver ");
    assertThat(loaded("show", unsigned)).doesNotContain(BOUNCY_CASTLE);
    assertThat(loaded("show", "-v", unsigned)).doesNotContain(BOUNCY_CASTLE);
    assertThat(loaded("show", "--json", unsigned)).doesNotContain(BOUNCY_CASTLE);
    assertThat(loaded("hash", unsigned)).doesNotContain(BOUNCY_CASTLE);
    assertThat(loaded("hash", signed)).contains(BOUNCY_CASTLE);
  }

  @Test
  void names_of_files_alone_need_no_parser_of_options() throws Exception {
    String rom = Samples.write(folder, "minimal");
    assertThat(loaded(rom)).doesNotContain("picocli.").contains("TextReport ");
    assertThat(loaded("show", rom)).contains("picocli.").doesNotContain("CheckCommand ");
  }

  @Test
  void only_who_asks_for_a_page_loads_what_makes_one() throws Exception {
    String rom = Samples.write(folder, "minimal-hybrid");
    String page = folder.resolve("page.html").toString();
    assertThat(loaded("show", rom)).doesNotContain(PAGES);
    assertThat(loaded("check", rom, "--for", "seabios")).doesNotContain(PAGES);
    assertThat(loaded("diff", rom, rom)).doesNotContain(PAGES);
    assertThat(loaded("extract", rom, "--list")).doesNotContain(PAGES);
    assertThat(loaded("show", rom, "--html", page)).contains(PAGES).doesNotContain(BOUNCY_CASTLE);
  }

  /** The classes that a run in a machine of its own loads. */
  private String loaded(String... arguments) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xlog:class+load:file=" + classes.toString().replace("\\", "\\\\"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("out.txt"))).isZero();
    return Files.readString(classes);
  }
}
