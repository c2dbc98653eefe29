package io.github.romparser.quickjar;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas of every kind that javac makes, each leaving a word of what it did. */
@SuppressWarnings("UnnecessaryLambda") // They are what is tried.
public final class Specimen implements Supplier<List<String>> {

  /** Serializable, which asks for another metafactory. */
  public interface Kept extends Supplier<String>, Serializable {}

  /** A private method in an interface, and a default one that uses it. */
  interface Shape {
    int sides();

    private String named(String what) {
      return what + sides();
    }

    default Supplier<String> namer(String what) {
      return () -> named(what);
    }
  }

  record Pair(long left, byte right) {}

  private final List<String> words = new ArrayList<>();
  private final int own = 7;

  private static String shout(Object text) {
    return text.toString().toUpperCase(java.util.Locale.ROOT);
  }

  private int plus(int a, long b) {
    return own + a + (int) b;
  }

  private static Integer boxed(String text) {
    return text.length();
  }

  private static int unboxed(Integer value) {
    return value + 1;
  }

  private static byte tiny() {
    return -3;
  }

  private final class Inner {
    private final int value;

    private Inner(int value) {
      this.value = value + own;
    }

    Supplier<String> deep() {
      return () -> "inner " + value + " of " + own;
    }
  }

  private void word(Object word) {
    words.add(String.valueOf(word));
  }

  @Override
  public List<String> get() {
    withoutCaptures();
    withCaptures();
    primitives();
    nested();
    streams();
    return List.copyOf(words);
  }

  private void withoutCaptures() {
    Supplier<String> constant = () -> "constant";
    Function<Object, String> method = Specimen::shout;
    Function<String, Integer> virtual = String::length;
    Function<CharSequence, Integer> ofInterface = CharSequence::length;
    Supplier<List<String>> constructor = ArrayList::new;
    BiFunction<Long, Byte, Pair> record = Pair::new;
    IntFunction<String[]> array = String[]::new;
    Callable<Void> nothing = () -> null;
    word(constant.get());
    word(method.apply("shouted"));
    word(virtual.apply("four"));
    word(ofInterface.apply("of interface"));
    word(constructor.get());
    word(record.apply(1L, (byte) 2));
    word(array.apply(3).length);
    Runnable one = same();
    Runnable other = same();
    word(one.equals(other));
    try {
      word(nothing.call());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Runnable same() {
    return () -> {};
  }

  private void withCaptures() {
    byte small = 1;
    long wide = 1L << 40;
    double real = 0.5;
    char letter = 'x';
    boolean yes = true;
    String text = "text";
    Supplier<String> all = () -> text + small + wide + real + letter + yes + own;
    BiFunction<Integer, Long, Integer> bound = this::plus;
    Function<String, String> boundText = text::concat;
    UnaryOperator<String> both = s -> s + text + words.size();
    word(all.get());
    word(bound.apply(1, 2L));
    word(boundText.apply("ual"));
    word(both.apply("both "));
    Kept kept = () -> "kept " + text;
    word(kept.get());
  }

  private void primitives() {
    ToIntFunction<String> unboxes = Specimen::boxed;
    Function<Integer, Integer> boxes = Specimen::unboxed;
    ToLongFunction<String> widens = String::length;
    IntToLongFunction widened = i -> i;
    ToDoubleFunction<Long> toDouble = Long::doubleValue;
    LongSupplier ofByte = Specimen::tiny;
    DoubleSupplier ofInt = () -> own;
    ToLongFunction<Map<String, Integer>> ofMap = map -> map.get("key");
    IntPredicate odd = i -> (i & 1) == 1;
    BinaryOperator<Integer> adds = Integer::sum;
    ObjIntConsumer<String> consumes = (s, i) -> words.add(s.repeat(i));
    ObjIntConsumer<List<Integer>> drops = List::add;
    word(unboxes.applyAsInt("three"));
    word(boxes.apply(41));
    word(widens.applyAsLong("five!"));
    word(widened.applyAsLong(-1));
    word(toDouble.applyAsDouble(3L));
    word(ofByte.getAsLong());
    word(ofInt.getAsDouble());
    word(ofMap.applyAsLong(Map.of("key", 9)));
    word(odd.test(3));
    word(adds.apply(20, 22));
    consumes.accept("ha", 2);
    List<Integer> list = new ArrayList<>();
    drops.accept(list, 5);
    word(list);
  }

  private void nested() {
    Function<Integer, Inner> makes = Inner::new;
    word(makes.apply(1).deep().get());
    Shape shape = () -> 3;
    word(shape.namer("sides ").get());
    Supplier<Supplier<String>> twice = () -> () -> "twice " + own;
    word(twice.get().get());
    Object anonymous =
        new Object() {
          @Override
          public String toString() {
            Supplier<String> here = () -> "anonymous " + own;
            return here.get();
          }
        };
    word(anonymous);
    Supplier<String> over = super::toString;
    word(over.get().contains("@"));
  }

  private void streams() {
    word(
        Stream.of("b", "a", "c")
            .sorted(Comparator.comparing(Specimen::shout).reversed())
            .collect(Collectors.toCollection(ArrayList::new)));
    word(IntStream.range(0, 5).mapToObj(Integer::toString).collect(Collectors.joining("-")));
    word(IntStream.of(1, 2, 3).mapToLong(i -> i * 2L).sum());
    word(Optional.of("x").map(s -> s + "y").or(Optional::empty).orElseThrow(AssertionError::new));
    Map<String, Integer> counts = new TreeMap<>();
    counts.merge("one", 1, Integer::sum);
    counts.merge("one", 1, Integer::sum);
    counts.forEach((key, value) -> word(key + value));
    word(
        Stream.of(new Pair(2, (byte) 1), new Pair(1, (byte) 2))
            .sorted(Comparator.comparingLong(Pair::left).thenComparing(Pair::right))
            .map(Pair::right)
            .toList());
  }
}
