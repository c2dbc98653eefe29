package io.github.romparser.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.testdata.RomForge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Formats that are known by what stands somewhere in them. */
final class InsideMagicsTest {
  private static final byte[] ROM = RomForge.named("minimal");

  /**
   * A made-up image: what stands in front of its mark is one child, and what stands behind it
   * another. With {@code no} it refuses.
   */
  private record Middle(String mark, boolean refuses, AtomicInteger asked) implements Handler {
    @Override
    public FormatInfo info() {
      return new FormatInfo(
          "middle", "middle", "tests", "all", "", FormatInfo.Proof.SYNTHETIC, List.of("this file"));
    }

    @Override
    public List<Magic> magics() {
      return List.of(Magic.inside(mark));
    }

    @Override
    public Optional<Found> probe(Slice area, long start, Allowance allowance) {
      asked.incrementAndGet();
      assertThat(start).isZero();
      return refuses ? Optional.empty() : Optional.of(Found.upTo(area.length()));
    }

    @Override
    public Opened open(Slice container, Allowance allowance) {
      int at = container.indexOf(mark, 0);
      return Opened.builder()
          .structure(container.clamp(at, mark.length()).range())
          .child(Child.stored(Step.element("front of " + mark), container.slice(0, at)))
          .child(Child.stored(Step.element("back of " + mark), container.from(at + mark.length())))
          .build();
    }
  }

  private static Middle middle(String mark) {
    return new Middle(mark, false, new AtomicInteger());
  }

  private static List<String> paths(byte[] bytes, Handler... handlers) {
    List<Handler> all = new ArrayList<>(List.of(handlers));
    all.add(new BoxHandler());
    Extraction found =
        Extractor.extract("blob", Slice.of(bytes), ExtractOptions.usual().threads(1).handlers(all));
    return found.roms().stream()
        .flatMap(rom -> rom.sources().stream())
        .map(source -> String.join(" > ", source.path().subList(1, source.path().size())))
        .toList();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theFormatBeginsWhereTheUnknownBytesDo() {
    byte[] image = BoxHandler.join(new byte[9], ROM, text("a MIDDLE of it"), ROM);
    assertThat(paths(image, middle("MIDDLE"))).containsExactly("front of MIDDLE", "back of MIDDLE");
    assertThat(paths(BoxHandler.join(ROM, text("a MITTLE")), middle("MIDDLE"))).containsExactly("");
  }

  @Test
  void whatIsInAnotherContainerIsTheContainers() {
    byte[] box = BoxHandler.box('s', BoxHandler.join(text("a MIDDLE"), ROM));
    Middle middle = middle("MIDDLE");
    assertThat(paths(BoxHandler.join(new byte[5], box, new byte[5]), middle))
        .containsExactly("box/stored > back of MIDDLE");
    assertThat(middle.asked()).hasValue(1);
    // One more behind the box, and the box is the image's.
    assertThat(paths(BoxHandler.join(new byte[5], box, text("MIDDLE")), middle("MIDDLE")))
        .hasSize(1)
        .allMatch(path -> path.startsWith("back of MIDDLE"));
  }

  @Test
  void containersInFrontOfItAreTheImages() {
    byte[] box = BoxHandler.box('x', ROM);
    assertThat(paths(BoxHandler.join(box, new byte[7], text("MIDDLE"), box), middle("MIDDLE")))
        .containsExactly("front of MIDDLE > box/turned", "back of MIDDLE > box/turned");
  }

  @Test
  void theFirstInTheListIsAskedFirstAndOnlyOnce() {
    byte[] image = BoxHandler.join(text("second second first first"), ROM);
    Middle refusing = new Middle("first", true, new AtomicInteger());
    Middle second = middle("second");
    assertThat(paths(image, middle("first"), second))
        .first()
        .asString()
        .startsWith("back of first");
    assertThat(paths(image, refusing, middle("second")))
        .first()
        .asString()
        .startsWith("back of second");
    assertThat(refusing.asked().get()).isBetween(1, 4);
  }

  @Test
  void thousandsOfMarksCostNoMoreThanTheirLength() {
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      marks.append("MIDDLE %BO ");
    }
    byte[] image = BoxHandler.join(text(marks.toString()), ROM);
    Middle refusing = new Middle("MIDDLE", true, new AtomicInteger());
    assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(paths(image, refusing)).containsExactly(""));
    assertThat(refusing.asked()).hasValue(1);
  }

  @Property(tries = 300)
  void theFirstPlaceIsFound(
      @ForAll @IntRange(max = 400) int at, @ForAll boolean other, @ForAll long seed) {
    InsideMagics inside = new InsideMagics();
    inside.add(new MagicIndex.Entry(Magic.inside("=needle="), middle("x"), 0));
    inside.add(new MagicIndex.Entry(Magic.inside("a longer needle"), middle("x"), 1));
    byte[] bytes = RomForge.start().noise(seed, 600).build();
    assertThat(inside.next(Slice.of(bytes), 0)).isEqualTo(-1);
    byte[] mark = text(other ? "=needle=" : "a longer needle");
    System.arraycopy(mark, 0, bytes, at, mark.length);
    Slice area = Slice.of(bytes);
    assertThat(inside.next(area, 0)).isEqualTo(at);
    assertThat(inside.next(area, at)).isEqualTo(at);
    assertThat(inside.next(area, at + 1)).isEqualTo(-1);
    assertThat(inside.next(area.clamp(0, at + mark.length - 1), 0)).isEqualTo(-1);
    assertThat(inside.standingAt(area, at)).hasSize(1);
    assertThat(inside.next(area, 9999)).isEqualTo(-1);
  }

  @Test
  void withoutSuchFormatsThereIsNothingToFind() {
    assertThat(new InsideMagics().next(Slice.of(new byte[100]), 0)).isEqualTo(-1);
  }
}
