package io.github.romparser.extract.handler.capsule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.FixedAllowance;
import io.github.romparser.extract.handler.Search;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.testdata.CapsuleForge;
import io.github.romparser.testdata.FfsFileForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.VolumeForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapsulesTest {
  private static final byte[] ROM = Search.rom();
  private static final byte[] VOLUME =
      VolumeForge.ffs2().file(FfsFileForge.raw(Search.FILE, ROM)).build();
  private static final String IN_VOLUME = "fv " + VolumeForge.FFS2 + "/file " + Search.FILE;
  private static final String TYPE = "00000001-0002-0003-0004-000000000005";
  private static final byte[] DRIVER = RomForge.start().noise(7, 64).build();

  @ParameterizedTest
  @CsvSource({
    CapsuleForge.EFI + ", efi capsule",
    CapsuleForge.INTEL + ", intel capsule",
    CapsuleForge.LENOVO + ", lenovo capsule",
    CapsuleForge.LENOVO_2 + ", lenovo capsule"
  })
  void capsulesAreOpened(String guid, String name) {
    for (int header : new int[] {28, 32, 80, 4096}) {
      byte[] capsule = CapsuleForge.of(guid, header, VOLUME);
      assertThat(Search.path(capsule)).isEqualTo(name + "/image > " + IN_VOLUME);
      byte[] anywhere = RomForge.start().noise(1, 333).bytes(capsule).noise(2, 50).build();
      assertThat(Search.path(anywhere)).isEqualTo(name + "/image > " + IN_VOLUME);
    }
  }

  @Test
  void toshibasHasItsSizeInAnotherPlace() {
    byte[] two =
        RomForge.start()
            .bytes(CapsuleForge.toshiba(VOLUME))
            .bytes(CapsuleForge.toshiba(ROM))
            .build();
    assertThat(Search.paths(Search.in(two)))
        .containsExactly("toshiba capsule/image > " + IN_VOLUME, "toshiba capsule/image");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 28, 0xffff_ffffL})
  void aWrongSizeHidesNothing(long size) {
    byte[] capsule = CapsuleForge.claiming(CapsuleForge.EFI, 28, size, VOLUME);
    assertThat(Search.path(capsule)).isEqualTo("efi capsule/image > " + IN_VOLUME);
    assertThat(Search.deadEnds(Search.in(capsule))).hasSize(size > capsule.length ? 1 : 0);
  }

  @Test
  void aSizeThatIsTooSmallLeavesTheRestToTheSearch() {
    byte[] capsule = CapsuleForge.claiming(CapsuleForge.EFI, 28, 100, VOLUME);
    assertThat(Search.digests(Search.in(capsule))).containsExactly(Search.digest(ROM));
  }

  @Test
  void aHeaderThatCannotBeIsNone() {
    byte[] capsule = CapsuleForge.of(CapsuleForge.EFI, 28, VOLUME);
    for (int[] change : new int[][] {{16, 0}, {16, 27}, {18, 2}, {17, 0x70}}) {
      byte[] changed = capsule.clone();
      changed[change[0]] = (byte) change[1];
      assertThat(Search.path(changed)).as("byte %d", change[0]).isEqualTo(IN_VOLUME);
    }
    for (Handler handler :
        List.of(new EfiCapsuleHandler(), new AptioCapsuleHandler(), new FmpCapsuleHandler())) {
      Slice cut = Slice.of(Arrays.copyOf(capsule, 27));
      assertThat(handler.probe(cut, 0, FixedAllowance.ample())).isEmpty();
      assertThat(handler.probe(cut, 20, FixedAllowance.ample())).isEmpty();
      assertThat(handler.open(cut, FixedAllowance.ample()).children()).isEmpty();
    }
  }

  @Test
  void otherCapsulesAreSearched() {
    assertThat(Search.path(CapsuleForge.of(TYPE, 32, VOLUME))).isEqualTo(IN_VOLUME);
  }

  @Test
  void amisTellWhereTheImageIs() {
    for (boolean signed : new boolean[] {true, false}) {
      for (int at : new int[] {32, 0x400, 0x800}) {
        assertThat(Search.path(CapsuleForge.aptio(signed, at, VOLUME)))
            .isEqualTo("aptio capsule/image > " + IN_VOLUME);
      }
    }
    byte[] wrong = CapsuleForge.aptio(true, 0x400, VOLUME);
    for (int at : new int[] {0, 31, 0xffff}) {
      wrong[28] = (byte) at;
      wrong[29] = (byte) (at >> 8);
      assertThat(Search.path(wrong)).isEqualTo("aptio capsule/image > " + IN_VOLUME);
    }
    byte[] small = Arrays.copyOf(CapsuleForge.aptio(true, 32, VOLUME), 31);
    small[16] = 28;
    assertThat(Search.in(small).deadEnds()).isEmpty();
  }

  @Test
  void payloadsAreTakenOutOfTheirHeaders() {
    for (int version = 1; version <= 3; version++) {
      for (boolean signed : new boolean[] {true, false}) {
        for (boolean edk2 : new boolean[] {true, false}) {
          byte[] payload = CapsuleForge.payload(version, TYPE, signed, edk2, VOLUME);
          byte[] capsule = CapsuleForge.fmp(List.of(DRIVER), List.of(payload));
          assertThat(Search.path(capsule))
              .isEqualTo("fmp capsule/payload 0 " + TYPE + " > " + IN_VOLUME);
        }
      }
    }
  }

  @Test
  void driversAndSeveralPayloads() {
    byte[] capsule =
        CapsuleForge.fmp(
            List.of(DRIVER, Search.rom(1)),
            List.of(
                CapsuleForge.payload(1, TYPE, true, true, Search.rom(2)),
                CapsuleForge.payload(3, TYPE, false, false, Search.rom(3)),
                CapsuleForge.payload(2, TYPE, false, false, Search.rom(4)),
                CapsuleForge.payload(2, TYPE, false, false, new byte[0])));
    assertThat(Search.paths(Search.in(capsule)))
        .containsExactly(
            "fmp capsule/driver 1",
            "fmp capsule/payload 0 " + TYPE,
            "fmp capsule/payload 1 " + TYPE,
            "fmp capsule/payload 2 " + TYPE);
  }

  @Test
  void offsetsThatLieHideNothing() {
    byte[] capsule =
        CapsuleForge.fmp(
            List.of(DRIVER),
            List.of(
                CapsuleForge.payload(1, TYPE, false, false, Search.rom(2)),
                CapsuleForge.payload(1, TYPE, true, true, Search.rom(3))));
    int table = 32 + 8;
    for (int item = 0; item < 3; item++) {
      for (int at : new int[] {0, 1, 5}) {
        for (int value : new int[] {0, 1, 0xff}) {
          byte[] changed = capsule.clone();
          changed[table + 8 * item + at] = (byte) value;
          assertThat(Search.digests(Search.in(changed)))
              .as("item %d byte %d value %d", item, at, value)
              .containsExactly(Search.digest(Search.rom(2)), Search.digest(Search.rom(3)));
        }
      }
    }
  }

  @Test
  void payloadsOfUnknownVersionsAreSearched() {
    byte[] payload = CapsuleForge.payload(4, TYPE, false, false, ROM);
    assertThat(Search.path(CapsuleForge.fmp(List.of(DRIVER), List.of(payload))))
        .isEqualTo("fmp capsule/image");
  }

  @Test
  void manyItemsInFewBytes() {
    byte[] capsule = CapsuleForge.fmp(List.of(), List.of(DRIVER));
    Arrays.fill(capsule, 32 + 4, 32 + 8, (byte) 0xff);
    assertThat(Search.in(capsule).roms()).isEmpty();
    byte[] empty = CapsuleForge.of("6dcbd5ed-e82d-4c44-bda1-7194199ad92a", 32, new byte[7]);
    assertThat(Search.in(empty).roms()).isEmpty();
    byte[] cut = Arrays.copyOf(CapsuleForge.fmp(List.of(), List.of(DRIVER)), 32 + 16 + 33);
    cut[32 + 16] = 3;
    assertThat(Search.in(cut).roms()).isEmpty();
  }

  @Test
  void anAuthenticationThatIsNoneIsLeft() {
    byte[] payload = CapsuleForge.payload(1, TYPE, true, true, ROM);
    for (int[] change : new int[][] {{12, 1}, {14, 1}, {11, 0x7f}, {8, 0}}) {
      byte[] changed = payload.clone();
      changed[32 + change[0]] = (byte) change[1];
      assertThat(Search.path(CapsuleForge.fmp(List.of(), List.of(changed))))
          .isEqualTo("fmp capsule/payload 0 " + TYPE);
    }
    byte[] plain = CapsuleForge.payload(1, TYPE, false, true, ROM);
    plain[32 + 7] = 0x7f;
    assertThat(Search.path(CapsuleForge.fmp(List.of(), List.of(plain))))
        .isEqualTo("fmp capsule/payload 0 " + TYPE);
  }
}
