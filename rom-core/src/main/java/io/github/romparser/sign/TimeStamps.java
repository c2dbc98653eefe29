package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import io.github.romparser.sign.TimeStamp.Kind;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.tsp.TSTInfo;

/** Reads the time stamp of a signature. One that cannot be read is passed over. */
final class TimeStamps {

  /** SPC_RFC3161_OBJID: Microsoft's own attribute for a token of RFC 3161. */
  private static final ASN1ObjectIdentifier RFC3161 =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");

  private TimeStamps() {}

  static Optional<TimeStamp> of(SignerInfo signer) {
    try {
      return token(signer).or(() -> counterSignature(signer));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<TimeStamp> token(SignerInfo signer) {
    List<ASN1Encodable> tokens =
        Pkcs7.Attributes.values(signer.getUnauthenticatedAttributes(), RFC3161);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    SignedData data = SignedData.getInstance(ContentInfo.getInstance(tokens.get(0)).getContent());
    Slice info =
        Slice.of(ASN1OctetString.getInstance(data.getEncapContentInfo().getContent()).getOctets());
    if (Der.problem(info).isPresent()) {
      return Optional.empty();
    }
    try {
      Date time = TSTInfo.getInstance(Der.first(info).toByteArray()).getGenTime().getDate();
      return Optional.of(new TimeStamp(Kind.RFC3161, time.toInstant()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<TimeStamp> counterSignature(SignerInfo signer) {
    return Pkcs7.Attributes.values(
            signer.getUnauthenticatedAttributes(), CMSAttributes.counterSignature)
        .stream()
        .map(SignerInfo::getInstance)
        .flatMap(
            counter ->
                Pkcs7.Attributes.values(
                    counter.getAuthenticatedAttributes(), CMSAttributes.signingTime)
                    .stream())
        .map(Time::getInstance)
        .map(time -> new TimeStamp(Kind.COUNTER_SIGNATURE, time.getDate().toInstant()))
        .findFirst();
  }
}
