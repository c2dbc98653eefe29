package io.github.romparser.it.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RomListingTest {

  @Test
  void imagesAndFindingsAreListed() throws IOException {
    List<String> lines = RomListing.of(Samples.path("nvgi2.rom"));
    assertEquals(
        List.of(
            "image at 0x600, 6144 bytes, for 10de:0fc6, code type 0",
            "image at 0x1e00, 4096 bytes, for 10de:0fc6, code type 3",
            "image at 0x2e00, 3072 bytes, for 10de:0fc0, code type 224",
            "image at 0x3a00, 512 bytes, for 10de:0000, code type 112"),
        lines.subList(0, 4));
    assertTrue(lines.get(4).startsWith("ERROR CONTAINER-PREFIX: "), lines.get(4));
    assertTrue(lines.get(5).startsWith("NOTE NV-EXT: "), lines.get(5));
    assertEquals(6, lines.size());
  }

  @Test
  void whatIsNoRomHasAFindingAndThrowsNothing(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no ROM at all");
    List<String> lines = RomListing.of(text);
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("ERROR "), lines.get(0));
    assertThrows(NoSuchFileException.class, () -> RomListing.of(folder.resolve("missing")));
  }
}
