package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.bytes.Slice;
import io.github.romparser.check.CheckInput;
import io.github.romparser.check.Consumer;
import io.github.romparser.check.Target;
import io.github.romparser.check.Verdict;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.finding.Severity;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A program may leave BouncyCastle out: only what is said of signatures is less then. */
class WithoutBouncyCastleTest {

  /** What is asked, as a class that can be loaded a second time. */
  public static final class Question implements Function<String, List<String>> {
    @Override
    public List<String> apply(String layout) {
      boolean arm = layout.endsWith("aa64");
      CheckInput input =
          new CheckInput(
              RomReader.read(Slice.of(RomForge.named(layout))),
              OptionalLong.empty(),
              Optional.empty(),
              arm ? EfiMachine.AARCH64 : EfiMachine.X64,
              arm,
              true);
      Verdict verdict = Consumer.of(Target.OVMF).check(input);
      return List.of(
          "accepted " + verdict.accepted(),
          verdict.findings().stream()
              .filter(f -> f.code().id().startsWith("SIG-"))
              .map(f -> f.severity() + " " + f.code())
              .toList()
              .toString(),
          String.join("\n", verdict.trace()));
    }
  }

  /** Our classes and those of the test data, and nothing else but Java's own. */
  private static List<String> without(String layout) throws IOException {
    URL[] ours =
        List.of(RomReader.class, Question.class, RomForge.class).stream()
            .map(WithoutBouncyCastleTest::root)
            .distinct()
            .toArray(URL[]::new);
    // The platform's loader would find the modules of this run.
    try (URLClassLoader loader = new URLClassLoader(ours, null)) {
      assertThatThrownBy(() -> loader.loadClass("org.bouncycastle.cms.CMSException"))
          .isInstanceOf(ClassNotFoundException.class);
      Class<?> type = loader.loadClass(Question.class.getName());
      assertThat(type).isNotSameAs(Question.class);
      @SuppressWarnings("unchecked")
      Function<String, List<String>> question =
          (Function<String, List<String>>) type.getConstructor().newInstance();
      return question.apply(layout);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(layout, e);
    }
  }

  /** The folder or jar that a class was read from. */
  private static URL root(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    String place = String.valueOf(type.getClassLoader().getResource(name));
    try {
      return URI.create(place.substring(0, place.length() - name.length())).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theSignatureIsToldAsNotLookedAtAndTheRestStays() throws IOException {
    String told = "[" + Severity.NOTE + " " + FindingCode.SIG_UNCHECKED + "]";
    assertThat(without("signed-driver"))
        .startsWith("accepted true", told)
        .element(2)
        .asString()
        .contains("signed, the signature was not looked at", "loaded and started");
  }

  @Test
  void firmwareThatVerifiesIsNotSaidToTakeIt() throws IOException {
    String told = "[" + Severity.ERROR + " " + FindingCode.SIG_UNCHECKED + "]";
    assertThat(without("signed-aa64"))
        .startsWith("accepted false", told)
        .element(2)
        .asString()
        .contains("signed, not looked at, and this firmware verifies option ROMs");
  }

  @Test
  void withItTheFindingIsSilent() {
    assertThat(new Question().apply("signed-driver").get(1)).doesNotContain("UNCHECKED");
    assertThat(new Question().apply("signed-aa64").get(1)).doesNotContain("UNCHECKED");
  }

  @Test
  void unsignedDriversNeedNoLibrary() throws IOException {
    assertThat(without("nvgi2").get(1)).isEqualTo("[]");
  }
}
