package io.github.romparser.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.CertificateForge;
import io.github.romparser.testdata.PeForge;
import io.github.romparser.testdata.SignatureForge;
import io.github.romparser.testdata.SignedLayouts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests and verdicts are those of osslsigncode and of sbverify. */
class SigningToolsTest {

  private static final Pattern CALCULATED =
      Pattern.compile("Calculated message digest\\s*: ([0-9A-F]+)");

  @TempDir private Path room;
  private SigningTools tools;

  @BeforeAll
  static void need() {
    SigningTools.need();
  }

  @BeforeEach
  void prepare() throws IOException {
    tools = new SigningTools(room);
  }

  private static List<byte[]> drivers() {
    return List.of(
        PeForge.x64().build(),
        PeForge.x64().size(0x4000).seed(9).build(),
        PeForge.aa64().build(),
        PeForge.x64().machine(PeForge.IA32).build());
  }

  @Test
  void whatSbsignSigns() throws IOException {
    for (byte[] driver : drivers()) {
      same(tools.sbsign(driver), true);
    }
    byte[] twice = tools.sbsign(tools.sbsign(PeForge.x64().build()));
    assertThat(Drivers.read(twice).signatures()).hasSize(2);
    assertThat(Drivers.read(twice).holds()).isTrue();
    assertThat(tools.sbverify(twice).good()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void whatOsslsigncodeSigns(String digest) throws IOException {
    for (byte[] driver : drivers()) {
      byte[] signed = tools.osslsigncode(driver, digest);
      same(signed, true);
      assertThat(Drivers.read(signed).signatures().get(0).algorithm().id()).isEqualTo(digest);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1"})
  void keysOnCurves(String curve) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    CertificateForge certificate =
        CertificateForge.signer("Forged publisher").publicKey(pair.getPublic().getEncoded());
    tools.use(certificate.build(), pair.getPrivate().getEncoded());
    byte[] signed = tools.osslsigncode(PeForge.x64().build(), "sha256");
    same(signed, true);
    signed[0x200] ^= 1;
    same(signed, false);
  }

  @Test
  void whatOsslsigncodeNests() throws IOException {
    byte[] once = tools.osslsigncode(PeForge.x64().build(), "sha1");
    byte[] nested = tools.osslsigncode(once, "sha256", "-nest");
    same(nested, true);
    assertThat(Drivers.read(nested).signatures())
        .extracting(AuthenticodeSignature::level)
        .containsExactly(0, 1);
    assertThat(Drivers.read(nested).broken()).isFalse();
  }

  @Test
  void whatTheForgeSigns() throws IOException {
    for (byte[] driver : drivers()) {
      same(SignatureForge.own().sign(driver), true);
    }
    same(SignatureForge.own().alteredSignature().sign(PeForge.x64().build()), false);
    same(SignatureForge.own().alteredAttributes().sign(PeForge.x64().build()), false);
  }

  @Test
  void whatNobodySigned() throws IOException {
    byte[] driver = SignedLayouts.driver();
    assertThat(tools.sbverify(driver).good()).isFalse();
    assertThat(tools.osslsigncodeVerify(driver).good()).isFalse();
    assertThat(Drivers.read(driver).holds()).isFalse();
    assertThat(calculated(tools.osslsigncodeVerify(tools.sbsign(driver))))
        .isEqualTo(hex(driver, DigestAlgorithm.SHA256));
  }

  @Test
  void whatWasChangedAfterwards() throws IOException {
    List<byte[]> signed = new ArrayList<>();
    signed.add(tools.sbsign(PeForge.x64().build()));
    signed.add(tools.osslsigncode(PeForge.x64().build(), "sha256"));
    Random random = new Random(5);
    for (byte[] file : signed) {
      for (int i = 0; i < 15; i++) {
        byte[] changed = file.clone();
        // Behind the headers, so that it stays a PE file for everybody.
        changed[0x180 + random.nextInt(0x270)] ^= (byte) (1 << random.nextInt(8));
        same(changed, false);
      }
      same(Drivers.with(file, Drivers.CHECKSUM, 0x12345678), true);
    }
  }

  /** Both programs and we say the same. */
  private void same(byte[] file, boolean holds) throws IOException {
    Authenticode read = Drivers.read(file);
    assertThat(read.holds()).isEqualTo(holds);
    SigningTools.Answer ossl = tools.osslsigncodeVerify(file);
    assertThat(ossl.good()).as(ossl.text()).isEqualTo(holds);
    AuthenticodeSignature signature = read.signatures().get(0);
    assertThat(calculated(ossl)).isEqualTo(hex(file, signature.algorithm()));
    assertThat(ossl.text().toLowerCase(Locale.ROOT)).contains(signature.claimedDigest());
    if (signature.algorithm() == DigestAlgorithm.SHA256) {
      SigningTools.Answer sbverify = tools.sbverify(file);
      assertThat(sbverify.good()).as(sbverify.text()).isEqualTo(holds);
    }
  }

  private static String calculated(SigningTools.Answer answer) {
    Matcher matcher = CALCULATED.matcher(answer.text());
    assertThat(matcher.find()).as(answer.text()).isTrue();
    return matcher.group(1).toLowerCase(Locale.ROOT);
  }

  private static String hex(byte[] file, DigestAlgorithm algorithm) {
    return ((AuthenticodeDigest.Covered) Drivers.digest(file)).hex(algorithm);
  }
}
