package io.github.romparser.extract.handler;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.sign.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Stands around a handler and writes down the bytes of everything that it hands out. */
public final class Recorder implements Handler {

  /** What was handed out and not opened any further. */
  private record Log(Set<String> leaves, Set<String> opened) {}

  /**
   * What a search gave, and the digests of all leaves of its tree.
   *
   * @param leaves bytes that are in a container, and in which there is no other
   */
  public record Recorded(Extraction extraction, Set<String> leaves) {}

  private final Handler handler;
  private final Log log;

  private Recorder(Handler handler, Log log) {
    this.handler = handler;
    this.log = log;
  }

  /**
   * Searches with every format but programs, which UEFIExtract leaves whole, and writes down the
   * leaves.
   */
  public static Recorded search(Slice bytes) {
    Log log = new Log(new TreeSet<>(), new TreeSet<>());
    List<Handler> handlers =
        ExtractOptions.formats().stream()
            .filter(format -> !format.info().id().equals("pe"))
            .<Handler>map(handler -> new Recorder(handler, log))
            .toList();
    Extraction extraction =
        Extractor.extract("blob", bytes, ExtractOptions.usual().threads(1).handlers(handlers));
    log.leaves().removeAll(log.opened());
    return new Recorded(extraction, log.leaves());
  }

  @Override
  public FormatInfo info() {
    return handler.info();
  }

  @Override
  public List<Magic> magics() {
    return handler.magics();
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    Optional<Found> found = handler.probe(area, start, allowance);
    found.ifPresent(there -> log.opened().add(Sha256.hex(area)));
    return found;
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened opened = handler.open(container, allowance);
    List<Child> children = opened.children().stream().map(this::recorded).toList();
    return new Opened(children, opened.structure(), opened.products(), opened.troubles());
  }

  private Child recorded(Child child) {
    if (child.handler().isPresent()) {
      Handler inner = new Recorder(child.handler().get(), log);
      return new Child(child.step(), child.content(), Optional.of(inner));
    }
    if (child.content() instanceof Child.Stored stored) {
      // UEFIExtract takes the number in front of a version's text for a part of the header.
      int header = child.step().text().equals("section version") ? 2 : 0;
      log.leaves().add(Sha256.hex(stored.bytes().from(header)));
    }
    return child;
  }
}
