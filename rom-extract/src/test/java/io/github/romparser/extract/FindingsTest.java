package io.github.romparser.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Product;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.RomForge;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a search keeps, and what it says of what it does not keep. */
class FindingsTest {

  private static final Slice ROM = Slice.of(RomForge.named("minimal"));
  private static final Slice DRIVER = Slice.of(PeForge.x64().build());
  private static final Provenance WHERE = Provenance.of("blob");

  private static Findings keeping(long romBytes) {
    return new Findings(
        "blob",
        new Budget(16, 96, 1 << 20, 1000, 1 << 20, 1 << 20, romBytes, 100, Duration.ZERO),
        ExtractListener.NONE);
  }

  private static Extraction of(Findings findings) {
    findings.rom(ROM, WHERE);
    findings.product(new Product.Driver(DRIVER, 0x8664, "Driver"), WHERE);
    findings.product(new Product.VideoBiosTable(ROM, "$VBT FORGED"), WHERE);
    return findings.extraction(Slice.of(new byte[100]), List.of());
  }

  @Test
  void all_of_it_is_kept_up_to_the_budget() {
    Extraction found = of(keeping(2L * ROM.length() + DRIVER.length()));
    assertThat(found.roms()).hasSize(1);
    assertThat(found.drivers()).hasSize(1);
    assertThat(found.tables()).hasSize(1);
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void what_is_beyond_the_budget_is_a_dead_end_whatever_it_is() {
    Extraction found = of(keeping(ROM.length()));
    assertThat(found.roms()).hasSize(1);
    assertThat(found.drivers()).isEmpty();
    assertThat(found.deadEnds())
        .extracting(end -> end.trouble().detail())
        .containsExactly("more than 512 bytes of ROMs", "more than 512 bytes of ROMs");
    assertThat(of(keeping(1)).deadEnds()).hasSize(3);
  }
}
