package io.github.romparser.vendor.gop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.testdata.PeForge;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the version of a driver binding is found, and what is not taken for one. */
class DriverBindingTest {
  private static final int PE = 0x40;
  private static final int SECTION = PE + 0x18 + 0xF0;

  private static List<Long> versions(byte[] file) {
    Slice driver = Slice.of(file);
    return DriverBinding.versions(driver, PeImage.read(driver).orElseThrow());
  }

  /** A driver whose driver binding stands at a place that is returned by {@link #place}. */
  private static byte[] driver() {
    return PeForge.x64().binding(0x12345).build();
  }

  /** The version's place. */
  private static int place(byte[] file) {
    for (int at = 0; at + 4 <= file.length; at += 4) {
      if (file[at] == 0x45 && file[at + 1] == 0x23 && file[at + 2] == 1 && file[at + 3] == 0) {
        return at;
      }
    }
    throw new AssertionError("no version");
  }

  @Test
  void inEveryFormat() {
    assertThat(versions(driver())).containsExactly(0x12345L);
    assertThat(versions(PeForge.aa64().binding(0x12345).build())).containsExactly(0x12345L);
    assertThat(versions(PeForge.x64().machine(PeForge.IA32).binding(0x12345).build()))
        .containsExactly(0x12345L);
    assertThat(versions(PeForge.x64().imageBase(0x1_8000_0000L).binding(0x12345).build()))
        .containsExactly(0x12345L);
    assertThat(
            versions(
                PeForge.x64().machine(PeForge.IA32).imageBase(0x40_0000).binding(0x12345).build()))
        .containsExactly(0x12345L);
  }

  @Test
  void withoutRelocationsTheDataAreSearched() {
    assertThat(versions(PeForge.x64().binding(0x12345).withoutRelocations().build()))
        .containsExactly(0x12345L);
    assertThat(
            versions(
                PeForge.x64().machine(PeForge.IA32).binding(0x12345).withoutRelocations().build()))
        .containsExactly(0x12345L);
    // An address of code may be the fourth of a list of functions.
    assertThat(versions(PeForge.x64().binding(0x190).withoutRelocations().build())).isEmpty();
    assertThat(versions(PeForge.x64().binding(0x190).build())).containsExactly(0x190L);
  }

  @Test
  void inATerseExecutable() {
    byte[] plus = driver();
    int cut = SECTION - PeImage.TE_HEADER_LENGTH;
    byte[] te = Arrays.copyOfRange(plus, cut, plus.length);
    Arrays.fill(te, 0, PeImage.TE_HEADER_LENGTH, (byte) 0);
    te[0] = 'V';
    te[1] = 'Z';
    te[2] = 0x64;
    te[3] = (byte) 0x86;
    te[4] = 1;
    te[6] = (byte) SECTION;
    te[7] = (byte) (SECTION >> 8);
    int directory = PE + 0x18 + 0x70 + 5 * 8;
    System.arraycopy(plus, directory, te, 0x18, 8);
    assertThat(versions(te)).containsExactly(0x12345L);
    Arrays.fill(te, 0x18, 0x20, (byte) 0);
    assertThat(versions(te)).containsExactly(0x12345L);
  }

  @Test
  void handlesAndPaddingAreZero() {
    for (int i = 4; i < 24; i++) {
      byte[] file = driver();
      file[place(file) + i] = 1;
      assertThat(versions(file)).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void thePointersLeadToThreeFunctions() {
    for (int i = 1; i <= 3; i++) {
      byte[] file = driver();
      file[place(file) - 8 * i + 3] = 0x7f;
      assertThat(versions(file)).as("pointer %d", i).isEmpty();
    }
    byte[] same = driver();
    int at = place(same);
    System.arraycopy(same, at - 24, same, at - 16, 8);
    assertThat(versions(same)).isEmpty();
    byte[] data = driver();
    data[SECTION + 0x24] = 0x40;
    data[SECTION + 0x27] = 0x40;
    assertThat(versions(data)).isEmpty();
  }

  @Test
  void relocationsThatAreNoTable() {
    byte[] file = driver();
    int directory = PE + 0x18 + 0x70 + 5 * 8;
    int table = (file[directory] & 0xff) | (file[directory + 1] & 0xff) << 8;
    byte[] endless = file.clone();
    endless[table + 4] = 0;
    assertThat(versions(endless)).isEmpty();
    byte[] more = file.clone();
    more[table + 4] = (byte) 0xff;
    more[table + 5] = (byte) 0xff;
    assertThat(versions(more)).containsExactly(0x12345L);
    byte[] four = file.clone();
    // The padding becomes a fourth pointer: a list of functions.
    int fourth = place(file);
    four[table + 14] = (byte) fourth;
    four[table + 15] = (byte) (0xa0 | fourth >> 8);
    assertThat(versions(four)).isEmpty();
    byte[] outside = file.clone();
    outside[directory + 2] = 0x7f;
    // No table is there, so the data are searched.
    assertThat(versions(outside)).containsExactly(0x12345L);
  }
}
