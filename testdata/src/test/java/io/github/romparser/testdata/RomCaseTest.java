package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RomCaseTest {
  @Test
  void aFileHoldsCasesInOrder() {
    List<RomCase> cases =
        CaseParser.parse(
            "SOME-CODE",
            """
            # a comment
            fires error at 0x1200 length 512: one: title

              # another
              rom minimal
            \tcut -256
            fires: two
              hex 55 AA
              hex 00
            silent: three
            """);
    assertThat(cases).hasSize(3);
    RomCase one = cases.get(0);
    assertThat(one.code()).isEqualTo("SOME-CODE");
    assertThat(one.title()).isEqualTo("one: title");
    assertThat(one.fires()).isTrue();
    assertThat(one.severity()).contains("error");
    assertThat(one.offset()).hasValue(0x1200);
    assertThat(one.length()).hasValue(512);
    assertThat(one.steps()).containsExactly("rom minimal", "cut -256");
    assertThat(one.bytes()).hasSize(256);
    RomCase two = cases.get(1);
    assertThat(two.severity()).isEmpty();
    assertThat(two.offset()).isEmpty();
    assertThat(two.length()).isEmpty();
    assertThat(two.bytes()).containsExactly(0x55, 0xAA, 0);
    assertThat(two).hasToString("SOME-CODE fires: two");
    RomCase three = cases.get(2);
    assertThat(three.fires()).isFalse();
    assertThat(three.bytes()).isEmpty();
    assertThat(three).hasToString("SOME-CODE silent: three");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fires",
        "fires:",
        "fires fatal: a title",
        "fires at: a title",
        "fires at x: a title",
        "fires length 512 at 0: a title",
        "silent at 0: a title",
        "silent error: a title",
        "quiet: a title",
        "  rom minimal"
      })
  void aMalformedHeaderIsNamed(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaseParser.parse("SOME-CODE", "# first line\n" + line + "\n"))
        .withMessageStartingWith("SOME-CODE.case, line 2: ");
  }

  @Test
  void aMalformedStepIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaseParser.parse("X", "silent: t\n  hex 00\n  shake 1\n"))
        .withMessage("X.case, line 3: no step is called shake");
  }

  @Test
  void aFileWithoutCasesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaseParser.parse("X", "# nothing\n"))
        .withMessageContaining("there is no case");
  }

  @Test
  void theFilesOfThisModuleAreFound() {
    assertThat(CaseFiles.codes()).contains("EMPTY", "TRUNCATED").isSorted();
    assertThat(RomCase.all()).containsAll(RomCase.load("EMPTY"));
    RomCase empty = RomCase.load("EMPTY").get(0);
    assertThat(empty.bytes()).isEmpty();
    assertThat(empty.offset()).hasValue(0);
    assertThat(empty.length()).hasValue(0);
  }

  @Test
  void everyCaseGivesTheSameBytesAgain() {
    for (RomCase romCase : RomCase.all()) {
      assertThat(romCase.bytes()).as(romCase.toString()).isEqualTo(romCase.bytes());
    }
  }

  @Test
  void anUnknownCodeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RomCase.load("NO-SUCH"))
        .withMessageContaining("NO-SUCH.case");
  }

  @Test
  void filesAreFoundInAJar(@TempDir Path directory) throws Exception {
    Path jar = directory.resolve("a b.jar");
    String base = "io/github/romparser/testdata/";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          List.of("CaseFiles.class", "cases/B.case", "cases/A-1.case", "cases/x/C.case", "a.txt")) {
        out.putNextEntry(new JarEntry(base + name));
        out.closeEntry();
      }
    }
    URI type = URI.create("jar:" + jar.toUri() + "!/" + base + "CaseFiles.class");
    assertThat(CaseFiles.codesBeside(type.toURL())).containsExactly("A-1", "B");
  }

  @Test
  void aDirectoryWithoutCasesHasNone(@TempDir Path directory) throws Exception {
    URI type = directory.resolve("CaseFiles.class").toUri();
    assertThat(CaseFiles.codesBeside(type.toURL())).isEmpty();
    assertThatIOException()
        .isThrownBy(
            () -> CaseFiles.codesBeside(URI.create("http://localhost/CaseFiles.class").toURL()));
  }
}
