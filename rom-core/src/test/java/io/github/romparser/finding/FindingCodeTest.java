package io.github.romparser.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.RomCase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
  /** A text ends like a sentence. */
  static final Pattern SENTENCE = Pattern.compile("(?s).*[.?]");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  /** How many arguments the texts of a code name; they are numbered without a gap. */
  static int places(FindingCode code) {
    TreeSet<Integer> places =
        Stream.of(code.text(), code.advice(), code.command())
            .flatMap(text -> PLACE.matcher(text).results())
            .map(match -> Integer.valueOf(match.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    return places.isEmpty() ? 0 : places.last() + 1;
  }

  @ParameterizedTest
  @EnumSource
  void theIdIsTheName(FindingCode code) {
    assertThat(code.id()).isEqualTo(code.name().replace('_', '-').toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void textsAreSentences(FindingCode code) {
    assertThat(List.of(code.text(), code.advice()))
        .allSatisfy(text -> assertThat(text).isNotBlank().matches(SENTENCE));
    assertThat(code.source()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void placesAreNumberedWithoutGap(FindingCode code) {
    for (int i = 0; i < places(code); i++) {
      assertThat(code.text() + code.advice() + code.command()).contains("{" + i + "}");
    }
  }

  /**
   * What PERM and SIG_UNCHECKED are about is no property of the bytes; FileAccessTest and
   * WithoutBouncyCastleTest have their cases.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PERM", "SIG_UNCHECKED"})
  void thereIsACaseThatFiresAndOneThatIsSilent(FindingCode code) {
    assertThat(RomCase.load(code.id())).extracting(RomCase::fires).contains(true, false);
  }

  @Test
  void everyCaseFileNamesACode() {
    Set<String> ids =
        Arrays.stream(FindingCode.values()).map(FindingCode::id).collect(Collectors.toSet());
    assertThat(RomCase.all()).extracting(RomCase::code).isSubsetOf(ids);
  }
}
