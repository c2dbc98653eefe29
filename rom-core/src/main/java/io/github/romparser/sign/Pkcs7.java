package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import io.github.romparser.sign.AuthenticodeSignature.Check;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Reads PKCS#7 signatures (RFC 2315 §9) with BouncyCastle, which sees nothing whose shape {@link
 * Der} does not vouch for. Whatever it throws becomes a problem of the signature.
 */
final class Pkcs7 {

  /** SPC_INDIRECT_DATA_OBJID: the content of a signature over an executable. */
  private static final String INDIRECT_DATA = "1.3.6.1.4.1.311.2.1.4";

  /** szOID_NESTED_SIGNATURE: an unsigned attribute with further signatures. */
  private static final ASN1ObjectIdentifier NESTED =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

  /** How many certificates of a signature are read. */
  static final int MOST_CERTIFICATES = 64;

  /** How deep signatures in signatures are read. */
  private static final int MOST_LEVELS = 4;

  private final AuthenticodeDigest digest;
  private final int entry;
  private final List<AuthenticodeSignature> signatures;
  private final Set<SignatureProblem> problems;

  /**
   * For one entry of a certificate table.
   *
   * @param signatures takes what is read
   * @param problems takes what cannot be
   */
  Pkcs7(
      AuthenticodeDigest digest,
      int entry,
      List<AuthenticodeSignature> signatures,
      Set<SignatureProblem> problems) {
    this.digest = digest;
    this.entry = entry;
    this.signatures = signatures;
    this.problems = problems;
  }

  /** Reads a signature and those that are nested in it; bytes may follow. */
  void read(Slice blob) {
    Optional<SignatureProblem> shape = Der.problem(blob);
    if (shape.isPresent()) {
      problems.add(shape.get());
      return;
    }
    try {
      signedData(ContentInfo.getInstance(Der.first(blob).toByteArray()), 0);
    } catch (RuntimeException | IOException e) {
      problems.add(SignatureProblem.NOT_AUTHENTICODE);
    }
  }

  private void signedData(ContentInfo info, int level) throws IOException {
    if (signatures.size() == Authenticode.MOST_SIGNATURES || level == MOST_LEVELS) {
      problems.add(SignatureProblem.TOO_MANY);
      return;
    }
    SignedData data = SignedData.getInstance(info.getContent());
    ContentInfo content = data.getEncapContentInfo();
    if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)
        || !content.getContentType().getId().equals(INDIRECT_DATA)) {
      problems.add(SignatureProblem.NOT_AUTHENTICODE);
      return;
    }
    if (data.getSignerInfos().size() != 1) {
      problems.add(SignatureProblem.SIGNERS);
      return;
    }
    SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    // SpcIndirectDataContent: what it is about, then DigestInfo.
    ASN1Sequence indirect = ASN1Sequence.getInstance(content.getContent());
    DigestInfo claimed = DigestInfo.getInstance(indirect.getObjectAt(1));
    Optional<DigestAlgorithm> algorithm =
        DigestAlgorithm.ofOid(claimed.getAlgorithmId().getAlgorithm().getId());
    if (algorithm.isEmpty()) {
      problems.add(SignatureProblem.DIGEST_UNKNOWN);
    } else {
      signatures.add(signature(level, data, signer, indirect, claimed, algorithm.get()));
    }
    for (ASN1Encodable nested : Attributes.values(signer.getUnauthenticatedAttributes(), NESTED)) {
      signedData(ContentInfo.getInstance(nested), level + 1);
    }
  }

  private AuthenticodeSignature signature(
      int level,
      SignedData data,
      SignerInfo signer,
      ASN1Sequence indirect,
      DigestInfo claimed,
      DigestAlgorithm algorithm)
      throws IOException {
    if (claimed.getDigest().length != algorithm.length()) {
      throw new IllegalArgumentException("a digest of another length");
    }
    String claimedDigest = HexFormat.of().formatHex(claimed.getDigest());
    List<X509CertificateHolder> certificates = certificates(data);
    int own = own(signer, certificates);
    // The digest is over the content's octets without tag and length (RFC 2315 §9.3).
    Slice signed = Der.content(Slice.of(indirect.getEncoded(ASN1Encoding.DL)));
    Check check = Check.UNCHECKED;
    if (own < 0) {
      problems.add(SignatureProblem.NO_CERTIFICATE);
    } else {
      check = new SignerCheck(signer).against(certificates.get(own), signed);
      if (check == Check.UNCHECKED) {
        problems.add(SignatureProblem.KEY_UNKNOWN);
      }
    }
    Check whole = Check.UNCHECKED;
    if (digest instanceof AuthenticodeDigest.Covered covered) {
      whole = Check.of(covered.hex(algorithm).equals(claimedDigest));
    }
    List<SignerCertificate> others = new ArrayList<>();
    for (int i = 0; i < certificates.size(); i++) {
      if (i != own) {
        others.add(X509.of(certificates.get(i)));
      }
    }
    return new AuthenticodeSignature(
        entry,
        level,
        algorithm,
        claimedDigest,
        whole,
        attributes(signer, signed),
        check,
        own < 0 ? Optional.empty() : Optional.of(X509.of(certificates.get(own))),
        others,
        TimeStamps.of(signer),
        own < 0 ? MicrosoftCa.OTHER : X509.authority(own, certificates));
  }

  private List<X509CertificateHolder> certificates(SignedData data) {
    ASN1Set set = data.getCertificates();
    List<X509CertificateHolder> certificates = new ArrayList<>();
    for (ASN1Encodable certificate : set == null ? Collections.<ASN1Encodable>emptyList() : set) {
      if (certificates.size() == MOST_CERTIFICATES) {
        problems.add(SignatureProblem.TOO_LARGE);
        break;
      }
      certificates.add(new X509CertificateHolder(Certificate.getInstance(certificate)));
    }
    return certificates;
  }

  /**
   * Index of the signer's certificate, or -1. Names are compared byte by byte: by their meaning, it
   * would take time that grows with the square of their length.
   */
  private static int own(SignerInfo signer, List<X509CertificateHolder> certificates)
      throws IOException {
    IssuerAndSerialNumber wanted = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
    byte[] issuer = wanted.getName().getEncoded();
    for (int i = 0; i < certificates.size(); i++) {
      X509CertificateHolder certificate = certificates.get(i);
      if (certificate.getSerialNumber().equals(wanted.getSerialNumber().getValue())
          && Arrays.equals(certificate.getIssuer().getEncoded(), issuer)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the signed attributes name the digest of the content; without any there is no need. */
  private static Check attributes(SignerInfo signer, Slice content) {
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    if (attributes == null) {
      return Check.HOLDS;
    }
    Optional<DigestAlgorithm> algorithm =
        DigestAlgorithm.ofOid(signer.getDigestAlgorithm().getAlgorithm().getId());
    if (algorithm.isEmpty()) {
      return Check.UNCHECKED;
    }
    List<ASN1Encodable> values = Attributes.values(attributes, CMSAttributes.messageDigest);
    if (values.size() != 1) {
      return Check.BROKEN;
    }
    byte[] named = ASN1OctetString.getInstance(values.get(0)).getOctets();
    return Check.of(HexFormat.of().formatHex(named).equals(algorithm.get().hex(List.of(content))));
  }

  /** Attributes of a signer (RFC 2315 §9.2). */
  static final class Attributes {

    private Attributes() {}

    /** The values of the first attribute with this object identifier; none if there is none. */
    static List<ASN1Encodable> values(@Nullable ASN1Set attributes, ASN1ObjectIdentifier id) {
      for (ASN1Encodable element :
          attributes == null ? Collections.<ASN1Encodable>emptyList() : attributes) {
        Attribute attribute = Attribute.getInstance(element);
        if (attribute.getAttrType().equals(id)) {
          return List.of(attribute.getAttrValues().toArray());
        }
      }
      return List.of();
    }
  }
}
