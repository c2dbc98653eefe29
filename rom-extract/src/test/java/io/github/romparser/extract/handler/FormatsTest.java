package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every format is found, on the module path and on a class path, and says what it is. */
class FormatsTest {

  @Test
  void theModuleProvidesWhatTheClassPathLists() throws IOException {
    List<String> provided =
        ExtractOptions.formats().stream().map(handler -> handler.getClass().getName()).toList();
    try (InputStream list =
        Handler.class.getResourceAsStream("/META-INF/services/" + Handler.class.getName())) {
      assertThat(list).isNotNull();
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.lines().toList()).isEqualTo(provided);
    }
  }

  @Test
  void everyFormatHasARowOfItsOwn() {
    List<FormatInfo> rows = ExtractOptions.formats().stream().map(Handler::info).toList();
    assertThat(rows).extracting(FormatInfo::id).doesNotHaveDuplicates().hasSizeGreaterThan(6);
    for (FormatInfo row : rows) {
      assertThat(row.id()).matches("[a-z0-9-]+");
      assertThat(row.name()).isNotBlank();
      assertThat(row.vendor()).isNotBlank();
      assertThat(row.supported()).isNotBlank();
      assertThat(row.references()).isNotEmpty();
    }
  }
}
