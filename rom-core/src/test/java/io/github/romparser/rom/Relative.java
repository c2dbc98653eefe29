package io.github.romparser.rom;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A model as text, with all places counted from the start of what was read instead of from the
 * start of the file: two readings of the same bytes at different places give the same.
 */
final class Relative {

  private final long base;
  private final List<String> lines = new ArrayList<>();

  private Relative(long base) {
    this.base = base;
  }

  /** A line for every value in the model. */
  static List<String> of(RomFile rom) {
    Relative relative = new Relative(rom.bytes().offset());
    relative.add("rom", rom);
    return relative.lines;
  }

  private void add(String name, Object value) {
    if (value instanceof Slice slice) {
      lines.add(name + ": " + (slice.offset() - base) + " + " + slice.length());
    } else if (value instanceof Argument.Offset offset) {
      lines.add(name + ": " + (offset.value() - base));
    } else if (value instanceof Record) {
      lines.add(name + ": " + value.getClass().getSimpleName());
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        add(name + "." + component.getName(), component(value, component));
      }
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(v -> add(name, v), () -> lines.add(name + ": none"));
    } else if (value instanceof Collection<?> collection) {
      lines.add(name + ": " + collection.size());
      collection.forEach(v -> add(name, v));
    } else if (value instanceof Long place && (name.endsWith(".offset") || name.endsWith(".end"))) {
      lines.add(name + ": " + (place - base));
    } else {
      lines.add(name + ": " + value);
    }
  }

  private static Object component(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
