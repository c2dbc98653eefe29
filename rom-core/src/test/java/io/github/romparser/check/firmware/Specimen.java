package io.github.romparser.check.firmware;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.RomForge;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A ROM file of which it is known where the image with each tag is. */
final class Specimen {

  private RomForge rom = RomForge.start();
  private final Map<Character, Long> places = new HashMap<>();
  private long length;

  /** Adds an image whose code prints a tag. */
  Specimen image(char tag, ImageForge image) {
    return image(tag, image.build());
  }

  /** The same with its bytes. */
  Specimen image(char tag, byte[] image) {
    places.put(tag, length);
    return bytes(image);
  }

  /** Adds bytes as they are. */
  Specimen bytes(byte[] bytes) {
    rom.bytes(bytes);
    length += bytes.length;
    return this;
  }

  /** Adds padding. */
  Specimen pad(int count, int value) {
    rom.pad(count, value);
    length += count;
    return this;
  }

  /** Cuts off what is behind so many bytes. */
  Specimen cut(int size) {
    rom = RomForge.start().bytes(Arrays.copyOf(rom.build(), size));
    length = size;
    return this;
  }

  /** The file. */
  byte[] build() {
    return rom.build();
  }

  /** The tags of its images. */
  Set<Character> tags() {
    return places.keySet();
  }

  /** Where the image that printed a tag begins, in bytes; empty if none did. */
  OptionalLong place(char tag) {
    Long place = places.get(tag);
    return place == null ? OptionalLong.empty() : OptionalLong.of(place);
  }
}
