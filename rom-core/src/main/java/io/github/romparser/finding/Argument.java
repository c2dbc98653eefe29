package io.github.romparser.finding;

import java.util.Locale;

/** A value that belongs to a finding. How it is written is decided by its kind. */
public sealed interface Argument {

  /** {@return the value as text for people, in English, without surrounding blanks} */
  String text();

  /**
   * A place in the file, written as a hexadecimal number.
   *
   * @param value in bytes, mostly from the start of the file
   */
  record Offset(long value) implements Argument {
    @Override
    public String text() {
      return "0x" + Long.toHexString(value);
    }
  }

  /**
   * An amount of bytes, written as a decimal number with commas and its unit.
   *
   * @param bytes how many
   */
  record Size(long bytes) implements Argument {
    @Override
    public String text() {
      return String.format(Locale.US, "%,d byte%s", bytes, bytes == 1 ? "" : "s");
    }
  }

  /**
   * A plain number, such as the index of an image.
   *
   * @param value written as a decimal number
   */
  record Count(long value) implements Argument {
    @Override
    public String text() {
      return Long.toString(value);
    }
  }

  /**
   * A raw value of some bits, such as a code type.
   *
   * @param value written as a hexadecimal number
   * @param digits how many digits are written at least, from 1 on; zeros fill them up
   */
  record Hex(long value, int digits) implements Argument {
    @Override
    public String text() {
      return String.format(Locale.US, "0x%0" + digits + "x", value);
    }
  }

  /**
   * A PCI vendor and device id, or those of a subsystem, written with four hexadecimal digits each.
   *
   * @param vendor 16 bits
   * @param device 16 bits
   */
  record PciId(int vendor, int device) implements Argument {
    @Override
    public String text() {
      return String.format(Locale.US, "%04x:%04x", vendor, device);
    }
  }

  /**
   * A term of the field that stands in the file itself, such as the signature of a table.
   *
   * @param text written as it is
   */
  record Term(String text) implements Argument {}

  /**
   * One of a few phrases that fit into a sentence.
   *
   * @param phrase whose words are written
   */
  record Says(Phrase phrase) implements Argument {
    @Override
    public String text() {
      return phrase.text();
    }
  }
}
