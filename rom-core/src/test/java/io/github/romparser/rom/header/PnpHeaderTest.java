package io.github.romparser.rom.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.PnpForge;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PnpHeaderTest {
  private final byte[] image = new byte[0x1000];

  private void put(int at, byte[] bytes) {
    System.arraycopy(bytes, 0, image, at, bytes.length);
  }

  private void text(int at, String text) {
    put(at, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private List<PnpHeader> chain(int pointer) {
    return PnpHeader.readChain(Slice.of(image), pointer);
  }

  @Test
  void allFields() {
    text(0x90, "Forged\0");
    text(0xa0, "Test ROM\0");
    byte[] header =
        PnpForge.start().names(0x90, 0xa0).deviceType(0x020003).vectors(0x180, 0x1234).build();
    header[0x0a] = 1; // device id, least byte first
    header[0x0d] = 4;
    header[0x18] = 0x78; // disconnect vector
    header[0x19] = 0x56;
    header[0x1e] = (byte) 0xbc; // static resource vector
    header[0x1f] = (byte) 0x9a;
    put(0x60, header);
    int sum = 1 + 4 + 0x78 + 0x56 + 0xbc + 0x9a & 0xff;
    assertThat(chain(0x60))
        .containsExactly(
            new PnpHeader(
                0x60,
                1,
                0x20,
                0,
                sum,
                0x0400_0001L,
                "Forged",
                "Test ROM",
                0x020003,
                0x14,
                0x180,
                0x5678,
                0x1234,
                0x9abc));
  }

  @Test
  void noPointerMeansNoHeader() {
    put(0, PnpForge.start().build());
    assertThat(chain(0)).isEmpty();
  }

  @Test
  void aChainEndsAtWhatIsNoHeader() {
    put(0x60, PnpForge.start().next(0x80).build());
    put(0x80, PnpForge.start().next(0x100).build());
    assertThat(chain(0x60)).extracting(PnpHeader::offset).containsExactly(0x60L, 0x80L);
  }

  @Test
  void aChainThatTurnsBackEnds() {
    put(0x60, PnpForge.start().next(0x80).build());
    put(0x80, PnpForge.start().next(0x60).build());
    assertThat(chain(0x60)).hasSize(2);
    put(0x60, PnpForge.start().next(0x60).build());
    assertThat(chain(0x60)).hasSize(1);
  }

  @Test
  void onlySixteenAreRead() {
    for (int i = 0; i < 20; i++) {
      put(0x60 + i * 0x20, PnpForge.start().next(0x80 + i * 0x20).build());
    }
    assertThat(chain(0x60)).hasSize(16);
    assertThat(chain(0x60).get(15).offset()).isEqualTo(0x60 + 15 * 0x20);
  }

  @Test
  void aHeaderHasToBeWhole() {
    put(0x1000 - 0x20, PnpForge.start().build());
    assertThat(chain(0x1000 - 0x20)).hasSize(1);
    put(0x1000 - 0x1f, Arrays.copyOf(PnpForge.start().build(), 0x1f));
    assertThat(chain(0x1000 - 0x1f)).isEmpty();
    assertThat(chain(0xffff)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Name\0rest', Name",
    "'  Name  \0', Name",
    "'Name\nrest', Name",
    "'Na\u00efve', Na",
    "'\0', ''",
    "'\u007f', ''"
  })
  void aTextEndsAtWhatIsNotPrinted(String bytes, String text) {
    text(0x90, bytes);
    put(0x60, PnpForge.start().names(0x90, 0).build());
    assertThat(chain(0x60).get(0).manufacturer()).isEqualTo(text);
    assertThat(chain(0x60).get(0).product()).isEmpty();
  }

  @Test
  void aTextIsNotLongerThan128() {
    Arrays.fill(image, 0x200, 0x400, (byte) 'a');
    put(0x60, PnpForge.start().names(0x200, 0x3ff).build());
    assertThat(chain(0x60).get(0).manufacturer()).isEqualTo("a".repeat(128));
    assertThat(chain(0x60).get(0).product()).isEqualTo("a");
  }

  @Test
  void aTextMayLieOutside() {
    Arrays.fill(image, 0xff0, 0x1000, (byte) 'z');
    put(0x60, PnpForge.start().names(0xff8, 0xf000).build());
    assertThat(chain(0x60).get(0).manufacturer()).isEqualTo("zzzzzzzz");
    assertThat(chain(0x60).get(0).product()).isEmpty();
  }

  @Test
  void theSumGoesAsFarAsTheImage() {
    byte[] header = PnpForge.start().build();
    header[5] = (byte) 0xff;
    header[0x1f] = 5;
    put(0x1000 - 0x20, header);
    PnpHeader read = chain(0x1000 - 0x20).get(0);
    assertThat(read.length()).isEqualTo(0xff0);
    assertThat(read.sum()).isEqualTo(0xff - 2 + 5 & 0xff);
  }
}
