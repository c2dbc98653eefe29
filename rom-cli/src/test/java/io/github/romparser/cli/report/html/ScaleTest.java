package io.github.romparser.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void what_is_wide_enough_is_to_scale() {
    Scale scale = Scale.of(1000, new TreeSet<>(List.of(0L, 250L, 500L, 1000L)));
    assertThat(scale.widened()).isZero();
    assertThat(scale.at(250)).isEqualTo(25);
    assertThat(scale.at(375)).isEqualTo(37.5);
    assertThat(scale.at(1000)).isEqualTo(100);
  }

  @Test
  void what_is_too_narrow_is_widened_and_the_order_stays() {
    Scale scale = Scale.of(1 << 20, new TreeSet<>(List.of(10L, 20L, 600_000L)));
    assertThat(scale.widened()).isEqualTo(2);
    assertThat(scale.at(10)).isEqualTo(1.5, within(1e-9));
    assertThat(scale.at(20)).isEqualTo(3, within(1e-9));
    assertThat(scale.at(600_000)).isGreaterThan(50).isLessThan(60);
    assertThat(scale.at(15)).isBetween(1.5, 3.0);
  }

  @Test
  void thousands_of_bounds_and_bounds_outside_of_the_file_do_no_harm() {
    TreeSet<Long> bounds = new TreeSet<>(List.of(-5L, 1L << 40));
    for (long i = 0; i < 10_000; i++) {
      bounds.add(i * 3);
    }
    Scale scale = Scale.of(1 << 24, bounds);
    double before = -1;
    for (long at = 0; at <= 1 << 24; at += 997) {
      double place = scale.at(at);
      assertThat(place).isBetween(before, 100.0);
      before = place;
    }
    assertThat(scale.at(Long.MAX_VALUE)).isEqualTo(100);
    assertThat(scale.at(-1)).isZero();
    assertThat(Scale.of(1, new TreeSet<>()).at(1)).isEqualTo(100);
  }
}
