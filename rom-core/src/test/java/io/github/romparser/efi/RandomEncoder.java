package io.github.romparser.efi;

import io.github.romparser.efi.EfiDecompressor.Variant;
import io.github.romparser.efi.LhaDecompressor.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes compressed streams in as many ways as the format allows, chosen by chance: where blocks
 * end, what is repeated, how long codes are, how runs of zeros are written. Small, not fast.
 */
final class RandomEncoder {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 256;
  private static final int SYMBOLS = 510;
  private static final int LENGTHS = 19;

  private final byte[] data;
  private final Random random;
  private final BlockFormat format;
  private final BitSink out = new BitSink();

  private final Map<Integer, List<Integer>> seen = new HashMap<>();
  private int at;

  /** A byte, or a length and a distance. */
  private record Token(int symbol, int position) {
    private boolean repeats() {
      return symbol >= 256;
    }

    private int positionSymbol() {
      return Integer.SIZE - Integer.numberOfLeadingZeros(position);
    }
  }

  /** A symbol of the code of code lengths, and the bits behind it. */
  private record Run(int symbol, int width, int value) {}

  private RandomEncoder(byte[] data, BlockFormat format, Random random) {
    this.data = data;
    this.format = format;
    this.random = random;
  }

  static byte[] encode(byte[] data, Variant variant, Random random) {
    RandomEncoder encoder = new RandomEncoder(data, variant.format(), random);
    encoder.blocks();
    return encoder.out.stream(data.length);
  }

  /** The bits alone; what LHA may refer to before the data is referred to. */
  static byte[] encode(byte[] data, Method method, Random random) {
    int before = method.format().window();
    byte[] all = new byte[before + data.length];
    Arrays.fill(all, 0, before, (byte) ' ');
    System.arraycopy(data, 0, all, before, data.length);
    RandomEncoder encoder = new RandomEncoder(all, method.format(), random);
    encoder.learn(before);
    encoder.blocks();
    return encoder.out.bits();
  }

  private void blocks() {
    while (at < data.length) {
      block();
    }
  }

  private void learn(int end) {
    for (; at < end; at++) {
      if (data.length - at >= SHORTEST) {
        seen.computeIfAbsent(key(at), key -> new ArrayList<>()).add(at);
      }
    }
  }

  private void block() {
    List<Token> tokens = new ArrayList<>();
    int count = 1 + random.nextInt(random.nextBoolean() ? 5 : 20_000);
    while (tokens.size() < count && at < data.length) {
      tokens.add(token());
    }
    BitSet symbols = new BitSet();
    BitSet positions = new BitSet();
    for (Token token : tokens) {
      symbols.set(token.symbol());
      if (token.repeats()) {
        positions.set(token.positionSymbol());
      }
    }
    int most = Math.min(format.positions(), (1 << format.positionBits()) - 1);
    RandomCode symbolCode = RandomCode.of(symbols, SYMBOLS, random);
    RandomCode positionCode = RandomCode.of(positions, most, random);
    out.put(16, tokens.size());
    symbolCode(symbolCode);
    smallCode(positionCode, format.positionBits(), -1);
    for (Token token : tokens) {
      symbolCode.write(out, token.symbol());
      if (token.repeats()) {
        position(positionCode, token);
      }
    }
  }

  private void position(RandomCode code, Token token) {
    int symbol = token.positionSymbol();
    code.write(out, symbol);
    if (symbol > 1) {
      out.put(symbol - 1, token.position() & ((1 << (symbol - 1)) - 1));
    }
  }

  private Token token() {
    int start = at;
    int length = 0;
    int from = 0;
    if (data.length - at >= SHORTEST && random.nextInt(8) != 0) {
      List<Integer> places = seen.getOrDefault(key(at), List.of());
      if (!places.isEmpty()) {
        from = places.get(random.nextInt(places.size()));
        length = at - from <= format.window() ? match(from) : 0;
      }
    }
    boolean repeats = length >= SHORTEST;
    int step = repeats ? length : 1;
    learn(start + step);
    return repeats
        ? new Token(256 + length - SHORTEST, start - from - 1)
        : new Token(data[start] & 0xff, 0);
  }

  private int match(int from) {
    int most = random.nextInt(4) == 0 ? SHORTEST + random.nextInt(20) : LONGEST;
    int length = 0;
    while (length < most && at + length < data.length && data[from + length] == data[at + length]) {
      length++;
    }
    return length;
  }

  private int key(int i) {
    return (data[i] & 0xff) << 16 | (data[i + 1] & 0xff) << 8 | (data[i + 2] & 0xff);
  }

  private void symbolCode(RandomCode code) {
    if (code.isSingle()) {
      smallCode(RandomCode.of(new BitSet(), LENGTHS, random), 5, 3);
      out.put(9, 0).put(9, code.single());
      return;
    }
    int count = code.count();
    List<Run> runs = runs(code, count);
    BitSet symbols = new BitSet();
    runs.forEach(run -> symbols.set(run.symbol()));
    RandomCode lengthCode = RandomCode.of(symbols, LENGTHS, random);
    smallCode(lengthCode, 5, 3);
    out.put(9, count);
    for (Run run : runs) {
      lengthCode.write(out, run.symbol());
      out.put(run.width(), run.value());
    }
  }

  private List<Run> runs(RandomCode code, int count) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; ) {
      int zeros = 0;
      while (i + zeros < count && code.length(i + zeros) == 0) {
        zeros++;
      }
      if (zeros == 0) {
        runs.add(new Run(code.length(i++) + 2, 0, 0));
      } else if (zeros >= 20 && random.nextInt(4) != 0) {
        runs.add(new Run(2, 9, zeros - 20));
        i += zeros;
      } else if (zeros >= 3 && random.nextInt(4) != 0) {
        int some = 3 + random.nextInt(Math.min(zeros, 18) - 2);
        runs.add(new Run(1, 4, some - 3));
        i += some;
      } else {
        runs.add(new Run(0, 0, 0));
        i++;
      }
    }
    return runs;
  }

  private void smallCode(RandomCode code, int countBits, int zerosAfter) {
    if (code.isSingle()) {
      out.put(countBits, 0).put(countBits, code.single());
      return;
    }
    int count = code.count();
    out.put(countBits, count);
    for (int i = 0; i < count; ) {
      int length = code.length(i++);
      if (length < 7) {
        out.put(3, length);
      } else {
        out.put(length - 3, (1 << (length - 3)) - 2);
      }
      if (i == zerosAfter) {
        int zeros = 0;
        while (zeros < 3 && i < count && code.length(i) == 0 && random.nextInt(4) != 0) {
          zeros++;
          i++;
        }
        out.put(2, zeros);
      }
    }
  }
}
