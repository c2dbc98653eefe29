package io.github.romparser.vendor.nvidia;

import io.github.romparser.bytes.Slice;
import io.github.romparser.vendor.generic.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strings that token 'S' of the BIOS information table leads to: pointers of 2 bytes, each with
 * 1 byte for the longest text (NVIDIA open-gpu-doc, BIT_STRING_PTRS versions 1 and 2). Version 1
 * has no version and no copyright string.
 *
 * @param signOn what the card shows when the machine starts
 * @param version "Version " and the version of the VBIOS
 * @param copyright the copyright notice
 * @param oem who made the chip: "NVIDIA"
 * @param vendor who made the board, mostly "NVIDIA Corporation"
 * @param product name of the board
 * @param revision revision of the board, mostly "Chip Rev"
 * @param others what the specification does not name: "BIOS Certificate Check Failed!!!" (measured)
 */
public record BiosStrings(
    Optional<String> signOn,
    Optional<String> version,
    Optional<String> copyright,
    Optional<String> oem,
    Optional<String> vendor,
    Optional<String> product,
    Optional<String> revision,
    List<String> others) {

  /** Length of a pointer with the longest length, in bytes. */
  private static final int ENTRY = 3;

  /** The version of the data that has version and copyright. */
  private static final int SECOND = 2;

  /** How many pointers are read; 8 is what there is. */
  private static final int MOST = 16;

  /**
   * Copies the list.
   *
   * @param signOn what the card shows when the machine starts; empty if there is none
   * @param version the text with the version of the VBIOS; empty if there is none
   * @param copyright the copyright notice; empty if there is none
   * @param oem who made the chip; empty if it is not told
   * @param vendor who made the board; empty if it is not told
   * @param product name of the board; empty if it is not told
   * @param revision revision of the board; empty if it is not told
   * @param others copied; the texts behind these seven, as far as there are any
   */
  public BiosStrings {
    others = List.copyOf(others);
  }

  /**
   * Reads the strings. One is empty if its pointer is 0 or leads out of the image, or if there are
   * no characters.
   */
  static BiosStrings read(Slice image, Slice data, int dataVersion) {
    List<Optional<String>> texts = new ArrayList<>();
    for (int at = 0; data.has(at, ENTRY) && texts.size() < MOST; at += ENTRY) {
      int pointer = data.u16(at);
      String text = pointer == 0 ? "" : PrintableText.line(image, pointer, data.u8(at + 2));
      texts.add(text.isEmpty() ? Optional.empty() : Optional.of(text));
    }
    if (dataVersion < SECOND) {
      int afterSignOn = Math.min(1, texts.size());
      texts.addAll(afterSignOn, List.of(Optional.empty(), Optional.empty()));
    }
    while (texts.size() < 7) {
      texts.add(Optional.empty());
    }
    return new BiosStrings(
        texts.get(0),
        texts.get(1),
        texts.get(2),
        texts.get(3),
        texts.get(4),
        texts.get(5),
        texts.get(6),
        texts.subList(7, texts.size()).stream().flatMap(Optional::stream).toList());
  }

  /** {@return the version in the version string; empty if there is none in it} */
  public Optional<BiosVersion> biosVersion() {
    return version.flatMap(BiosVersion::in);
  }
}
