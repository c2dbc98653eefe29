package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the names in the code of a ROM method, and in that of methods it calls. */
final class RomOriginSearch implements AmlListener {

  /** Calls within calls. */
  private static final int DEEPEST = 4;

  /** More code than any real method has, in bytes. */
  private static final long MOST_CODE = 1 << 20;

  /** Units of fewer bits hold sizes and flags: 512 bytes are the smallest ROM. */
  private static final long LEAST_BITS = 512 * 8;

  private static final int SYSTEM_IO = 1;

  /** QEMU's fw_cfg selector (QEMU docs/specs/fw_cfg.rst). */
  private static final long FW_CFG = 0x510;

  private final AmlNamespace names;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> buffers = new HashSet<>();

  /** Bits that are read of each region. */
  private final Map<String, Long> bits = new HashMap<>();

  /** First bit that is read of each region. */
  private final Map<String, Long> first = new HashMap<>();

  private String file = "";
  private String empty = "";
  private boolean fwCfg;
  private long code;
  private int depth;

  private RomOriginSearch(AmlNamespace names) {
    this.names = names;
  }

  static RomOrigin of(
      AmlNamespace names, AmlNamespace.Named<AmlObject.Method> method, List<EmbeddedRom> roms) {
    RomOriginSearch search = new RomOriginSearch(names);
    search.follow(method.path(), method.object());
    return search.origin(roms);
  }

  @Override
  public boolean wantsCode() {
    return true;
  }

  @Override
  public void string(String text) {
    if (file.isEmpty() && text.indexOf('/') > 0) {
      file = text;
    }
  }

  @Override
  public void reference(String scope, AmlName name) {
    Optional<AmlNamespace.Named<AmlObject>> found = names.find(scope, name);
    if (found.isEmpty() || !seen.add(found.get().path())) {
      return;
    }
    String path = found.get().path();
    AmlObject object = found.get().object();
    if (object instanceof AmlObject.Method method) {
      follow(path, method);
    } else if (object instanceof AmlObject.Buffer) {
      buffers.add(path);
    } else if (object instanceof AmlObject.Unit unit) {
      unit(unit);
    }
  }

  private void follow(String path, AmlObject.Method method) {
    Slice aml = names.bytes(method);
    code += method.to() - (long) method.from();
    if (depth < DEEPEST && code <= MOST_CODE) {
      depth++;
      AmlWalk.walk(aml, method.from(), method.to(), path, this);
      depth--;
    }
  }

  private void unit(AmlObject.Unit unit) {
    Optional<AmlNamespace.Named<AmlObject>> region = names.find(unit.scope(), unit.region());
    if (region.isEmpty() || !(region.get().object() instanceof AmlObject.Region found)) {
      return;
    }
    String path = region.get().path();
    if (found.space() == SYSTEM_IO
        && names.number(AmlName.parent(path), found.address()).orElse(0) == FW_CFG) {
      fwCfg = true;
    }
    if (unit.bits() == 0) {
      empty = path;
    }
    if (unit.bits() >= LEAST_BITS) {
      bits.merge(path, unit.bits(), Long::sum);
      first.merge(path, unit.bitOffset(), Math::min);
    }
  }

  private RomOrigin origin(List<EmbeddedRom> roms) {
    for (int i = 0; i < roms.size(); i++) {
      if (roms.get(i).pieces().stream().anyMatch(buffers::contains)) {
        return new RomOrigin.InTable(i);
      }
    }
    Optional<String> largest =
        bits.entrySet().stream()
            .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey);
    if (largest.isPresent()) {
      return inMemory(largest.get());
    }
    if (fwCfg) {
      return new RomOrigin.FwCfg(file.isEmpty() ? Optional.empty() : Optional.of(file));
    }
    return empty.isEmpty() ? new RomOrigin.Unknown() : new RomOrigin.Empty(empty);
  }

  private RomOrigin inMemory(String path) {
    String scope = AmlName.parent(path);
    AmlNamespace.Named<AmlObject> found = names.find("\\", new AmlName(path, 0)).orElseThrow();
    AmlObject.Region region = (AmlObject.Region) found.object();
    Optional<String> name = Optional.empty();
    if (region.address().number().isEmpty() && region.address().name().end() >= 0) {
      AmlName address = region.address().name();
      name =
          Optional.of(
              names.find(scope, address).map(AmlNamespace.Named::path).orElse(address.text()));
    }
    return new RomOrigin.InMemory(
        path,
        region.space(),
        names.number(scope, region.address()),
        name,
        names.number(scope, region.length()),
        first.getOrDefault(path, 0L) / 8);
  }
}
