package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.handler.archive.EntryName;
import io.github.romparser.extract.handler.uefi.Guid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the entries of a PFS volume are called: some of them tell the names of the others
 * (BIOSUtilities dell_pfs_extract.py, DellPfsInfo, DellPfsName and DellPfsMetadata).
 */
final class PfsNames {

  private static final Set<Guid> NAMES =
      Set.of(
          Guid.of("fd041960-0dc8-4b9f-8225-bba9e37c71e0"),
          Guid.of("4d583fd3-f80e-4055-a145-9bec16cb33b0"));

  private static final Guid MODEL = Guid.of("233ae3fb-da68-4fd4-92cb-a6229a611d6f");
  private static final Guid SIGNATURES = Guid.of("3c880bb7-ed58-4d5c-a9ae-db3aeeaf86d0");

  /** A PFS volume in a PFS volume; all of them have this GUID, so that it names none. */
  private static final Guid NESTED = Guid.of("ac9fda84-f456-4055-b13a-7f4360ae0f90");

  /**
   * A name: version (offset 0, 4 bytes, 1), GUID of the entry (4, 16 bytes), parts of the version
   * (0x14, 4 times 2 bytes), their types (0x1c, 4 bytes), characters of the name (0x20, 2 bytes),
   * the name in UTF-16, two bytes.
   */
  private static final int NAME = 0x22;

  private static final int GUID_AT = 4;
  private static final int PARTS_AT = 0x14;
  private static final int TYPES_AT = 0x1c;
  private static final int COUNT_AT = 0x20;
  private static final int BEHIND = 2;

  /** Metadata of nested volumes, and where names of files and their versions are in it. */
  private static final int METADATA = 0x3c0;

  private static final int FILE_AT = 501;
  private static final int FILE_LENGTH = 100;
  private static final int FILE_VERSION_AT = 601;
  private static final int FILE_VERSION_LENGTH = 33;

  private static final int LONGEST = 128;

  private final Map<Guid, List<String>> names = new HashMap<>();
  private final Map<Guid, Integer> used = new HashMap<>();
  private String model = "";

  /** Learns from an entry; tells whether it is nothing but names. */
  boolean learn(PfsEntry entry) {
    if (MODEL.equals(entry.guid())) {
      model = model(entry.data());
      return !model.isEmpty();
    }
    return NAMES.contains(entry.guid()) && names(entry.data());
  }

  private boolean names(Slice info) {
    long at = 0;
    while (info.has(at, NAME) && info.u32(at) == 1) {
      int bytes = 2 * info.u16(at + COUNT_AT);
      if (!info.has(at + NAME, bytes)) {
        return false;
      }
      String version = version(info.from(at), PARTS_AT, TYPES_AT);
      names
          .computeIfAbsent(Guid.read(info, at + GUID_AT), guid -> new ArrayList<>())
          .add(join(utf16(info.clamp(at + NAME, Math.min(bytes, 2 * LONGEST))), version));
      at += NAME + bytes + BEHIND;
    }
    return at == info.length();
  }

  private static String utf16(Slice bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.UTF_16LE).strip();
  }

  /** Text as {@code VendorName=Dell;Model=XPS,END}. */
  private static String model(Slice text) {
    for (String field : EntryName.untilNul(text).split("[;,\r\n]", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0 && field.substring(0, equals).endsWith("Model")) {
        return cut(field.substring(equals + 1).strip());
      }
    }
    return "";
  }

  /** A version of up to four parts: A hexadecimal, N decimal, blank for none. */
  static String version(Slice bytes, int partsAt, int typesAt) {
    StringBuilder version = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int type = bytes.u8(typesAt + (long) i);
      if (type == 0 || type == ' ') {
        continue;
      }
      int part = bytes.u16(partsAt + 2L * i);
      version.append(version.isEmpty() ? "" : ".");
      version.append(
          type == 'N'
              ? Integer.toString(part)
              : Integer.toHexString(part).toUpperCase(Locale.ROOT));
    }
    return version.toString();
  }

  /**
   * What an entry is called.
   *
   * @param number of the entry in its volume, from 1
   */
  String of(PfsEntry entry, int number) {
    List<String> known = names.getOrDefault(entry.guid(), List.of());
    int nth = used.merge(entry.guid(), 1, Integer::sum);
    Optional<String> named =
        known.isEmpty()
            ? Optional.empty()
            : Optional.of(known.get(Math.min(nth, known.size()) - 1)).filter(n -> !n.isEmpty());
    Optional<String> file = file(entry.metadata());
    Optional<String> best =
        NESTED.equals(entry.guid()) ? file.or(() -> named) : named.or(() -> file);
    return best.orElseGet(
        () ->
            SIGNATURES.equals(entry.guid())
                ? "signatures"
                : join(model, join("entry " + number, entry.version())));
  }

  private static Optional<String> file(Slice metadata) {
    if (metadata.length() < METADATA) {
      return Optional.empty();
    }
    String file = EntryName.untilNul(metadata.slice(FILE_AT, FILE_LENGTH)).strip();
    String version =
        EntryName.untilNul(metadata.slice(FILE_VERSION_AT, FILE_VERSION_LENGTH)).strip();
    return file.isEmpty() ? Optional.empty() : Optional.of(join(cut(file), version));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static String join(String name, String more) {
    return name.isEmpty() ? more : more.isEmpty() ? name : name + " " + more;
  }
}
