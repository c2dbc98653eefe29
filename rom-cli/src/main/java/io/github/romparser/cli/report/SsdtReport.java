package io.github.romparser.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.romparser.acpi.ssdt.FwCfgName;
import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.sign.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** The report of {@code acpi ssdt}. */
public final class SsdtReport {

  private static final String QEMU_NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

  private final Console console;
  private final PrintWriter out;

  /**
   * A report.
   *
   * @param outputTaken whether standard output carries the table itself, so that the report has to
   *     go to standard error
   */
  public SsdtReport(Console console, boolean outputTaken) {
    this.console = console;
    this.out = outputTaken ? console.err() : console.out();
  }

  /** Says why nothing was written, and what is worth knowing, on standard error. */
  public void warnings(SsdtResult result) {
    result
        .refusal()
        .ifPresent(
            refusal ->
                console.error(
                    result.name()
                        + ": "
                        + refusal.code().id()
                        + ": "
                        + refusal.message()
                        + " "
                        + refusal
                            .command()
                            .map(c -> c.replace("FILE", Escapes.shell(result.name())))
                            .orElse(refusal.advice())));
    result.remarks().forEach(remark -> console.error("warning: " + remark));
  }

  /** For people. */
  public void text(SsdtResult result) {
    if (result.lines().isEmpty()) {
      return;
    }
    GuestLines lines = result.lines().get();
    out.println(
        Plain.text(result.name())
            + ": ROM of "
            + TextReport.bytes(result.rom().length())
            + " for "
            + result.device());
    for (SsdtResult.Table table : result.tables()) {
      out.println(
          "  " + Plain.text(table.file()) + "  " + TextReport.bytes(table.bytes().length()));
    }
    if (result.source()) {
      out.println();
      out.println("First: iasl " + Plain.text(names(result)));
    }
    block("libvirt, in <domain xmlns:qemu='" + QEMU_NAMESPACE + "'>:", lines.libvirt());
    block("QEMU:", lines.qemu());
    block("Proxmox, in /etc/pve/qemu-server/" + Snippet.VM_ID + ".conf:", lines.proxmox());
    out.println();
    out.println("The card has to be at " + result.device() + " when the guest starts.");
    out.flush();
  }

  private static String names(SsdtResult result) {
    List<String> names =
        result.tables().stream().map(table -> Escapes.shell(table.file())).toList();
    return String.join(" ", names);
  }

  private void block(String title, String lines) {
    out.println();
    out.println(title);
    lines.lines().forEach(line -> out.println("  " + Plain.text(line)));
  }

  /** For programs. */
  public void json(SsdtResult result) throws IOException {
    JsonGenerator json = JsonParts.generator(out);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", JsonParts.SCHEMA_VERSION);
    JsonParts.file(json, result.name(), result.file());
    json.writeStringField("device", result.device().toString());
    json.writeStringField("variant", result.fwCfg().isPresent() ? "fw-cfg" : "embed");
    json.writeStringField("fwCfgName", result.fwCfg().map(FwCfgName::text).orElse(null));
    json.writeStringField("battery", result.battery().id());
    if (result.rom().length() == 0) {
      json.writeNullField("rom");
    } else {
      json.writeObjectFieldStart("rom");
      json.writeNumberField("length", result.rom().length());
      json.writeStringField("sha256", Sha256.hex(result.rom()));
      json.writeEndObject();
    }
    json.writeStringField("format", result.source() ? "asl" : "aml");
    json.writeArrayFieldStart("tables");
    for (SsdtResult.Table table : result.tables()) {
      json.writeStartObject();
      json.writeStringField("file", table.file());
      json.writeStringField("oemTableId", table.oemTableId());
      json.writeNumberField("size", table.bytes().length());
      json.writeStringField("sha256", Sha256.hex(table.bytes()));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (result.lines().isPresent()) {
      json.writeObjectFieldStart("lines");
      json.writeStringField("libvirt", result.lines().get().libvirt());
      json.writeStringField("qemu", result.lines().get().qemu());
      json.writeStringField("proxmox", result.lines().get().proxmox());
      json.writeEndObject();
    } else {
      json.writeNullField("lines");
    }
    json.writeArrayFieldStart("remarks");
    for (String remark : result.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    JsonParts.findings(json, result.refusal().stream().toList());
    json.writeEndObject();
    json.flush();
    out.print('\n');
    out.flush();
  }
}
