package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Certificates of CAs, to be asked whether a signature stands under one of them. As in firmware no
 * time is looked at, and a certificate that is not a root will do (edk2 CryptPkcs7VerifyCommon.c:
 * NO_CHECK_TIME, PARTIAL_CHAIN). Needs BouncyCastle.
 */
public final class CaCertificates {

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  /** How many public-key operations an answer may take. */
  private static final int MOST_CHECKS = 64;

  private final List<X509CertificateHolder> authorities;

  private CaCertificates(List<X509CertificateHolder> authorities) {
    this.authorities = authorities;
  }

  /**
   * Reads certificates: one in DER, or as many as there are in PEM (RFC 7468), at most 64.
   *
   * @param file the whole file; what stands between or around certificates in PEM, or behind the
   *     one in DER, is passed over
   * @return the certificates; empty if there is none, if there are more than 64, or if one cannot
   *     be read
   */
  public static Optional<CaCertificates> read(Slice file) {
    try {
      List<X509CertificateHolder> found = new ArrayList<>();
      for (Slice encoded : encoded(file)) {
        if (Der.problem(encoded).isPresent() || found.size() == Pkcs7.MOST_CERTIFICATES) {
          return Optional.empty();
        }
        X509CertificateHolder certificate =
            new X509CertificateHolder(Der.first(encoded).toByteArray());
        X509.of(certificate);
        found.add(certificate);
      }
      return found.isEmpty() ? Optional.empty() : Optional.of(new CaCertificates(found));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<Slice> encoded(Slice file) {
    int at = file.indexOf(BEGIN, 0);
    if (at < 0) {
      return file.length() == 0 ? List.of() : List.of(file);
    }
    List<Slice> found = new ArrayList<>();
    while (at >= 0 && found.size() <= Pkcs7.MOST_CERTIFICATES) {
      int from = at + BEGIN.length();
      int to = file.indexOf(END, from);
      if (to < 0) {
        throw new IllegalArgumentException("a certificate without an end");
      }
      found.add(Slice.of(Base64.getMimeDecoder().decode(file.latin1(from, to - from))));
      at = file.indexOf(BEGIN, to);
    }
    return found;
  }

  /**
   * {@return whether the signer's certificate is one of these, or leads to one of them over
   * certificates of the signature, each signed with the key of the next} False where the signature
   * does not have the signer's certificate. At most 64 signatures of certificates are checked for
   * an answer.
   *
   * @param signature a signature with the certificates that came with it; whether it holds is not
   *     looked at
   */
  public boolean vouchFor(AuthenticodeSignature signature) {
    if (signature.signer().isEmpty()) {
      return false;
    }
    try {
      List<X509CertificateHolder> others = new ArrayList<>();
      for (SignerCertificate other : signature.certificates()) {
        others.add(new X509CertificateHolder(other.encoded().toByteArray()));
      }
      byte[] own = signature.signer().get().encoded().toByteArray();
      return leads(new X509CertificateHolder(own), others);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean leads(X509CertificateHolder first, List<X509CertificateHolder> others) {
    Set<X509CertificateHolder> seen = new HashSet<>();
    List<X509CertificateHolder> open = new ArrayList<>(List.of(first));
    int checks = 0;
    while (!open.isEmpty()) {
      X509CertificateHolder at = open.remove(open.size() - 1);
      if (authorities.contains(at)) {
        return true;
      }
      if (!seen.add(at)) {
        continue;
      }
      for (X509CertificateHolder authority : authorities) {
        if (X509.names(authority, at) && checks++ < MOST_CHECKS && X509.signed(authority, at)) {
          return true;
        }
      }
      for (X509CertificateHolder other : others) {
        if (X509.names(other, at) && checks++ < MOST_CHECKS && X509.signed(other, at)) {
          open.add(other);
        }
      }
    }
    return false;
  }
}
