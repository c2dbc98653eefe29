package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.romparser.testdata.CertificateForge;
import io.github.romparser.testdata.EventLogForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.SignatureForge;
import io.github.romparser.testdata.SignedLayouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code hash}: digests, verdicts, signature lists, event logs, exit statuses. */
class HashTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Run.of("hash", "--schema").out());

  /** Of the driver of all signed layouts but the altered one. */
  private static final String DIGEST =
      HexFormat.of()
          .formatHex(
              SignatureForge.digest("SHA256", SignatureForge.digested(SignedLayouts.driver())));

  @TempDir private Path folder;

  static Set<String> layouts() {
    return RomForge.names();
  }

  @Test
  void a_driver_as_amd_signs_it() {
    Run run = Run.of("hash", Samples.write(folder, "signed-amd"));
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("  #0 EFI driver         at 0x38, 3,256 bytes when decompressed, x64 boot")
        .contains("    Authenticode sha256   " + DIGEST)
        .contains("    signature 1           holds, SHA-256")
        .contains(
            "      signer                Forged UEFI driver publisher, 2024-01-02 to 2025-01-02")
        .contains("      issuer                Microsoft Corporation UEFI CA 2011")
        .contains("      time stamp            2024-06-07T08:09:10Z (RFC 3161)")
        .contains("run it if db has Microsoft Corporation UEFI CA 2011")
        .contains("note SIG-CA-2011 at 0x38");
  }

  @Test
  void an_altered_driver_is_told() {
    Run run = Run.of("hash", Samples.write(folder, "altered-driver"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("DOES NOT HOLD, SHA-256")
        .contains("      signed was            " + DIGEST)
        .contains("refuse it, unless db has this digest (--esl)")
        .contains("error SIG-BROKEN at 0x240");
  }

  @Test
  void a_rom_without_driver_has_digests_too() {
    Run run = Run.of("hash", Samples.write(folder, "amd-flash"), Samples.write(folder, "minimal"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("  ROM                   12,288 bytes at 0x0\n    sha256");
    assertThat(run.out()).contains("  no EFI driver").contains("    md5      ");
    assertThat(Run.of("hash", Samples.write(folder, "turing-nvgi3")).out())
        .contains("  ROM                   16,384 bytes at 0x9600, the same bytes as ROM 1");
  }

  @Test
  void what_cannot_be_taken_out_is_told() {
    byte[] bytes = RomForge.named("signed-amd");
    bytes[0x3f] = 0x7f; // more than a driver may have when decompressed
    Run run = Run.with(bytes, "hash", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("cannot be taken out").contains("error EFI-DECOMP");
    byte[] outside = RomForge.named("signed-driver");
    outside[0x200 + 0x17] = 0x7f;
    assertThat(Run.with(outside, "hash", "-").out()).contains("error EFI-OFFSET");
    byte[] packed = RomForge.named("signed-amd");
    packed[0x17] = 0x7f;
    assertThat(Run.with(packed, "hash", "-").out())
        .contains("error EFI-OFFSET")
        .doesNotContain("EFI-DECOMP");
    byte[] none = RomForge.named("signed-driver");
    none[0x240] = 0;
    assertThat(Run.with(none, "hash", "-").out()).contains(", no executable").contains("EFI-PE");
  }

  @Test
  void a_bare_driver_is_taken_as_it_is() {
    Run run = Run.of("hash", Samples.write(folder, "gop.efi", SignedLayouts.driverOf2011()));
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("  EFI driver            at 0x0, 3,256 bytes, x64")
        .contains("    Authenticode sha256   " + DIGEST);
    byte[] cut = Arrays.copyOf(SignedLayouts.driver(), 0x300);
    Run broken = Run.with(cut, "hash", "-");
    assertThat(broken.out()).contains("Authenticode sha256   none").contains("SIG-NO-DIGEST");
  }

  @Test
  void the_list_holds_each_digest_once() throws IOException {
    Path list = folder.resolve("out.esl");
    String rom = Samples.write(folder, "signed-driver");
    String other = Samples.write(folder, "altered-driver");
    String owner = "00112233-4455-6677-8899-AABBCCDDEEFF";
    Run run = Run.of("hash", rom, other, rom, "--esl", list.toString(), "--owner", owner, "--json");
    assertThat(run.status()).isEqualTo(1);
    String hex = HexFormat.of().formatHex(Files.readAllBytes(list));
    assertThat(hex)
        .startsWith("2616c4c14c509240aca941f9369343287c0000000000000030000000")
        .contains("33221100554477668899aabbccddeeff" + DIGEST)
        .hasSize(2 * (28 + 2 * 48));
    Run again = Run.of("hash", rom, "--esl", list.toString());
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("exists already; --force replaces it");
    assertThat(again.out()).isEmpty();
    assertThat(Run.of("hash", rom, "--esl", list.toString(), "--force").status()).isZero();
    assertThat(Files.readAllBytes(list)).hasSize(28 + 48);
    assertThat(Run.of("hash", rom, "--esl", rom, "--force").err()).contains("is the input");
    Run none = Run.of("hash", Samples.write(folder, "minimal"), "--esl", folder + "/none.esl");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("no driver with a digest, so no list is written");
    assertThat(folder.resolve("none.esl")).doesNotExist();
  }

  @Test
  void an_event_log_is_searched() {
    byte[] foreign = SignedLayouts.driver();
    foreign[0x300] ^= 1;
    byte[] log =
        EventLogForge.agile("SHA1", "SHA256")
            .text(0, EventLogForge.SEPARATOR, "x")
            .driver(SignedLayouts.driver(), 1, 0)
            .driver(foreign, 2, 0)
            .build();
    String name = Samples.write(folder, "log", log);
    String rom = Samples.write(folder, "signed-amd");
    Run run = Run.of("hash", rom, "--eventlog", name);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "    event log             event 1, PCR 2, EV_EFI_BOOT_SERVICES_DRIVER,"
                + " PciRoot(0x0)/Pci(0x1,0x0)/Pci(0x0,0x0)/Offset(0x600,0xfff)")
        .contains(name + ": 3 events with sha1, sha256")
        .contains("in none of these files:\n    event 2, PCR 2, EV_EFI_BOOT_SERVICES_DRIVER,");
    Run none = Run.of("hash", Samples.write(folder, "altered-driver"), "--eventlog", name);
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.out()).contains("    event log             NOT in it");
    byte[] cut = Arrays.copyOf(log, log.length - 1);
    Run broken = Run.with(cut, "hash", rom, "--eventlog", "-");
    assertThat(broken.out())
        .contains("warning LOG-BROKEN")
        .contains("no driver was measured that is in none of these files");
    JsonNode report = json(Run.of("hash", rom, "--eventlog", name, "--json"));
    assertThat(report.at("/files/0/drivers/0/events").toString()).isEqualTo("[1]");
    assertThat(report.at("/eventLog/unmatchedDrivers/0/event").asInt()).isEqualTo(2);
    assertThat(report.at("/eventLog/algorithms").toString()).isEqualTo("[\"sha1\",\"sha256\"]");
  }

  @Test
  void given_certificates_vouch_or_not() {
    byte[] root = CertificateForge.authority(CertificateForge.CA).build();
    byte[] other = CertificateForge.authority("Other CA").build();
    String rom = Samples.write(folder, "signed-driver");
    assertThat(Run.of("hash", rom, "--ca", Samples.write(folder, "ca.der", root)).out())
        .contains("      given CA              vouches for the signer");
    Run run = Run.of("hash", rom, "--json", "--ca", Samples.write(folder, "other.der", other));
    assertThat(json(run).at("/files/0/drivers/0/signatures/0/vouchedFor").asBoolean()).isFalse();
    assertThat(Run.of("hash", rom, "--ca", rom).err()).contains("no certificate in PEM or DER");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void json_fits_its_schema(String layout) {
    JsonNode report = json(Run.with(RomForge.named(layout), "hash", "-", "--json"));
    assertThat(report.get("files")).hasSize(1);
    assertThat(SCHEMA.validate("{\"schemaVersion\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void json_has_the_promised_values() {
    JsonNode report = json(Run.with(RomForge.named("signed-amd"), "hash", "-", "--json"));
    JsonNode driver = report.at("/files/0/drivers/0");
    assertThat(driver.at("/authenticode/sha256").asString()).isEqualTo(DIGEST);
    assertThat(driver.get("secureBoot").asString()).isEqualTo("ca-2011");
    assertThat(driver.at("/signatures/0/verdict").asString()).isEqualTo("holds");
    assertThat(driver.at("/signatures/0/timeStamp/time").asString())
        .isEqualTo("2024-06-07T08:09:10Z");
    assertThat(report.get("eventLog").isNull()).isTrue();
    JsonNode show = JSON.readTree(Run.with(RomForge.named("signed-amd"), "--json", "-").out());
    JsonNode efi = show.at("/chains/0/images/0/efi");
    assertThat(efi.get("authenticodeSha256").asString()).isEqualTo(DIGEST);
    assertThat(efi.get("peSha256").asString()).isEqualTo(driver.get("sha256").asString());
    assertThat(efi.get("signer").asString()).isEqualTo("Forged UEFI driver publisher");
  }

  @Test
  void show_tells_who_signed() {
    Run plain = Run.with(RomForge.named("signed-driver"), "-");
    assertThat(plain.out()).containsPattern("not compressed,\\s+signed, LAST");
    Run verbose = Run.with(RomForge.named("signed-driver"), "-v", "-");
    assertThat(verbose.out())
        .contains("      Authenticode sha256    " + DIGEST)
        .contains("      signature              holds, SHA-256, Forged driver publisher, under");
    assertThat(Run.with(RomForge.named("efi-only"), "-").out()).contains("not signed");
  }

  @Test
  void check_refuses_what_does_not_hold_where_it_is_verified() {
    byte[] arm = RomForge.named("signed-aa64");
    String[] command = {"check", "-", "--for", "ovmf", "--arch", "aa64", "--secure-boot"};
    assertThat(Run.with(arm, command).status()).isZero();
    arm[0x300] ^= 1;
    Run run = Run.with(arm, command);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("NOT usable for ovmf").contains("error SIG-BROKEN");
    byte[] x86 = RomForge.named("altered-driver");
    assertThat(Run.with(x86, "check", "-", "--for", "ovmf", "--secure-boot").out())
        .contains("usable for ovmf")
        .contains("warning SIG-BROKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "--owner 00112233-4455-6677-8899-aabbccddeeff, --esl OUT is missing",
    "--esl x --owner 1-2-3-4-5, not a GUID",
    "--eventlog /nowhere/log, '/nowhere/log: No such file'",
    "--ca /nowhere/ca, '/nowhere/ca: No such file'",
    "--eventlog -, standard input can be read only once",
    "--esl /nowhere/list, 'No such folder'",
  })
  void wrong_usage_is_one_clear_line(String options, String message) {
    String[] command = ("hash - " + options).split(" ", -1);
    Run run = Run.with(RomForge.named("signed-amd"), command);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rom-parser: ").contains(message);
  }

  @Test
  void no_file_and_bad_files() {
    assertThat(Run.of("hash").err()).contains("no file given");
    Run missing = Run.of("hash", folder + "/none.rom", Samples.write(folder, "signed-amd"));
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.out()).contains("signed-amd.rom: PCI option ROM");
    Run notALog =
        Run.with(new byte[0], "hash", Samples.write(folder, "minimal"), "--eventlog", "-");
    assertThat(notALog.err()).contains("not a TPM event log");
  }

  private static JsonNode json(Run run) {
    assertThat(SCHEMA.validate(run.out(), InputFormat.JSON)).isEmpty();
    return JSON.readTree(run.out());
  }
}
