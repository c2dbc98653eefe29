package io.github.romparser.efi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDecompressor.Failure;
import io.github.romparser.efi.EfiDecompressor.Reason;
import io.github.romparser.efi.EfiDriver.Loaded;
import io.github.romparser.efi.EfiDriver.Unreadable;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EfiDriverTest {
  private static final int BLOCKS = 6;
  private static final byte[] PLAIN = rom(ImageForge.efi(BLOCKS, 0x1002, 0x1640, PeForge.x64()));
  private static final byte[] COMPRESSED =
      rom(ImageForge.efiCompressed(BLOCKS, 0x1002, 0x1640, PeForge.aa64()));

  private static byte[] rom(ImageForge image) {
    return RomForge.start().image(image.last()).build();
  }

  @Test
  void aPlainDriverIsThere() {
    EfiImage image = image(PLAIN);
    int start = image.efi().imageOffset();
    Loaded driver = loaded(EfiDriver.of(image));

    assertThat(driver.bytes()).isEqualTo(image.bytes().from(start));
    assertThat(driver.compressed()).isFalse();
    assertThat(driver.storedLength()).isEqualTo(PLAIN.length - start);
    assertThat(driver.pe().orElseThrow().machine()).isEqualTo(PeForge.X64);
  }

  @Test
  void aPlainDriverEndsWithTheInitialisationSize() {
    EfiImage image = image(Bytes.of(PLAIN.clone()).u16(2, BLOCKS - 1).array());
    Loaded driver = loaded(EfiDriver.of(image));

    assertThat(driver.bytes().end()).isEqualTo((BLOCKS - 1) * 512L);
    // A size that ends before the driver begins says nothing, and one behind the image neither.
    assertThat(loaded(EfiDriver.of(image(Bytes.of(PLAIN.clone()).u16(2, 0).array()))).bytes().end())
        .isEqualTo(PLAIN.length);
    assertThat(
            loaded(EfiDriver.of(image(Bytes.of(PLAIN.clone()).u16(2, 999).array()))).bytes().end())
        .isEqualTo(PLAIN.length);
  }

  @Test
  void aCompressedDriverIsDecompressed() {
    EfiImage image = image(COMPRESSED);
    Loaded driver = loaded(EfiDriver.of(image));

    assertThat(driver.compressed()).isTrue();
    assertThat(driver.bytes().offset()).isZero();
    assertThat(driver.bytes().length()).isEqualTo((int) image.originalSize().orElseThrow());
    assertThat((long) driver.storedLength())
        .isEqualTo(8 + image.compressedSize().orElseThrow() - 1);
    assertThat(driver.pe().orElseThrow().loadable()).isTrue();
    assertThat(driver.pe().orElseThrow().machine()).isEqualTo(PeForge.AA64);
  }

  @Test
  void theLimitIsForWhatComesOut() {
    EfiImage image = image(COMPRESSED);
    long size = image.originalSize().orElseThrow();

    assertThat(EfiDriver.of(image, size)).isInstanceOf(Loaded.class);
    Unreadable driver = unreadable(EfiDriver.of(image, size - 1));
    assertThat(driver.failure())
        .contains(new Failure(image.efi().imageOffset() + 4L, Reason.LIMIT));
    assertThat(driver.range()).isEqualTo(image.driver().range());
  }

  @Test
  void whatIsNoExecutableIsTakenOutAllTheSame() {
    byte[] rom = PLAIN.clone();
    int start = image(rom).efi().imageOffset();
    Arrays.fill(rom, start, start + 2, (byte) 0);

    assertThat(loaded(EfiDriver.of(image(rom))).pe()).isEmpty();
  }

  @Test
  void whatCannotBeTakenOutIsTold() {
    // The driver would begin behind the image.
    EfiImage outside = image(Bytes.of(PLAIN.clone()).u16(0x16, PLAIN.length).array());
    assertThat(unreadable(EfiDriver.of(outside)))
        .isEqualTo(new Unreadable(new Range(PLAIN.length, 0), Optional.empty()));
    // Nobody knows compression 2.
    EfiImage unknown = image(Bytes.of(PLAIN.clone()).u16(0x0c, 2).array());
    assertThat(unreadable(EfiDriver.of(unknown)).failure()).isEmpty();
    // The stream says it is longer than the image.
    int start = image(COMPRESSED).efi().imageOffset();
    EfiImage cut = image(Bytes.of(COMPRESSED.clone()).u32(start, COMPRESSED.length).array());
    assertThat(unreadable(EfiDriver.of(cut)).failure())
        .contains(new Failure(start, Reason.SIZE_BEYOND_INPUT));
  }

  @Test
  void placesAreThoseOfTheFile() {
    byte[] rom =
        RomForge.start()
            .pad(512, 0xff)
            .image(ImageForge.efi(BLOCKS, 0x1002, 0x1640, PeForge.x64()).last())
            .build();
    EfiImage image = image(rom);

    assertThat(loaded(EfiDriver.of(image)).bytes().offset())
        .isEqualTo(512L + image.efi().imageOffset());
  }

  @Test
  void anyChangedByteIsADriverOrNot() {
    for (byte[] rom : new byte[][] {PLAIN, COMPRESSED}) {
      int end = image(rom).efi().imageOffset() + 16;
      for (int at = 2; at < end; at++) {
        for (int value : new int[] {0, 1, 0x7f, 0xff}) {
          Slice changed = Bytes.of(rom.clone()).u8(at, value).slice();
          RomReader.read(changed).chains().stream()
              .flatMap(chain -> chain.images().stream())
              .filter(EfiImage.class::isInstance)
              .map(image -> EfiDriver.of((EfiImage) image, 1 << 16))
              .forEach(EfiDriverTest::assertSound);
        }
      }
    }
  }

  private static void assertSound(EfiDriver driver) {
    if (driver instanceof Loaded loaded) {
      assertThat(loaded.storedLength()).isPositive();
      assertThat(loaded.bytes().length()).isLessThanOrEqualTo(1 << 16);
    } else {
      assertThat(((Unreadable) driver).range().offset()).isNotNegative();
    }
  }

  private static EfiImage image(byte[] rom) {
    return (EfiImage) RomReader.read(Slice.of(rom)).chains().get(0).images().get(0);
  }

  private static Loaded loaded(EfiDriver driver) {
    assertThat(driver).isInstanceOf(Loaded.class);
    return (Loaded) driver;
  }

  private static Unreadable unreadable(EfiDriver driver) {
    assertThat(driver).isInstanceOf(Unreadable.class);
    return (Unreadable) driver;
  }
}
