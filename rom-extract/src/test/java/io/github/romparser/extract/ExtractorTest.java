package io.github.romparser.extract;

import static io.github.romparser.extract.BoxHandler.box;
import static io.github.romparser.extract.BoxHandler.join;
import static io.github.romparser.extract.BoxHandler.runs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.sign.Sha256;
import io.github.romparser.testdata.RomForge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search itself, with a made-up container. */
@Timeout(60)
class ExtractorTest {

  private static final byte[] ROM = RomForge.named("minimal");
  private static final byte[] OTHER = RomForge.named("amd-apu");
  private static final String SHA = Sha256.hex(Slice.of(ROM));

  private static final ExtractOptions OPTIONS =
      ExtractOptions.usual().handlers(List.of(new BoxHandler())).threads(1);

  private static Extraction extract(byte[] blob) {
    return extract(blob, OPTIONS);
  }

  private static Extraction extract(byte[] blob, ExtractOptions options) {
    return Extractor.extract("blob", Slice.of(blob), options);
  }

  private static byte[] noise(int size, long seed) {
    byte[] noise = new byte[size];
    new SplittableRandom(seed).nextBytes(noise);
    return noise;
  }

  private static List<String> shas(Extraction found) {
    return found.roms().stream().map(FoundRom::sha256).toList();
  }

  private static List<FindingCode> codes(Extraction found) {
    return found.findings().stream().map(Finding::code).toList();
  }

  @Test
  void a_rom_is_found_at_every_offset() {
    for (int before = 1; before < 600; before += before < 40 ? 1 : 37) {
      Extraction found = extract(join(noise(before, before), ROM, noise(100, 1)));
      assertThat(shas(found)).as("behind %d bytes", before).containsExactly(SHA);
      assertThat(found.roms().get(0).sources())
          .containsExactly(new Source(List.of("blob"), before));
      assertThat(found.verdict()).isEqualTo(ExtractVerdict.FOUND);
      assertThat(found.roms().get(0).bytes().toByteArray()).isEqualTo(ROM);
    }
  }

  @Test
  void a_file_that_is_a_rom_is_listed_itself() {
    Extraction found = extract(ROM);
    assertThat(found.verdict()).isEqualTo(ExtractVerdict.ALREADY_A_ROM);
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(codes(found)).containsExactly(FindingCode.ALREADY_A_ROM);
    Extraction flash = extract(RomForge.named("turing-nvgi3"));
    assertThat(flash.verdict()).isEqualTo(ExtractVerdict.ALREADY_A_ROM);
  }

  @Test
  void the_way_to_a_rom_is_told() {
    byte[] blob = join(noise(16, 1), box('s', join(noise(8, 2), box('x', join(noise(4, 3), ROM)))));
    Extraction found = extract(blob);
    assertThat(found.roms()).hasSize(1);
    assertThat(found.roms().get(0).sources())
        .containsExactly(new Source(List.of("blob", "box/stored", "box/turned"), 4));
    assertThat(found.deadEnds()).isEmpty();
  }

  @Test
  void the_same_bytes_are_one_rom_with_all_places_and_two_roms_of_one_device_are_two() {
    byte[] twin = ROM.clone();
    twin[twin.length - 2] ^= 1;
    Extraction found = extract(join(noise(3, 1), ROM, noise(5, 2), box('x', ROM), twin, ROM));
    assertThat(found.roms()).hasSize(2);
    assertThat(found.roms().get(0).sources())
        .containsExactly(
            new Source(List.of("blob"), 3),
            new Source(List.of("blob", "box/turned"), 0),
            new Source(List.of("blob"), 3 + ROM.length + 5 + 9 + 2L * ROM.length));
    assertThat(found.roms().get(0).fileName()).isNotEqualTo(found.roms().get(1).fileName());
    assertThat(found.roms().get(0).fileName()).matches("[0-9a-f]{4}-[0-9a-f]{4}_[0-9a-f]{8}\\.rom");
  }

  @Test
  void a_rom_that_is_cut_off_is_no_rom_but_a_dead_end() {
    Extraction found = extract(join(noise(64, 1), Arrays.copyOf(ROM, ROM.length - 1)));
    assertThat(found.roms()).isEmpty();
    assertThat(found.verdict()).isEqualTo(ExtractVerdict.NOT_UNPACKABLE);
    assertThat(found.deadEnds()).hasSize(1);
    assertThat(found.deadEnds().get(0).trouble().reason()).isEqualTo(Trouble.Reason.TRUNCATED);
    assertThat(found.deadEnds().get(0).trouble().offset()).isEqualTo(64);
    assertThat(codes(found)).containsExactly(FindingCode.NOT_UNPACKED);
  }

  @Test
  void what_lies_in_a_rom_is_the_roms_and_what_lies_in_a_box_is_the_boxs() {
    byte[] inner = box('s', OTHER);
    byte[] rom = ROM.clone();
    // A ROM with a right sum and a last mark keeps what is in it, if the sum stays right.
    Extraction found = extract(join(noise(1, 1), rom, inner));
    assertThat(found.roms()).hasSize(2);
    assertThat(found.roms().get(1).sources().get(0).path()).containsExactly("blob", "box/stored");
  }

  @Test
  void every_byte_is_accounted_for() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 60; round++) {
      List<byte[]> parts = new ArrayList<>();
      for (int i = random.nextInt(1, 8); i > 0; i--) {
        parts.add(
            switch (random.nextInt(6)) {
              case 0 -> noise(random.nextInt(1, 500), random.nextLong());
              case 1 -> new byte[random.nextInt(1, 500)];
              case 2 -> ROM;
              case 3 -> box('s', join(noise(random.nextInt(300), 3), OTHER));
              case 4 -> box('?', noise(random.nextInt(300), 4));
              default -> box('x', noise(random.nextInt(1, 300), 5));
            });
      }
      byte[] blob = join(parts.toArray(byte[][]::new));
      Extraction found = extract(blob);
      // Children of the file itself cover it without gap or overlap, unless it is one area.
      List<Part> top = found.parts().stream().filter(p -> p.parent() == 0).toList();
      long at = 0;
      for (Part part : top) {
        assertThat(part.range().offset()).isEqualTo(at);
        at = part.range().end();
      }
      assertThat(top.isEmpty() ? blob.length : at).isEqualTo(blob.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 16})
  void many_threads_give_the_same_in_the_same_order(int threads) {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 20; round++) {
      byte[] blob = tree(random, 4);
      Extraction one = extract(blob);
      Extraction many = extract(blob, OPTIONS.threads(threads));
      assertThat(many.roms()).isEqualTo(one.roms());
      assertThat(many.parts()).isEqualTo(one.parts());
      assertThat(many.deadEnds()).isEqualTo(one.deadEnds());
      assertThat(many.findings()).isEqualTo(one.findings());
    }
  }

  private static byte[] tree(SplittableRandom random, int depth) {
    List<byte[]> parts = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      parts.add(
          switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> noise(random.nextInt(1, 900), random.nextLong());
            case 1 -> ROM;
            case 2 -> OTHER;
            case 3 -> box("f?e".charAt(random.nextInt(3)), noise(40, 2));
            case 4 -> runs(1 << 20, 0, 100, 1);
            default -> box(random.nextBoolean() ? 'x' : 's', tree(random, depth - 1));
          });
    }
    return join(parts.toArray(byte[][]::new));
  }

  @Test
  void a_handler_that_fails_is_a_dead_end_and_the_work_goes_on() {
    for (char kind : new char[] {'f', 'e', 'p'}) {
      Extraction found = extract(join(box(kind, noise(9, 1)), ROM));
      assertThat(shas(found)).containsExactly(SHA);
      assertThat(found.deadEnds())
          .extracting(d -> d.trouble().reason())
          .containsExactly(Trouble.Reason.FAILED);
      assertThat(found.deadEnds().get(0).trouble().detail()).startsWith("box: ");
    }
  }

  @Test
  void half_a_decoding_is_searched_and_told() {
    byte[] broken = join(runs(64, 7), new byte[0]);
    byte[] cut = box('r', Arrays.copyOfRange(broken, 9, broken.length - 1));
    Extraction found = extract(join(cut, ROM));
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(found.deadEnds().get(0).trouble().reason()).isEqualTo(Trouble.Reason.TRUNCATED);
  }

  // ---- the budget --------------------------------------------------------------------------

  @Test
  void a_bomb_is_a_dead_end() {
    byte[] bomb = runs(0x7fff_ffffL, 0, 0x7fff_ffffL, 0);
    Extraction found = extract(join(bomb, ROM));
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(found.deadEnds().get(0).trouble().reason()).isEqualTo(Trouble.Reason.LIMIT);
    // The ratio is what stops it: a few bytes may not become more than 64 MiB.
    assertThat(found.deadEnds().get(0).trouble().detail())
        .isEqualTo("more than " + Budget.RATIO_FROM + " bytes after decoding");
  }

  @Test
  void bombs_in_a_row_do_not_decode_more_than_is_allowed() {
    byte[] run = runs(1 << 20, 1);
    byte[][] many = new byte[50][];
    Arrays.fill(many, run);
    Budget budget = Budget.usual().bytes(2 << 20, 4 << 20, 10 << 20);
    Extraction found = extract(join(join(many), ROM), OPTIONS.with(budget));
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(found.deadEnds()).hasSize(40);
    Extraction threads = extract(join(join(many), ROM), OPTIONS.with(budget).threads(4));
    assertThat(threads.deadEnds()).isEqualTo(found.deadEnds());
  }

  @Test
  void boxes_in_boxes_end_at_the_depth_and_roms_are_still_looked_for() {
    byte[] deep = join(noise(2, 1), ROM);
    for (int i = 0; i < 40; i++) {
      deep = box('s', deep);
    }
    Extraction found = extract(deep);
    // Stored boxes: the ROM stands there for everybody to see.
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(found.roms().get(0).sources().get(0).path()).hasSize(17);
    byte[] turned = ROM;
    for (int i = 0; i < 40; i++) {
      turned = box('x', turned);
    }
    assertThat(extract(turned).roms()).isEmpty();
  }

  @Test
  void thousands_of_boxes_that_each_hold_the_rest_are_no_quadratic_work() {
    byte[] many = new byte[9 * 5000 + ROM.length];
    for (int i = 0; i < 5000; i++) {
      byte[] head = box('s', new byte[0]);
      System.arraycopy(head, 0, many, 9 * i, 9);
      int length = many.length - 9 * i;
      for (int k = 0; k < 4; k++) {
        many[9 * i + 4 + k] = (byte) (length >>> (8 * k));
      }
    }
    System.arraycopy(ROM, 0, many, 9 * 5000, ROM.length);
    Extraction found = extract(many);
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(found.parts().size()).isLessThan(200);
  }

  @Test
  void too_many_parts_end_the_search_with_what_was_found() {
    byte[][] many = new byte[300][];
    Arrays.fill(many, box('s', noise(3, 1)));
    Budget budget = Budget.usual().counts(16, 96, 100);
    Extraction found = extract(join(ROM, join(many)), OPTIONS.with(budget));
    assertThat(shas(found)).containsExactly(SHA);
    assertThat(found.parts()).hasSizeLessThanOrEqualTo(101);
    assertThat(codes(found)).contains(FindingCode.SEARCH_ENDED);
  }

  @Test
  void time_ends_the_search_with_what_was_found() {
    Budget budget = Budget.usual().within(Duration.ofMillis(300));
    byte[] blob = join(noise(1, 1), ROM, box('l', new byte[0]), box('l', new byte[0]), OTHER);
    long begin = System.nanoTime();
    Extraction found = extract(blob, OPTIONS.with(budget));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    assertThat(shas(found)).contains(SHA);
  }

  @Test
  void a_search_can_be_cancelled() {
    AtomicInteger asked = new AtomicInteger();
    ExtractOptions options =
        new ExtractOptions(
            Budget.usual(),
            2,
            List.of(new BoxHandler()),
            ExtractListener.NONE,
            () -> asked.incrementAndGet() > 3);
    Extraction found = extract(join(ROM, box('l', new byte[0])), options);
    assertThat(codes(found)).contains(FindingCode.SEARCH_ENDED);
  }

  // ---- the negative answer -----------------------------------------------------------------

  @Test
  void the_four_answers_differ() {
    Extraction nothing =
        extract(
            "nothing but words in here, and many of them"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(nothing.verdict()).isEqualTo(ExtractVerdict.NO_ROM);
    assertThat(codes(nothing)).containsExactly(FindingCode.NO_ROM_INSIDE);

    Extraction dense = extract(noise(1 << 20, 3));
    assertThat(dense.verdict()).isEqualTo(ExtractVerdict.NOT_UNPACKABLE);
    assertThat(codes(dense)).containsExactly(FindingCode.UNKNOWN_COMPRESSION);
    assertThat(dense.deadEnds().get(0).trouble().detail()).contains("entropy");
    // Padding beside it does not hide it.
    Extraction padded = extract(join(new byte[1 << 20], noise(1 << 19, 3), new byte[3 << 20]));
    assertThat(padded.verdict()).isEqualTo(ExtractVerdict.NOT_UNPACKABLE);
    assertThat(padded.deadEnds().get(0).trouble().offset())
        .isBetween((1L << 20) - 1, (1L << 20) + 1);

    Extraction integrated = extract(join(noise(5, 1), OTHER));
    assertThat(integrated.verdict()).isEqualTo(ExtractVerdict.FOUND);
    assertThat(codes(integrated)).containsExactly(FindingCode.ONLY_INTEGRATED);

    assertThat(extract(OTHER).verdict()).isEqualTo(ExtractVerdict.ALREADY_A_ROM);
    assertThat(codes(extract(new byte[0]))).containsExactly(FindingCode.EMPTY);
  }

  @Test
  void random_bytes_hold_no_rom() {
    Extraction found = extract(noise(64 << 20, 99));
    assertThat(found.roms()).isEmpty();
    assertThat(found.verdict()).isEqualTo(ExtractVerdict.NOT_UNPACKABLE);
  }

  @Test
  void progress_grows_and_ends_at_the_end() {
    List<Long> seen = new ArrayList<>();
    List<String> roms = new ArrayList<>();
    byte[] blob = join(noise(9, 1), ROM, box('x', join(noise(9, 1), OTHER)), noise(90, 2));
    extract(
        blob,
        OPTIONS.with(
            new ExtractListener() {
              @Override
              public void progress(long done, long size) {
                assertThat(size).isEqualTo(blob.length);
                seen.add(done);
              }

              @Override
              public void found(FoundRom rom) {
                roms.add(rom.sha256());
              }
            }));
    assertThat(seen).isSorted().endsWith((long) blob.length);
    assertThat(roms).containsExactly(SHA, Sha256.hex(Slice.of(OTHER)));
  }
}
