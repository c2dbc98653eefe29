package io.github.romparser.testdata;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Signs PE files as Authenticode has it (Microsoft, "Windows Authenticode Portable Executable
 * Signature Format"). What comes out is the same every time. The setters change this builder and
 * return it.
 */
public final class SignatureForge {
  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  private static final String INDIRECT_DATA = "1.3.6.1.4.1.311.2.1.4";
  private static final String RSA = "1.2.840.113549.1.1.1";

  /** Where a PE32+ file of the forge has its fields, from "PE\0\0" on. */
  private static final int CHECKSUM = 0x58;

  private static final int MAGIC = 0x18;
  private static final int DIRECTORY = 0xA8;
  private static final int DIRECTORY_PE32 = 0x98;

  private final CertificateForge signer;
  private final List<byte[]> certificates = new ArrayList<>();
  private final List<byte[]> unsigned = new ArrayList<>();
  private String digest = "SHA256";
  private String contentType = INDIRECT_DATA;
  private int signers = 1;
  private boolean attributes = true;
  private boolean alteredAttributes;
  private boolean alteredSignature;

  private SignatureForge(CertificateForge signer) {
    this.signer = signer;
    certificates.add(signer.build());
  }

  /** A signature with SHA-256 by the owner of a certificate, which is in it. */
  public static SignatureForge by(CertificateForge signer) {
    return new SignatureForge(signer);
  }

  /** A signature by somebody whose certificate a forged CA signed; both are in it. */
  public static SignatureForge own() {
    return by(CertificateForge.signer("Forged driver publisher"))
        .with(CertificateForge.authority(CertificateForge.CA));
  }

  /** Adds a certificate. */
  public SignatureForge with(CertificateForge certificate) {
    certificates.add(certificate.build());
    return this;
  }

  /** Leaves out all certificates. */
  public SignatureForge withoutCertificates() {
    certificates.clear();
    return this;
  }

  /** The digest: SHA1, SHA256, SHA384, SHA512, MD5. */
  public SignatureForge digest(String digest) {
    this.digest = digest;
    return this;
  }

  /** Another type of content. */
  public SignatureForge contentType(String oid) {
    this.contentType = oid;
    return this;
  }

  /** So many times the same signer. */
  public SignatureForge signers(int count) {
    this.signers = count;
    return this;
  }

  /** No signed attributes: the signature is over the content itself. */
  public SignatureForge withoutAttributes() {
    this.attributes = false;
    return this;
  }

  /** Signed attributes that name another digest of the content; the signature is over them. */
  public SignatureForge alteredAttributes() {
    this.alteredAttributes = true;
    return this;
  }

  /** A signature with one bit changed. */
  public SignatureForge alteredSignature() {
    this.alteredSignature = true;
    return this;
  }

  /** A time stamp of RFC 3161 in Microsoft's attribute; nobody signed it. */
  public SignatureForge timeStamp(Instant time) {
    byte[] info =
        Der.sequence(
            Der.integer(BigInteger.ONE),
            Der.oid("1.2.3.4"),
            Der.sequence(algorithm("SHA256"), Der.octets(new byte[32])),
            Der.integer(BigInteger.TEN),
            Der.generalizedTime(time));
    byte[] content =
        Der.sequence(Der.oid("1.2.840.113549.1.9.16.1.4"), Der.tag(0xA0, Der.octets(info)));
    byte[] token =
        contentInfo(
            Der.sequence(
                Der.integer(BigInteger.valueOf(3)),
                Der.set(algorithm("SHA256")),
                content,
                Der.set()));
    return unsigned("1.3.6.1.4.1.311.3.3.1", token);
  }

  /** A counter signature with a signing time (PKCS #9 §5.3.6). */
  public SignatureForge counterSignature(Instant time) {
    byte[] signingTime = attribute("1.2.840.113549.1.9.5", Der.utcTime(time));
    return unsigned(
        "1.2.840.113549.1.9.6",
        Der.sequence(
            Der.integer(BigInteger.ONE),
            signer.reference(),
            algorithm("SHA1"),
            Der.tag(0xA0, signingTime),
            Der.sequence(Der.oid(RSA), Der.none()),
            Der.octets(new byte[256])));
  }

  /** A signature of a file nested in this one. */
  public SignatureForge nested(SignatureForge inner, byte[] file) {
    return unsigned("1.3.6.1.4.1.311.2.4.1", inner.blob(file));
  }

  /** An unsigned attribute. */
  public SignatureForge unsigned(String oid, byte[] value) {
    unsigned.add(attribute(oid, value));
    return this;
  }

  /** The file with the signature in a new entry of its certificate table. */
  public byte[] sign(byte[] file) {
    byte[] padded = Arrays.copyOf(file, Canvas.align(file.length, 8));
    return append(padded, 0x0002, blob(padded));
  }

  /**
   * The file with a new entry in its certificate table, which is begun behind the file if there is
   * none yet.
   *
   * @param type such as 0x0002, PKCS #7
   * @param content what follows the header of 8 bytes; padded here to a multiple of 8
   */
  public static byte[] append(byte[] file, int type, byte[] content) {
    int directory = directory(file);
    int entry = Canvas.align(8 + content.length, 8);
    int size = u32(file, directory + 4);
    Canvas signed = new Canvas(Arrays.copyOf(file, file.length + entry));
    if (size == 0) {
      signed.u32(directory, file.length);
    }
    signed.u32(directory + 4, size + entry);
    signed.u32(file.length, entry).u16(file.length + 4, 0x0200).u16(file.length + 6, type);
    return signed.put(file.length + 8, content).bytes();
  }

  /** The signature of a file, PKCS #7. */
  public byte[] blob(byte[] file) {
    byte[] algorithm = algorithm(digest);
    byte[] about =
        Der.sequence(
            Der.oid("1.3.6.1.4.1.311.2.1.15"), // SPC_PE_IMAGE_DATAOBJ
            Der.sequence(Der.bits(), Der.tag(0xA0, Der.tag(0xA2, Der.tag(0x80)))));
    byte[] claimed = Der.sequence(algorithm, Der.octets(digest(digest, digested(file))));
    byte[] content = Der.join(about, claimed);
    byte[][] infos = new byte[signers][];
    Arrays.fill(infos, signerInfo(algorithm, content));
    return contentInfo(
        Der.sequence(
            Der.integer(BigInteger.ONE),
            Der.set(algorithm),
            Der.sequence(Der.oid(contentType), Der.tag(0xA0, Der.sequence(content))),
            Der.tag(0xA0, certificates.toArray(byte[][]::new)),
            Der.set(infos)));
  }

  private byte[] signerInfo(byte[] algorithm, byte[] content) {
    byte[] named = digest(digest, alteredAttributes ? new byte[0] : content);
    byte[] signed =
        Der.join(
            attribute("1.2.840.113549.1.9.3", Der.oid(contentType)),
            attribute("1.2.840.113549.1.9.4", Der.octets(named)));
    byte[] signature = signer.key().sign(digest, attributes ? Der.set(signed) : content);
    if (alteredSignature) {
      signature[signature.length - 1] ^= 1;
    }
    return Der.sequence(
        Der.integer(BigInteger.ONE),
        signer.reference(),
        algorithm,
        attributes ? Der.tag(0xA0, signed) : new byte[0],
        Der.sequence(Der.oid(RSA), Der.none()),
        Der.octets(signature),
        unsigned.isEmpty() ? new byte[0] : Der.tag(0xA1, unsigned.toArray(byte[][]::new)));
  }

  private static byte[] contentInfo(byte[] signedData) {
    return Der.sequence(Der.oid(SIGNED_DATA), Der.tag(0xA0, signedData));
  }

  private static byte[] attribute(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), Der.set(value));
  }

  private static byte[] algorithm(String digest) {
    String oid =
        switch (digest) {
          case "SHA1" -> "1.3.14.3.2.26";
          case "SHA256" -> "2.16.840.1.101.3.4.2.1";
          case "SHA384" -> "2.16.840.1.101.3.4.2.2";
          case "SHA512" -> "2.16.840.1.101.3.4.2.3";
          case "MD5" -> "1.2.840.113549.2.5";
          default -> throw new IllegalArgumentException("no digest is called " + digest);
        };
    return Der.sequence(Der.oid(oid), Der.none());
  }

  /** A digest by its name in Java without a hyphen. */
  public static byte[] digest(String digest, byte[] data) {
    try {
      return MessageDigest.getInstance(digest.replace("SHA", "SHA-")).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What is digested of a file without gaps: all but the checksum, the directory entry of the
   * certificate table, and that table, which stands at the end.
   */
  public static byte[] digested(byte[] file) {
    int checksum = u32(file, 0x3C) + CHECKSUM;
    int directory = directory(file);
    int end = file.length - u32(file, directory + 4);
    return Der.join(
        Arrays.copyOf(file, checksum),
        Arrays.copyOfRange(file, checksum + 4, directory),
        Arrays.copyOfRange(file, directory + 8, end));
  }

  private static int directory(byte[] file) {
    int pe = u32(file, 0x3C);
    boolean pe32 = (file[pe + MAGIC] & 0xFF) == 0x0B && file[pe + MAGIC + 1] == 0x01;
    return pe + (pe32 ? DIRECTORY_PE32 : DIRECTORY);
  }

  private static int u32(byte[] file, int at) {
    return (file[at] & 0xFF)
        | (file[at + 1] & 0xFF) << 8
        | (file[at + 2] & 0xFF) << 16
        | file[at + 3] << 24;
  }
}
