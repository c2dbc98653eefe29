package io.github.romparser.it.spark;

import io.github.romparser.extract.ExtractVerdict;
import io.github.romparser.scan.ScanRow;
import java.io.Serializable;
import java.util.List;

/** What a job keeps of a file: a bean with the columns that it wants. */
public final class RomRow implements Serializable {

  private static final long serialVersionUID = 1;

  private String name = "";
  private long size;
  private String sha256 = "";
  private String kind = "";
  private String verdict = "";
  private List<RomEntry> roms = List.of();
  private List<String> findings = List.of();
  private int deadEnds;
  private String problem = "";

  // tag::row[]
  static RomRow of(ScanRow scanned) {
    RomRow row = new RomRow();
    row.setName(scanned.uri().orElse(scanned.name()));
    row.setSize(scanned.size());
    row.setSha256(scanned.sha256().orElse(""));
    row.setKind(scanned.kind().orElse(""));
    row.setVerdict(scanned.verdict().map(ExtractVerdict::id).orElse(""));
    row.setRoms(scanned.roms().stream().map(RomEntry::of).toList());
    row.setFindings(scanned.findings().stream().map(finding -> finding.code().id()).toList());
    row.setDeadEnds(scanned.deadEnds().size());
    row.setProblem(scanned.problem().orElse(""));
    return row;
  }

  // end::row[]

  /** Everything, for comparing. */
  List<Object> values() {
    return List.of(
        name,
        size,
        sha256,
        kind,
        verdict,
        roms.stream().map(RomEntry::values).toList(),
        List.copyOf(findings),
        deadEnds,
        problem);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public long getSize() {
    return size;
  }

  public void setSize(long size) {
    this.size = size;
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getVerdict() {
    return verdict;
  }

  public void setVerdict(String verdict) {
    this.verdict = verdict;
  }

  public List<RomEntry> getRoms() {
    return roms;
  }

  public void setRoms(List<RomEntry> roms) {
    this.roms = roms;
  }

  public List<String> getFindings() {
    return findings;
  }

  public void setFindings(List<String> findings) {
    this.findings = findings;
  }

  public int getDeadEnds() {
    return deadEnds;
  }

  public void setDeadEnds(int deadEnds) {
    this.deadEnds = deadEnds;
  }

  public String getProblem() {
    return problem;
  }

  public void setProblem(String problem) {
    this.problem = problem;
  }
}
