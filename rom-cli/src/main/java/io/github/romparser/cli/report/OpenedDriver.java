package io.github.romparser.cli.report;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.sign.Authenticode;
import io.github.romparser.sign.AuthenticodeDigest;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.Sha256;
import io.github.romparser.sign.SignerCertificate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An EFI driver and what costs to find out about it, found out when asked for and once. */
public final class OpenedDriver {

  private final EfiDriver.Loaded loaded;
  private final BooleanSupplier mayVerify;
  private final Map<DigestAlgorithm, String> digests = new EnumMap<>(DigestAlgorithm.class);
  private @Nullable String sha256;
  private @Nullable AuthenticodeDigest digest;
  private @Nullable Authenticode signatures;

  /**
   * A driver that was taken out of its image.
   *
   * @param mayVerify whether signatures may be read, which is asked once
   */
  OpenedDriver(EfiDriver.Loaded loaded, BooleanSupplier mayVerify) {
    this.loaded = loaded;
    this.mayVerify = mayVerify;
  }

  /** A driver that is a file of its own. */
  public static OpenedDriver ofFile(Slice file, PeImage pe) {
    return new OpenedDriver(
        new EfiDriver.Loaded(file, false, file.length(), Optional.of(pe)), () -> true);
  }

  /** The driver as firmware hands it to its loader. */
  EfiDriver.Loaded loaded() {
    return loaded;
  }

  /** Its headers; empty if it is no executable. */
  Optional<PeImage> pe() {
    return loaded.pe();
  }

  /** SHA-256 of all its bytes. */
  String sha256() {
    String known = sha256;
    if (known == null) {
      known = Sha256.hex(loaded.bytes());
      sha256 = known;
    }
    return known;
  }

  /** What signatures are about; empty if it is no executable. */
  Optional<AuthenticodeDigest> digest() {
    if (digest == null) {
      digest = pe().map(pe -> AuthenticodeDigest.of(loaded.bytes(), pe)).orElse(null);
    }
    return Optional.ofNullable(digest);
  }

  /** The digest that signatures are about; empty if there is none. */
  public Optional<String> digest(DigestAlgorithm algorithm) {
    if (digest().orElse(null) instanceof AuthenticodeDigest.Covered covered) {
      return Optional.of(digests.computeIfAbsent(algorithm, covered::hex));
    }
    return Optional.empty();
  }

  /** Whether there is a certificate table, whatever is in it. */
  boolean signed() {
    return pe().filter(PeImage::signed).isPresent();
  }

  /** Its signatures; empty if it is no executable, or if the file has too many signed ones. */
  public Optional<Authenticode> signatures() {
    if (signatures == null && pe().isPresent() && mayVerify.getAsBoolean()) {
      signatures = Authenticode.of(loaded.bytes(), pe().get());
    }
    return Optional.ofNullable(signatures);
  }

  /** Whose signature it has, the first one's. */
  Optional<String> signer() {
    return signed()
        ? signatures().stream()
            .flatMap(all -> all.signatures().stream())
            .flatMap(signature -> signature.signer().stream())
            .map(SignerCertificate::subject)
            .findFirst()
        : Optional.empty();
  }
}
