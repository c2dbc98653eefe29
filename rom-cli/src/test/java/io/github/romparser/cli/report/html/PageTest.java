package io.github.romparser.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Range;
import io.github.romparser.check.Target;
import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Part;
import io.github.romparser.extract.Provenance;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.rom.FileKind;
import io.github.romparser.testdata.RomForge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page. */
class PageTest {

  private static final String HOSTILE =
      "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'\u0001\u202e.rom";

  static Stream<String> layouts() {
    return RomForge.names().stream();
  }

  static Stream<String> pages() {
    return Stream.of(
        Pages.show(HOSTILE, RomForge.named("turing-nvgi3")),
        Pages.check("nvgi2", Target.values()),
        Pages.diff("amd-flash", "amd-three"),
        Pages.extract(HOSTILE, Pages.update()),
        Pages.extract("zip", Pages.zip(HOSTILE, RomForge.named("amd-apu"))));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void every_link_has_its_target_and_every_name_is_there_once(String layout) {
    links(Pages.show(layout + ".rom", RomForge.named(layout)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_of_the_input_is_markup(String page) {
    links(page);
    assertThat(page)
        .doesNotContain("<script", "<img", "http:", "https:", "url(h", "@import")
        .doesNotContain("\u0001", "\u202e")
        .doesNotContainPattern("<[^>]*(onerror|src)=")
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .containsOnlyOnce("<h1>")
        .containsOnlyOnce("<style>")
        .containsOnlyOnce("</title>\n<style>");
  }

  private static void links(String page) {
    List<String> ids = all(page, " id=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> known = new HashSet<>(ids);
    assertThat(known).containsAll(all(page, " href=\"#([^\"]*)\""));
    assertThat(known).containsAll(all(page, "url\\(#([^)]*)\\)"));
    all(page, " aria-labelledby=\"([^\"]*)\"")
        .forEach(names -> assertThat(known).containsAll(List.of(names.split(" ", -1))));
    assertThat(page).doesNotContain("href=\"h");
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(r -> r.group(1)).toList();
  }

  @Test
  void headings_skip_no_level() {
    pages()
        .forEach(
            page -> {
              int before = 0;
              for (MatchResult heading :
                  Pattern.compile("<h([1-6])").matcher(page).results().toList()) {
                int level = Integer.parseInt(heading.group(1));
                assertThat(level).isBetween(1, before + 1);
                before = level;
              }
            });
  }

  @Test
  void the_same_input_gives_the_same_page() {
    assertThat(Pages.extract("u", Pages.update())).isEqualTo(Pages.extract("u", Pages.update()));
  }

  @Test
  void ten_thousand_images_make_a_small_page_that_says_what_is_left_out() {
    String page = Pages.show("ten-thousand.rom", RomForge.named("ten-thousand"));
    assertThat(page).hasSizeLessThan(600_000).contains("9,936 more images");
  }

  @Test
  void a_hundred_thousand_parts_make_a_small_page_that_says_what_is_left_out() {
    List<Part> parts = new ArrayList<>();
    Provenance file = new Provenance(Optional.empty(), Step.element("big.bin"));
    parts.add(part(0, -1, file, Part.Kind.CONTAINER, new Range(0, 1 << 24)));
    for (int i = 1; i < 100_000; i++) {
      // Containers in containers, as deep as a search goes, and much beside them.
      int parent = i % 96 == 1 ? 0 : i - 1;
      Part.Kind kind = i % 3 == 0 ? Part.Kind.DEAD_END : Part.Kind.CONTAINER;
      Provenance way =
          new Provenance(
              Optional.of(parts.get(parent).provenance()), Step.element("part " + i + "<b>"));
      parts.add(part(i, parent, way, kind, new Range(i * 16L, 16)));
    }
    Extraction extraction =
        new Extraction(
            FileKind.UNKNOWN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ExtractVerdict.NO_ROM,
            List.of(),
            parts);
    String page = Pages.extract("big.bin", new byte[1 << 24], extraction);
    links(page);
    assertThat(page)
        .hasSizeLessThan(1_000_000)
        .contains("100,000 parts in all; 98,800 of them")
        .contains("part 1&lt;b&gt;")
        .doesNotContain("part 1<b>", "part 99999");
  }

  private static Part part(int number, int parent, Provenance way, Part.Kind kind, Range range) {
    return new Part(number, parent, way, kind, Optional.empty(), range, false);
  }
}
