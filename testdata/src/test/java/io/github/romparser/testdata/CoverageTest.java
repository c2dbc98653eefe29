package io.github.romparser.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Coverage}: tables as JaCoCo writes them. */
final class CoverageTest {
  @TempDir private Path folder;

  private String line(String... rows) throws IOException {
    String names =
        "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,"
            + "LINE_MISSED,LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,"
            + "METHOD_COVERED\n";
    Path table = folder.resolve("jacoco.csv");
    Files.writeString(table, names + String.join("\n", rows));
    return Coverage.line("rom-core", table);
  }

  @Test
  void classesAreAddedUp() throws IOException {
    assertThat(line("m,p,One,5,5,1,3,10,90,9,9,9,9", "m,p,Two,5,5,0,4,1,899,9,9,9,9"))
        .isEqualTo("coverage rom-core: 98.9 % of lines, 87.5 % of branches");
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 100.0", "1, 99999, 99.9", "2, 1, 33.3", "1, 0, 0.0", "0, 0, 100.0"})
  void sharesAreRoundedDown(int missed, int covered, String expected) throws IOException {
    assertThat(line("m,p,One,0,0,0,0," + missed + "," + covered + ",0,0,0,0"))
        .isEqualTo("coverage rom-core: " + expected + " % of lines, 100.0 % of branches");
  }

  @Test
  void noTableMeansThatNothingWasMeasured() throws IOException {
    assertThat(Coverage.line("rom-core", folder.resolve("none.csv")))
        .isEqualTo("coverage rom-core: not measured");
  }
}
