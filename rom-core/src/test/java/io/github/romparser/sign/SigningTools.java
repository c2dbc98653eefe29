package io.github.romparser.sign;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.romparser.testdata.CertificateForge;
import io.github.romparser.testdata.TestKey;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of others that sign and verify: osslsigncode, and sbsign with sbverify. Debian:
 * osslsigncode, sbsigntool.
 */
final class SigningTools {

  private static final List<String> PROGRAMS = List.of("osslsigncode", "sbsign", "sbverify");

  private final Path room;

  /** What a program said, and how it ended. */
  record Answer(int status, String text) {
    boolean good() {
      return status == 0;
    }
  }

  SigningTools(Path room) throws IOException {
    this.room = room;
    use(CertificateForge.signer("Forged driver publisher").build(), TestKey.SIGNER.privateKey());
    pem("ca.pem", "CERTIFICATE", CertificateForge.authority(CertificateForge.CA).build());
  }

  /** Signs from now on with another certificate, which the CA issued, and its key (PKCS #8). */
  void use(byte[] certificate, byte[] key) throws IOException {
    pem("key.pem", "PRIVATE KEY", key);
    pem("leaf.pem", "CERTIFICATE", certificate);
  }

  /** Skips the test, and says so, where they are missing; fails where they must not be. */
  static void need() {
    for (String program : PROGRAMS) {
      if (!installed(program)) {
        String message = program + " is not installed";
        if (Boolean.getBoolean("rom.tools.required")
            || Boolean.parseBoolean(System.getenv("ROM_TOOLS_REQUIRED"))) {
          fail(message);
        }
        System.err.println("SKIPPED: " + message);
        Assumptions.abort(message);
      }
    }
  }

  private static boolean installed(String program) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(File.pathSeparator, -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Signs with osslsigncode. */
  byte[] osslsigncode(byte[] file, String digest, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("osslsigncode", "sign", "-h", digest));
    command.addAll(List.of(more));
    command.addAll(List.of("-certs", "leaf.pem", "-ac", "ca.pem", "-key", "key.pem"));
    command.addAll(List.of("-in", "in.efi", "-out", "out.efi"));
    return sign(file, command);
  }

  /** Signs with sbsign. */
  byte[] sbsign(byte[] file) throws IOException {
    return sign(
        file,
        List.of(
            "sbsign",
            "--key",
            "key.pem",
            "--cert",
            "leaf.pem",
            "--addcert",
            "ca.pem",
            "--output",
            "out.efi",
            "in.efi"));
  }

  private byte[] sign(byte[] file, List<String> command) throws IOException {
    Files.deleteIfExists(room.resolve("out.efi"));
    Files.write(room.resolve("in.efi"), file);
    Answer answer = run(command);
    if (!answer.good()) {
      fail(command + ": " + answer.text());
    }
    return Files.readAllBytes(room.resolve("out.efi"));
  }

  /** What osslsigncode thinks of a file, at a time when the certificates were valid. */
  Answer osslsigncodeVerify(byte[] file) throws IOException {
    Files.write(room.resolve("in.efi"), file);
    // 2024-07-03
    return run(
        List.of(
            "osslsigncode", "verify", "-time", "1720000000", "-CAfile", "ca.pem", "-in", "in.efi"));
  }

  /** What sbverify thinks of a file; it looks at no time. */
  Answer sbverify(byte[] file) throws IOException {
    Files.write(room.resolve("in.efi"), file);
    return run(List.of("sbverify", "--cert", "ca.pem", "in.efi"));
  }

  private Answer run(List<String> command) throws IOException {
    Path out = room.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(room.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("still running: " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    }
    return new Answer(
        process.exitValue(), new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1));
  }

  private void pem(String name, String what, byte[] der) throws IOException {
    Files.writeString(
        room.resolve(name),
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + what
            + "-----\n");
  }
}
