package io.github.romparser.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links between the documents, and to files of the project, lead somewhere. */
class LinksTest {

  @Test
  void links_lead_somewhere() {
    List<String> dead = new ArrayList<>();
    int followed = 0;
    for (Document document : Document.all()) {
      for (String link : document.links()) {
        URI target = URI.create(link);
        if (target.getScheme() != null) {
          continue;
        }
        followed++;
        if (!leads(document, target)) {
          dead.add(document.path() + ": " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
    assertThat(followed).isGreaterThan(10);
  }

  private static boolean leads(Document from, URI target) {
    String name = target.getPath();
    Path file = name.isEmpty() ? from.path() : from.path().resolveSibling(name);
    if (!Files.exists(file)) {
      return false;
    }
    String anchor = target.getFragment();
    return anchor == null || Document.of(file).anchors().contains(anchor);
  }
}
