package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.PeForge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Questions to consumers, each at a border of what one takes: the last that is taken, the first
 * that no longer is. The steps of all are one golden text.
 */
final class Refusals {

  static final int VENDOR = 0x1002;
  static final int DEVICE = 0x73bf;
  static final int VGA = 0x030000;

  /**
   * A question.
   *
   * @param words as case files write it
   */
  private record Case(String words, Slice file) {}

  /** By name, and in that order in the golden text. */
  private final Map<String, Case> cases = new TreeMap<>();

  void ask(String name, String question, byte[] file) {
    assertThat(cases.put(name, new Case(question, Slice.of(file)))).as(name).isNull();
  }

  /** Compares with the golden text ({@code -Dgolden.write=FOLDER} writes it anew). */
  void assertGolden(String subject) throws IOException {
    List<String> lines = new ArrayList<>();
    cases.forEach(
        (name, asked) -> {
          lines.add("# " + name);
          List<String> words = List.of(asked.words().split(" ", -1));
          CheckInput input = Question.input(words.subList(1, words.size()), asked.file());
          for (String target : words.get(0).split(",", -1)) {
            TraceTest.of(Target.of(target).orElseThrow(), input, lines);
          }
        });
    TraceTest.assertGolden("refusals/" + subject + ".txt", String.join("\n", lines) + "\n");
  }

  static byte[] changed(byte[] file, int at, int... values) {
    byte[] changed = file.clone();
    for (int i = 0; i < values.length; i++) {
      changed[at + i] = (byte) values[i];
    }
    return changed;
  }

  static byte[] word(byte[] file, int at, int value) {
    return changed(file, at, value, value >> 8);
  }

  static byte[] wide(byte[] file, int at, long value) {
    return word(word(file, at, (int) value), at + 2, (int) (value >> 16));
  }

  static int u16(byte[] file, int at) {
    return Slice.of(file).u16(at);
  }

  static ImageForge legacy(int blocks) {
    return ImageForge.legacy(blocks, VENDOR, DEVICE).classCode(VGA);
  }

  static ImageForge efi(int blocks) {
    return ImageForge.efi(blocks, VENDOR, DEVICE, PeForge.x64()).classCode(VGA);
  }

  static byte[] driver() {
    return efi(8).last().build();
  }
}
