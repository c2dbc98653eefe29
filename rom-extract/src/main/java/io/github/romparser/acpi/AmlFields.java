package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/** The units of a Field (ACPI 6.4 §20.2.5.2, FieldList). */
final class AmlFields {

  private final Slice aml;
  private final int end;
  private final String scope;
  private final AmlName region;
  private final AmlListener listener;
  private int behind;

  AmlFields(Slice aml, int end, String scope, AmlName region, AmlListener listener) {
    this.aml = aml;
    this.end = end;
    this.scope = scope;
    this.region = region;
    this.listener = listener;
  }

  /** Reads the units up to the end, or to what is none. */
  void read(int from) {
    int at = from;
    long bit = 0;
    while (at < end) {
      switch (aml.u8(at)) {
        case 0x00 -> {
          bit += length(at + 1);
          at = behind;
        }
        case 0x01 -> at += 3;
        case 0x02 -> at = connection(at + 1);
        case 0x03 -> at += 4;
        default -> {
          if (!AmlName.isSegment(aml, at)) {
            return;
          }
          long bits = length(at + AmlName.SEGMENT);
          if (behind < 0) {
            return;
          }
          String path = AmlName.child(scope, aml.latin1(at, AmlName.SEGMENT));
          listener.field(path, scope, region, bit, bits);
          bit += bits;
          at = behind;
        }
      }
      if (at < 0) {
        return;
      }
    }
  }

  /** A number of bits in the form of a PkgLength; sets where it ends, or -1. */
  private long length(int from) {
    behind = -1;
    if (from >= end) {
      return 0;
    }
    int lead = aml.u8(from);
    int more = lead >>> 6;
    if (from + more >= end) {
      return 0;
    }
    long length = more == 0 ? lead & 0x3f : lead & 0xf;
    for (int i = 0; i < more; i++) {
      length |= (long) aml.u8(from + 1L + i) << (4 + 8 * i);
    }
    behind = from + 1 + more;
    return length;
  }

  /** A connection is a name or a Buffer. */
  private int connection(int from) {
    if (from < end && aml.u8(from) == 0x11) {
      long length = length(from + 1);
      return behind < 0 || length < 1 ? -1 : (int) Math.min(end, from + 1 + length);
    }
    return AmlName.end(aml, from);
  }
}
