package io.github.romparser.extract.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.Part;
import io.github.romparser.extract.handler.archive.ArchiveSpecimens;
import io.github.romparser.extract.handler.archive.DiskSpecimens;
import io.github.romparser.extract.handler.installer.InstallerSpecimens;
import io.github.romparser.extract.handler.installer.NsisSpecimens;
import io.github.romparser.extract.handler.installer.RecognisedSpecimens;
import io.github.romparser.extract.handler.legacy.LegacySpecimens;
import io.github.romparser.extract.handler.vendor.InsydeSpecimens;
import io.github.romparser.extract.handler.vendor.MoreSpecimens;
import io.github.romparser.extract.handler.vendor.ObscuredSpecimens;
import io.github.romparser.extract.handler.vendor.WrapperSpecimens;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.testdata.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every format: there is a specimen of it, what is found in that is as its golden
 * text says ({@code -Dgolden.write=FOLDER} writes them anew), it may be cut off and changed
 * anywhere, and fuzzing begins with it.
 */
final class EveryFormatTest {
  private static final Budget SMALL =
      Budget.usual().bytes(4 << 20, 16 << 20, 64 << 20).counts(8, 40, 2000);

  private static final ExtractOptions FUZZED = ExtractOptions.usual().threads(1).with(SMALL);

  static Stream<Specimen> specimens() {
    return Stream.of(
            FirmwareSpecimens.all(),
            ArchiveSpecimens.all(),
            RecognisedSpecimens.all(),
            InstallerSpecimens.all(),
            NsisSpecimens.all(),
            InsydeSpecimens.all(),
            WrapperSpecimens.all(),
            DiskSpecimens.all(),
            ObscuredSpecimens.all(),
            LegacySpecimens.all(),
            MoreSpecimens.all())
        .flatMap(all -> all);
  }

  static Stream<byte[]> seeds() {
    return specimens().map(Specimen::bytes);
  }

  @Test
  void thereIsASpecimenOfEveryFormat() {
    assertThat(specimens().map(Specimen::format).distinct())
        .containsExactlyInAnyOrderElementsOf(
            ExtractOptions.formats().stream().map(format -> format.info().id()).toList());
    assertThat(specimens().map(Specimen::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void whatIsFoundIsAsItsGoldenTextSays(Specimen specimen) throws IOException {
    Extraction found = Search.in(specimen.bytes());
    assertThat(found.parts().stream().map(Part::format).flatMap(Optional::stream))
        .contains(specimen.format());
    String text = text(found);
    String name = "formats/" + specimen.name() + ".txt";
    String target = System.getProperty("golden.write", "");
    if (!target.isEmpty()) {
      Files.createDirectories(Path.of(target).resolve("formats"));
      Files.writeString(Path.of(target).resolve(name), text);
    }
    assertThat(text).isEqualTo(Golden.text(name).orElse("no golden text " + name));
  }

  /** A line each: ROMs, drivers and tables with the ways to them, and dead ends. */
  private static String text(Extraction found) {
    List<String> lines = new ArrayList<>();
    found
        .roms()
        .forEach(
            rom ->
                rom.sources()
                    .forEach(
                        source ->
                            lines.add(
                                "rom %04x:%04x, %d bytes, at 0x%x in %s"
                                    .formatted(
                                        rom.vendorId(),
                                        rom.deviceId(),
                                        rom.bytes().length(),
                                        source.offset(),
                                        String.join(" > ", source.path())))));
    found.tables().forEach(table -> lines.add("table %d bytes".formatted(table.bytes().length())));
    found.drivers().forEach(driver -> lines.add("driver " + driver.name()));
    Search.deadEnds(found).forEach(end -> lines.add("dead end, " + end));
    lines.add("verdict " + found.verdict().id());
    return String.join("\n", lines) + "\n";
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void cutOffAnywhere(Specimen specimen) {
    Hostile.cutAnywhere(specimen);
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void changedAnywhere(Specimen specimen) {
    Hostile.changedAnywhere(specimen);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void anyBytes(byte[] bytes) {
    Extraction found = Extractor.extract("fuzz", Slice.of(bytes), FUZZED);
    assertThat(found.deadEnds()).noneMatch(end -> end.trouble().reason() == Trouble.Reason.FAILED);
  }
}
