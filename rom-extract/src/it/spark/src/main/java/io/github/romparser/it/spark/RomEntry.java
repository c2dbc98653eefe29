package io.github.romparser.it.spark;

import io.github.romparser.scan.ScanRom;
import java.io.Serializable;
import java.util.List;

/** An option ROM in a row: a bean, which is what Spark makes columns of. */
public final class RomEntry implements Serializable {

  private static final long serialVersionUID = 1;

  private String path = "";
  private long offset;
  private long size;
  private String sha256 = "";
  private String ids = "";

  static RomEntry of(ScanRom rom) {
    RomEntry entry = new RomEntry();
    entry.setPath(String.join(" > ", rom.path()));
    entry.setOffset(rom.offset());
    entry.setSize(rom.size());
    entry.setSha256(rom.sha256());
    entry.setIds(String.format("%04x:%04x", rom.vendorId(), rom.deviceId()));
    return entry;
  }

  /** Everything, for comparing. */
  List<Object> values() {
    return List.of(path, offset, size, sha256, ids);
  }

  public String getPath() {
    return path;
  }

  public void setPath(String path) {
    this.path = path;
  }

  public long getOffset() {
    return offset;
  }

  public void setOffset(long offset) {
    this.offset = offset;
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

  public String getIds() {
    return ids;
  }

  public void setIds(String ids) {
    this.ids = ids;
  }
}
