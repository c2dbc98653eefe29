package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The names of all tables that are looked at together. Of two objects of a name the first counts.
 */
final class AmlNamespace {

  /** More than the largest DSDT has; what comes behind is left out, and told. */
  static final int MOST = 200_000;

  /** An object and its name. */
  record Named<T extends AmlObject>(String path, T object) {}

  private final List<AcpiTable> tables;
  private final Map<String, AmlObject> objects = new LinkedHashMap<>();
  private final List<RomPiece> pieces = new ArrayList<>();
  private boolean full;

  AmlNamespace(List<AcpiTable> tables) {
    this.tables = tables;
    for (int i = 0; i < tables.size(); i++) {
      if (tables.get(i).hasAml()) {
        Slice aml = tables.get(i).bytes();
        AmlWalk.walk(aml, AcpiTable.HEADER, aml.length(), "\\", new Reader(i));
      }
    }
  }

  private final class Reader implements AmlListener {
    private final int table;

    Reader(int table) {
      this.table = table;
    }

    @Override
    public void method(String path, int arguments, int from, int to) {
      put(path, new AmlObject.Method(table, arguments, from, to));
    }

    @Override
    public void region(String path, int space, AmlValue address, AmlValue length) {
      put(path, new AmlObject.Region(table, space, address, length));
    }

    @Override
    public void field(String path, String scope, AmlName region, long bitOffset, long bits) {
      put(path, new AmlObject.Unit(table, scope, region, bitOffset, bits));
    }

    @Override
    public void number(String path, long value) {
      put(path, new AmlObject.Constant(table, value));
    }

    @Override
    public void buffer(String scope, String name, Slice bytes, OptionalLong size) {
      if (!name.isEmpty()) {
        put(AmlName.child(scope, name), new AmlObject.Buffer(table, bytes));
      }
      if (bytes.length() < RomPiece.LEAST) {
        return;
      }
      if (pieces.size() >= MOST) {
        full = true;
        return;
      }
      pieces.add(new RomPiece(table, scope, name, bytes, size.orElse(0)));
    }
  }

  private void put(String path, AmlObject object) {
    if (objects.size() < MOST) {
      objects.putIfAbsent(path, object);
    } else {
      full = true;
    }
  }

  /** Whether names were left out. */
  boolean full() {
    return full;
  }

  /** Buffers of 64 bytes and more, in the order of the tables. */
  List<RomPiece> pieces() {
    return pieces;
  }

  /** Bytes of a table. */
  Slice bytes(AmlObject object) {
    return tables.get(object.table()).bytes();
  }

  /** All methods with one of some names, in the order of the tables. */
  List<Named<AmlObject.Method>> methods(List<String> names) {
    List<Named<AmlObject.Method>> found = new ArrayList<>();
    objects.forEach(
        (path, object) -> {
          if (object instanceof AmlObject.Method method && names.contains(AmlName.last(path))) {
            found.add(new Named<>(path, method));
          }
        });
    return found;
  }

  /** What a name in a scope stands for: looked for there and then further out (ACPI 6.4 §5.3). */
  Optional<Named<AmlObject>> find(String scope, AmlName name) {
    String around = scope;
    while (true) {
      String path = name.in(around);
      AmlObject object = objects.get(path);
      if (object != null) {
        return Optional.of(new Named<>(path, object));
      }
      boolean fixed = name.text().startsWith("\\") || name.text().startsWith("^");
      if (fixed || around.equals("\\")) {
        return Optional.empty();
      }
      around = AmlName.parent(around);
    }
  }

  /** The number that an operand is or names. */
  OptionalLong number(String scope, AmlValue value) {
    if (value.number().isPresent() || value.name().end() < 0) {
      return value.number();
    }
    return find(scope, value.name())
        .filter(found -> found.object() instanceof AmlObject.Constant)
        .map(found -> OptionalLong.of(((AmlObject.Constant) found.object()).value()))
        .orElse(OptionalLong.empty());
  }
}
