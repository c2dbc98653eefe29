package io.github.romparser.it.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.finding.FindingCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateSearchTest {

  @TempDir private Path folder;
  private Path update;

  @BeforeEach
  void make() throws IOException {
    update = folder.resolve("update.zip");
    try (OutputStream out = Files.newOutputStream(update);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("amd-three.rom", "turing.rom")) {
        zip.putNextEntry(new ZipEntry("../" + name));
        Files.copy(Samples.path(name), zip);
      }
    }
  }

  @Test
  void romsAreHandedOverAsTheyAreFoundAndWritten() throws IOException {
    List<FoundRom> early = new ArrayList<>();
    Extraction found = new UpdateSearch().search(update, early::add);
    assertEquals(ExtractVerdict.FOUND, found.verdict());
    assertEquals(2, found.roms().size());
    assertEquals(
        found.roms().stream().map(FoundRom::sha256).toList(),
        early.stream().map(FoundRom::sha256).toList());
    assertEquals("update.zip", found.roms().get(0).sources().get(0).path().get(0));

    Path out = folder.resolve("out");
    UpdateSearch.write(found, out);
    FoundRom first = found.roms().get(0);
    assertArrayEquals(
        first.bytes().toByteArray(), Files.readAllBytes(out.resolve(first.fileName())));
    try (var files = Files.list(out)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aCancelledSearchKeepsWhatItHas() throws IOException {
    UpdateSearch search = new UpdateSearch();
    Extraction found = search.search(update, rom -> search.cancel());
    assertEquals(1, found.roms().size());
    assertTrue(
        found.findings().stream().anyMatch(f -> f.code() == FindingCode.SEARCH_ENDED),
        found.findings().toString());
  }
}
