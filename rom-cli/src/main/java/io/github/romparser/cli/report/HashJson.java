package io.github.romparser.cli.report;

import static io.github.romparser.cli.report.JsonParts.hex4;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomFile;
import io.github.romparser.sign.Authenticode;
import io.github.romparser.sign.AuthenticodeSignature;
import io.github.romparser.sign.AuthenticodeSignature.Check;
import io.github.romparser.sign.DigestAlgorithm;
import io.github.romparser.sign.FileDigests;
import io.github.romparser.sign.Sha256;
import io.github.romparser.sign.SignerCertificate;
import io.github.romparser.sign.TpmEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code hash} found out, for programs. */
final class HashJson implements HashReport {

  private final PrintWriter out;
  private final JsonGenerator json;
  private final Against against;

  HashJson(PrintWriter out, Against against) throws IOException {
    this.out = out;
    this.against = against;
    this.json = JsonParts.generator(out);
  }

  @Override
  public void write(List<HashedFile> files) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    json.writeArrayFieldStart("files");
    for (HashedFile file : files) {
      file(file);
    }
    json.writeEndArray();
    if (against.log().isPresent()) {
      log(against.log().get(), files);
    } else {
      json.writeNullField("eventLog");
    }
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }

  private void file(HashedFile file) throws IOException {
    RomFile rom = file.rom();
    json.writeStartObject();
    JsonParts.file(json, file.name(), rom);
    FileDigests digests = FileDigests.of(rom.bytes());
    json.writeStringField("sha1", digests.sha1());
    json.writeStringField("md5", digests.md5());
    json.writeArrayFieldStart("roms");
    for (RomChain chain : rom.chains()) {
      Slice bytes =
          rom.bytes().clamp(chain.offset() - rom.bytes().offset(), chain.range().length());
      json.writeStartObject();
      json.writeNumberField("offset", chain.offset());
      json.writeNumberField("length", bytes.length());
      json.writeStringField("sha256", Sha256.hex(bytes));
      JsonParts.number(json, "copyOf", chain.copyOf());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("drivers");
    for (HashedDriver driver : file.drivers()) {
      driver(driver);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void driver(HashedDriver hashed) throws IOException {
    Optional<OpenedDriver> driver = hashed.driver();
    Optional<PeImage> pe = driver.flatMap(OpenedDriver::pe);
    Optional<Authenticode> signatures = driver.flatMap(OpenedDriver::signatures);
    json.writeStartObject();
    JsonParts.number(json, "chain", hashed.chain());
    JsonParts.number(json, "image", hashed.image());
    json.writeNumberField("offset", hashed.place().offset());
    if (driver.isPresent()) {
      json.writeBooleanField("compressed", driver.get().loaded().compressed());
      json.writeNumberField("size", driver.get().loaded().bytes().length());
    } else {
      json.writeNullField("compressed");
      json.writeNullField("size");
    }
    json.writeStringField("machine", pe.map(headers -> hex4(headers.machine())).orElse(null));
    if (pe.isPresent()) {
      json.writeNumberField("subsystem", pe.get().subsystem());
    } else {
      json.writeNullField("subsystem");
    }
    json.writeStringField("sha256", driver.map(OpenedDriver::sha256).orElse(null));
    json.writeObjectFieldStart("authenticode");
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      json.writeStringField(algorithm.id(), hashed.digest(algorithm).orElse(null));
    }
    json.writeEndObject();
    json.writeBooleanField("signed", driver.filter(OpenedDriver::signed).isPresent());
    json.writeArrayFieldStart("signatures");
    for (AuthenticodeSignature signature :
        signatures.map(Authenticode::signatures).orElse(List.of())) {
      signature(signature);
    }
    json.writeEndArray();
    json.writeStringField("secureBoot", signatures.map(s -> s.secureBoot().id()).orElse(null));
    if (against.log().isPresent()) {
      json.writeArrayFieldStart("events");
      for (TpmEvent event : hashed.events(against.log().get().log())) {
        json.writeNumber(event.number());
      }
      json.writeEndArray();
    } else {
      json.writeNullField("events");
    }
    JsonParts.findings(json, hashed.findings());
    json.writeEndObject();
  }

  private void signature(AuthenticodeSignature signature) throws IOException {
    json.writeStartObject();
    json.writeNumberField("entry", signature.entry());
    json.writeNumberField("level", signature.level());
    json.writeStringField("verdict", id(signature.verdict()));
    json.writeStringField("algorithm", signature.algorithm().id());
    json.writeStringField("claimedDigest", signature.claimedDigest());
    json.writeStringField("digest", id(signature.digest()));
    json.writeStringField("attributes", id(signature.attributes()));
    json.writeStringField("signature", id(signature.signature()));
    json.writeFieldName("signer");
    if (signature.signer().isPresent()) {
      certificate(signature.signer().get());
    } else {
      json.writeNull();
    }
    json.writeArrayFieldStart("certificates");
    for (SignerCertificate certificate : signature.certificates()) {
      certificate(certificate);
    }
    json.writeEndArray();
    if (signature.timeStamp().isPresent()) {
      json.writeObjectFieldStart("timeStamp");
      json.writeStringField("kind", signature.timeStamp().get().kind().id());
      json.writeStringField("time", signature.timeStamp().get().time().toString());
      json.writeEndObject();
    } else {
      json.writeNullField("timeStamp");
    }
    json.writeStringField("ca", signature.ca().id());
    if (against.ca().isPresent()) {
      json.writeBooleanField("vouchedFor", against.ca().get().vouchFor(signature));
    } else {
      json.writeNullField("vouchedFor");
    }
    json.writeEndObject();
  }

  private static String id(Check check) {
    return check.name().toLowerCase(Locale.ROOT);
  }

  private void certificate(SignerCertificate certificate) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", certificate.subject());
    json.writeStringField("issuer", certificate.issuer());
    json.writeStringField("serial", certificate.serial());
    json.writeStringField("notBefore", certificate.notBefore().toString());
    json.writeStringField("notAfter", certificate.notAfter().toString());
    json.writeStringField("sha256", certificate.sha256());
    json.writeEndObject();
  }

  private void log(NamedLog named, List<HashedFile> files) throws IOException {
    json.writeObjectFieldStart("eventLog");
    json.writeStringField("name", named.name());
    json.writeBooleanField("cryptoAgile", named.log().cryptoAgile());
    json.writeArrayFieldStart("algorithms");
    for (int algorithm : named.log().algorithms()) {
      json.writeString(
          DigestAlgorithm.ofTpm(algorithm).map(DigestAlgorithm::id).orElse(hex4(algorithm)));
    }
    json.writeEndArray();
    json.writeNumberField("events", named.log().events().size());
    json.writeArrayFieldStart("unmatchedDrivers");
    for (TpmEvent event : LogText.others(named.log(), files)) {
      event(event);
    }
    json.writeEndArray();
    JsonParts.findings(json, named.log().findings());
    json.writeEndObject();
  }

  private void event(TpmEvent event) throws IOException {
    json.writeStartObject();
    json.writeNumberField("event", event.number());
    json.writeNumberField("pcr", event.register());
    json.writeStringField("type", LogText.type(event));
    json.writeStringField("devicePath", event.devicePath().map(LogText::path).orElse(null));
    json.writeObjectFieldStart("digests");
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      if (event.digests().containsKey(algorithm)) {
        json.writeStringField(algorithm.id(), event.digests().get(algorithm));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
