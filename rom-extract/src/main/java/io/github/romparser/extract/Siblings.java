package io.github.romparser.extract;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Companions;
import io.github.romparser.extract.spi.Decoded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one archive, each of which may ask for another. A sibling is decoded for whoever
 * asks; a name that several have is nobody's.
 */
final class Siblings {

  private final List<Child> children;
  private Optional<Map<String, Child>> byName = Optional.empty();

  Siblings(List<Child> children) {
    this.children = children;
  }

  /** What lies beside one of them; nothing if it is no file. */
  Companions beside(Child child) {
    return child
        .step()
        .fileName()
        .map(path -> (Companions) new Beside(FileNames.folder(path), FileNames.last(path)))
        .orElse(Companions.NONE);
  }

  private synchronized Map<String, Child> names() {
    if (byName.isEmpty()) {
      Map<String, Child> names = new HashMap<>();
      Set<String> several = new HashSet<>();
      for (Child child : children) {
        child
            .step()
            .fileName()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> names.putIfAbsent(name, child) != null)
            .ifPresent(several::add);
      }
      names.keySet().removeAll(several);
      byName = Optional.of(names);
    }
    return byName.get();
  }

  private final class Beside implements Companions {
    private final String folder;
    private final String name;

    Beside(String folder, String name) {
      this.folder = folder;
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<Slice> find(String wanted, Allowance allowance) {
      return FileNames.plain(wanted)
          ? Optional.ofNullable(names().get((folder + wanted).toLowerCase(Locale.ROOT)))
              .flatMap(child -> bytes(child, allowance))
          : Optional.empty();
    }

    private Optional<Slice> bytes(Child child, Allowance allowance) {
      if (child.content() instanceof Child.Packed packed) {
        Decoded decoded = packed.decoder().decode(allowance);
        return Optional.of(decoded.bytes()).filter(bytes -> bytes.length() > 0);
      }
      Slice stored = ((Child.Stored) child.content()).bytes();
      if (stored.length() > allowance.most()) {
        return Optional.empty();
      }
      allowance.take(stored.length());
      return Optional.of(Slice.of(stored.toByteArray()));
    }
  }
}
