package io.github.romparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.RomCase;
import io.github.romparser.testdata.RomForge;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that findings carry, as they come out in their texts. */
class MessagesTest {
  private static List<String> messages(String code, byte[] bytes) {
    return RomReader.read(Slice.of(bytes)).findings().stream()
        .filter(finding -> finding.code().id().equals(code))
        .map(Finding::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          doubled         | ROM-TWICE          | at 0x3000 (the same bytes as the first)
          turing-nvgi3    | ROM-TWICE          | at 0x9600 (the same bytes as the first)
          shadow          | SHADOW             | its checksum is wrong, and it ends behind its legacy
          cut-at-boundary | SHADOW             | : it ends behind its legacy image
          cut-at-boundary | NO-LAST            | #1 should begin at 0x2000, but no byte is left for it
          truncated       | TRUNCATED          | Image #1 begins at 0x2000 and should end at 0x3000
          truncated       | TRUNCATED          | ends at 0x29a0; missing: 1,632 bytes.
          nvgi2           | CONTAINER-PREFIX   | at 0x600, behind 1,536 bytes of an NVIDIA flash header
          blackwell       | CONTAINER-PREFIX   | at 0x2000, behind 8,192 bytes of an NVIDIA flash image
          amd-flash       | TRAILING           | the last image: 53,248 bytes (data)
          muxless-laptop-padded | TRAILING     | the last image: 250,368 bytes (bytes 0xff only)
          turing          | NV-EXT             | 3, the first is #2
          lsi             | UNKNOWN-TYPE       | 3, the first is #0 with type 0xff
          desktop-nvidia  | NV-PRIVATE-MISSING | should follow at 0x2800
          isa             | NO-PCIR            | its pointer to a PCI data structure is 0
          vfct            | NOT-ROM-ACPI       | the ACPI table VFCT
          ten-thousand    | MANY-IMAGES        | The ROM has 10000 images
          """)
  void ofLayouts(String name, String code, String part) {
    assertThat(messages(code, RomForge.named(name))).anyMatch(message -> message.contains(part));
  }

  /** Every part occurs in the message of a case of the code that fires. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ROM-TWICE        | at 0x400 (not the same bytes as the first)
          SHADOW           | memory, not like the ROM itself: its checksum is wrong.
          NO-LAST          | but no image begins there
          NO-LAST          | but only a part of its headers is left
          NO-PCIR          | leads past the end of the file
          NO-PCIR          | its pointer does not lead to a PCI data structure
          NO-PCIR          | the file ends within the ROM header
          IFR-BAD          | (its version is not known)
          IFR-BAD          | (it points past the end of the file)
          IFR-BAD          | (no ROM begins where it points to)
          HEADLESS         | stands at 0x2, but
          HEADLESS         | missing from the start: 26 bytes.
          CONTAINER-PREFIX | bytes of padding with 0xff
          CONTAINER-PREFIX | 1 byte of padding with 0x00
          CONTAINER-PREFIX | 4,660 bytes of something else
          TRAILING         | (bytes 0x00 only)
          NOT-ROM-TEXT     | (a web page)
          NOT-ROM-TEXT     | (a git-LFS pointer)
          NOT-ROM-TEXT     | (a hex dump)
          NOT-ROM-TEXT     | (plain text)
          NOT-ROM-ARCHIVE  | (ISO 9660)
          NOT-ROM-MZ       | (x64)
          NOT-ROM-MZ       | (machine fffe)
          NOT-ROM-VBT      | (OpRegion)
          NOT-ROM-CAPSULE  | (PC BIOS)
          LAST-EARLY       | Image #1 is marked as the last, but another image of the same device follows at 0x3000
          LENGTH-SHORT     | Image #0 ends at 0x1e00, where no image begins; the next one stands at 0x2000
          HIDDEN-IMAGE     | stands at 0x2000 inside image #0
          ZERO-LENGTH      | Image #1 at 0x200 has length 0
          POINTER-OUTSIDE  | The device list of image #0 should stand at 0x1000, but the image ends before that
          POINTER-OUTSIDE  | The FCode program of image #0 should stand at 0x40, but no such structure is there
          POINTER-OUTSIDE  | The EFI driver of image #0 should stand at 0x1000
          POINTER-OUTSIDE  | The DMTF CLP entry point of image #0 should stand at 0xffff
          POINTER-OUTSIDE  | The configuration utility header of image #0 should stand at 0xfd7, but no
          STRUCTURE-SUM    | The $PnP header of image #0 at 0xa0
          STRUCTURE-SUM    | The UNDI structure of image #0 at 0x60
          SIZE-MISMATCH    | 1,024 bytes, is larger than the length of the image, 512 bytes
          EFI-BADSIG       | is 0x005a0ef1 instead
          NPDE-REVISION    | has revision 0x0102
          PCIR-LENGTH      | its own length as 23 bytes, which
          MORE-FINDINGS    | of the kind ROM-TWICE that were left out: 9967
          TOO-MANY-IMAGES  | stopped at 0x800000 after 16384 images
          """)
  void ofCases(String code, String part) {
    assertThat(
            RomCase.load(code).stream()
                .filter(RomCase::fires)
                .flatMap(romCase -> messages(code, romCase.bytes()).stream()))
        .anyMatch(message -> message.contains(part));
  }
}
