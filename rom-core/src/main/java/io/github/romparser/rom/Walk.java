package io.github.romparser.rom;

import java.util.List;

/**
 * One way along a chain.
 *
 * @param images the images on the way, as indexes into {@link RomChain#images()}
 * @param endReason why it ended
 * @param end first byte after the last image on the way, in bytes from the start of the file; never
 *     past the end of the file
 */
public record Walk(List<Integer> images, EndReason endReason, long end) {
  /**
   * Copies the list.
   *
   * @param images copied; indexes into {@link RomChain#images()}
   * @param endReason why the walk ended
   * @param end first byte after the last image on the way, in bytes from the start of the file
   */
  public Walk {
    images = List.copyOf(images);
  }
}
