package io.github.romparser.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a page of hostile text harmless. */
class ElementTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "<script>alert(1)</script>, &lt;script&gt;alert(1)&lt;/script&gt;",
        "a & b, a &amp; b",
        "&lt;, &amp;lt;",
        "\" onclick=\"x, &quot; onclick=&quot;x",
        "' onclick='x, &#39; onclick=&#39;x",
        "-->, --&gt;",
      })
  void markup_is_escaped_in_text_and_in_attributes(String text, String escaped) {
    assertThat(Element.of("p", text)).hasToString("<p>" + escaped + "</p>\n");
    assertThat(Element.of("b").attribute("title", text))
        .hasToString("<b title=\"" + escaped + "\"></b>");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 8, 9, 0xa, 0xd, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x200b, 0x200e, 0x2028, 0x202e, 0x2066,
        0xfeff, 0xfffe, 0xd800, 0xdfff, 0xe000, 0xe0041
      })
  void what_cannot_be_seen_is_shown(int c) {
    String text = "a" + Character.toString(c) + "b";
    assertThat(Element.of("b", text)).hasToString(String.format("<b>a[U+%04X]b</b>", c));
  }

  @Test
  void other_letters_stay() {
    assertThat(Element.of("b", "Größe 画像 😀 é")).hasToString("<b>Größe 画像 😀 é</b>");
  }

  @Test
  void long_texts_are_cut_and_it_is_told() {
    String text = "x".repeat(VisibleText.MOST - 1) + "😀" + "y".repeat(1_000_000);
    String written = Element.of("b", text).toString();
    assertThat(written).hasSizeLessThan(VisibleText.MOST + 60);
    assertThat(written).endsWith("x… (1,000,002 more characters)</b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script", "style", "img", "iframe", "object", "base", "form", "a b", "", "p>", "1"
      })
  void elements_that_run_or_load_are_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Element.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "onclick, x",
    "onload, x",
    "style, x",
    "src, x",
    "srcset, x",
    "href, https://example.org/",
    "href, javascript:alert(1)",
    "xlink-href, data:x",
    "a\"b, x",
    "action, x"
  })
  void attributes_that_run_or_load_or_lead_out_are_refused(String name, String value) {
    Element element = Element.of("a");
    assertThatIllegalArgumentException().isThrownBy(() -> element.attribute(name, value));
  }
}
