package io.github.romparser;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.romparser.bytes.ByteInput;
import io.github.romparser.check.PciDeviceText;
import io.github.romparser.rom.FileAccess;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** Which package may know which. Names of packages that there are none of yet are allowed. */
class ArchitectureTest {
  private static final String ROOT = "io.github.romparser";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/testdata/"))
          .importPackages(ROOT);

  private static String[] packages(String... names) {
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = ROOT + "." + names[i] + "..";
    }
    return packages;
  }

  /** Our classes outside of some packages. */
  private static DescribedPredicate<JavaClass> oursOutside(String... names) {
    return resideInAPackage(ROOT + "..")
        .and(DescribedPredicate.not(resideInAnyPackage(packages(names))))
        .as("of ours outside of %s", String.join(", ", names));
  }

  @Test
  void theClassesAreSeen() {
    assertThat(CLASSES.size()).isGreaterThan(50);
    assertThat(CLASSES.contain(ByteInput.class)).isTrue();
  }

  @Test
  void arrowsPointDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("check and edit")
        .definedBy(packages("check", "edit", "export"))
        .layer("vendor, sign and efi")
        .definedBy(packages("vendor", "sign", "efi"))
        .layer("rom")
        .definedBy(ROOT + ".rom")
        .layer("rom.header")
        .definedBy(packages("rom.header"))
        .layer("bytes and finding")
        .definedBy(packages("bytes", "finding"))
        .whereLayer("check and edit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("vendor, sign and efi")
        .mayOnlyBeAccessedByLayers("check and edit")
        .whereLayer("rom")
        .mayOnlyBeAccessedByLayers("check and edit", "vendor, sign and efi")
        .whereLayer("rom.header")
        .mayOnlyBeAccessedByLayers("check and edit", "vendor, sign and efi", "rom")
        .check(CLASSES);
  }

  @Test
  void headersKnowNothingButBytes() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".rom.header..")
        .should()
        .dependOnClassesThat(oursOutside("rom.header", "bytes"))
        .check(CLASSES);
  }

  @Test
  void bytesKnowNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".bytes..")
        .should()
        .dependOnClassesThat(oursOutside("bytes"))
        .check(CLASSES);
  }

  @Test
  void findingsKnowNothingButBytes() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".finding..")
        .should()
        .dependOnClassesThat(oursOutside("finding", "bytes"))
        .check(CLASSES);
  }

  @Test
  void oneGroupOfPackagesDoesNotKnowItsNeighbours() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".check..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".edit..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlySigningKnowsBouncyCastle() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".sign..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .check(CLASSES);
  }

  @Test
  void nothingButJavaIsNeeded() {
    classes()
        .that()
        .resideOutsideOfPackage(ROOT + ".sign..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + "..", "java..", "org.jspecify.annotations..")
        .check(CLASSES);
  }

  @Test
  void nothingPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void onlyFewClassesTouchTheFileSystem() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(ByteInput.class, FileAccess.class, PciDeviceText.class)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
                .and(
                    DescribedPredicate.describe(
                        "other than an exception's, one in memory or one of no kind",
                        c ->
                            !c.isAssignableTo(Throwable.class)
                                && !c.isEquivalentTo(OutputStream.class)
                                && !c.isEquivalentTo(ByteArrayOutputStream.class))))
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .check(CLASSES);
  }
}
