package io.github.romparser.finding;

import java.util.Locale;

/** A value that belongs to a finding. How it is written is decided by its kind. */
public sealed interface Argument {

  /** The value as text for people, in English, without surrounding blanks. */
  String text();

  /** A place in the file, in bytes. */
  record Offset(long value) implements Argument {
    @Override
    public String text() {
      return "0x" + Long.toHexString(value);
    }
  }

  /** An amount of bytes. */
  record Size(long bytes) implements Argument {
    @Override
    public String text() {
      return String.format(Locale.US, "%,d byte%s", bytes, bytes == 1 ? "" : "s");
    }
  }

  /** A plain number, such as the index of an image. */
  record Count(long value) implements Argument {
    @Override
    public String text() {
      return Long.toString(value);
    }
  }

  /** A raw value of some bits, such as a code type. */
  record Hex(long value, int digits) implements Argument {
    @Override
    public String text() {
      return String.format(Locale.US, "0x%0" + digits + "x", value);
    }
  }

  /** A PCI vendor and device id. */
  record PciId(int vendor, int device) implements Argument {
    @Override
    public String text() {
      return String.format(Locale.US, "%04x:%04x", vendor, device);
    }
  }

  /** A term of the field that stands in the file itself, such as the signature of a table. */
  record Term(String text) implements Argument {}

  /** One of a few phrases that fit into a sentence. */
  record Says(Phrase phrase) implements Argument {
    @Override
    public String text() {
      return phrase.text();
    }
  }
}
