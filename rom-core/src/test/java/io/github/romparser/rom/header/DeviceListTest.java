package io.github.romparser.rom.header;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.PcirForge;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeviceListTest {
  private static Slice list(int count) {
    return Slice.of(PcirForge.deviceList(IntStream.rangeClosed(1, count).toArray()));
  }

  @Test
  void zeroEndsTheList() {
    DeviceList list = DeviceList.read(list(3), 0);
    assertThat(list.ids()).containsExactly(1, 2, 3);
    assertThat(list.closed()).isTrue();
    assertThat(list.bytes()).isEqualTo(list(3).slice(0, 6));
  }

  @Test
  void aListMayBeEmpty() {
    DeviceList list = DeviceList.read(list(0), 0);
    assertThat(list.ids()).isEmpty();
    assertThat(list.closed()).isTrue();
  }

  @Test
  void aListMayStandAtAnOddPlace() {
    Slice image = Slice.of(new byte[] {9, (byte) 0xd3, (byte) 0xff, 0, 0, 1});
    assertThat(DeviceList.read(image, 1).ids()).containsExactly(0xffd3);
    assertThat(DeviceList.read(image, 1).closed()).isTrue();
  }

  @Test
  void theImageMayEndBeforeTheList() {
    for (int length = 0; length < 8; length++) {
      DeviceList list = DeviceList.read(list(3).slice(0, length), 0);
      assertThat(list.ids()).hasSize(length / 2);
      assertThat(list.closed()).isFalse();
    }
  }

  @Test
  void moreIdsThanTheMostAreNotRead() {
    DeviceList most = DeviceList.read(list(1024), 0);
    assertThat(most.ids()).hasSize(1024).endsWith(1023, 1024);
    assertThat(most.closed()).isTrue();
    DeviceList more = DeviceList.read(list(1025), 0);
    assertThat(more.ids()).hasSize(1024).endsWith(1023, 1024);
    assertThat(more.closed()).isFalse();
    byte[] ones = new byte[1 << 20];
    Arrays.fill(ones, (byte) 1);
    assertThat(DeviceList.read(Slice.of(ones), 0).bytes().length()).isEqualTo(2048);
  }

  @Test
  void aPlaceOutsideGivesAnOpenEmptyList() {
    assertThat(DeviceList.read(list(3), 8).closed()).isFalse();
    assertThat(DeviceList.read(list(3), 1_000_000).ids()).isEmpty();
    assertThat(DeviceList.read(list(3), 1_000_000).closed()).isFalse();
    assertThat(DeviceList.read(list(3), -2).closed()).isFalse();
  }
}
