package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/**
 * A Buffer that may hold a ROM or a part of one.
 *
 * @param table index of the table or file that it stands in
 * @param scope where its name is: objects of one scope belong together
 * @param name the last segment of its name; empty where it has none
 * @param bytes its initialiser
 * @param size in bytes, as it is declared; what the initialiser leaves out is zero
 */
record RomPiece(int table, String scope, String name, Slice bytes, long size) {

  /** Smaller Buffers hold nothing of a ROM that could be told. */
  static final int LEAST = 64;

  /** The name without the underscores that fill it up. */
  private String plainName() {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '_') {
      end--;
    }
    return name.substring(0, end);
  }

  /** Scope and name without its number: what pieces of one ROM have in common. */
  String series() {
    String plain = plainName();
    int end = plain.length();
    while (end > 0 && Character.digit(plain.charAt(end - 1), 16) >= 0) {
      end--;
    }
    return scope + " " + plain.substring(0, end);
  }

  /** The name so that numbers come in their order, also where they have no zeros in front. */
  String order() {
    String plain = plainName();
    return (char) ('0' + plain.length()) + plain;
  }
}
