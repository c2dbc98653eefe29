package io.github.romparser.rom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Phrase;
import io.github.romparser.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of PERM, which is about modes and not about bytes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FileAccessTest {
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir private Path folder;
  private String temporary = "";

  @BeforeEach
  void thisFolderIsNoTemporaryOne() throws IOException {
    temporary = System.getProperty(TEMPORARY, "");
    System.setProperty(TEMPORARY, "/nowhere");
    // JUnit makes folders that only their owner may enter.
    mode(folder, "rwxr-xr-x");
  }

  @AfterEach
  void restore() {
    System.setProperty(TEMPORARY, temporary);
  }

  @Test
  void everybodyMayReadIt() throws IOException {
    assertThat(FileAccess.finding(file("rw-r--r--"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw--wx"})
  void onlySomeMayReadIt(String mode) throws IOException {
    assertThat(FileAccess.finding(file(mode))).hasValue(closed(Phrase.NOT_READABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxrwx---", "rwxr-xr--"})
  void aFolderIsClosed(String mode) throws IOException {
    Path file = file("rw-r--r--");
    mode(folder, mode);
    assertThat(FileAccess.finding(file)).hasValue(closed(Phrase.FOLDER_CLOSED));
  }

  @Test
  void aFolderFurtherUpIsClosed() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("closed/open"));
    mode(inner, "rwxr-xr-x");
    mode(folder.resolve("closed"), "rwx------");
    Path file = Files.createFile(inner.resolve("gpu.rom"));
    mode(file, "rw-r--r--");
    assertThat(FileAccess.finding(file)).hasValue(closed(Phrase.FOLDER_CLOSED));
  }

  @Test
  void foldersOfTemporaryFilesAreNotJudged() throws IOException {
    Path file = file("rw-r--r--");
    mode(folder, "rwx------");
    System.setProperty(TEMPORARY, folder.toRealPath().toString());
    assertThat(FileAccess.finding(file)).isEmpty();
    mode(file, "rw-------");
    assertThat(FileAccess.finding(file)).hasValue(closed(Phrase.NOT_READABLE));
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.rom"), file("rw-------"));
    assertThat(FileAccess.finding(link)).hasValue(closed(Phrase.NOT_READABLE));
  }

  @Test
  void nothingIsSaidOfAFileThatIsNotThere() {
    assertThat(FileAccess.finding(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void theTextsNameTheReason() {
    Finding finding = closed(Phrase.NOT_READABLE);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message()).endsWith(": its mode does not let other users read it.");
    assertThat(finding.advice()).contains("0644").doesNotContain("{");
  }

  private Path file(String mode) throws IOException {
    Path file = Files.createFile(folder.resolve("gpu.rom"));
    mode(file, mode);
    return file;
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static Finding closed(Phrase why) {
    return Finding.of(FindingCode.PERM, new Range(0, 0), new Argument.Says(why));
  }
}
