package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the first block of a set-up's header says that is needed to unpack it. It is believed only
 * if its layout leads to its very end.
 *
 * @param version the layout that it has
 * @param baseName what the set-up's own file was called, without its ending
 * @param names where files are installed, by the numbers of their data
 * @param dataCount how many data entries there are
 * @param slicesPerDisk how many files of data lie on one disk
 * @param compression of the chunks that are compressed
 * @param encrypted whether some of it is encrypted
 */
record InnoSetup(
    InnoVersion version,
    String baseName,
    Map<Long, String> names,
    long dataCount,
    long slicesPerDisk,
    InnoCompression compression,
    boolean encrypted) {

  /** What is not among the set-up's data but lies beside it. */
  private static final long EXTERNAL = 0xffff_ffffL;

  /** Copies the map. */
  InnoSetup {
    names = Map.copyOf(names);
  }

  /** Reads a block with every layout that its version may have; empty if none fits. */
  static Optional<InnoSetup> read(Slice block, InnoVersion version, Allowance allowance) {
    for (InnoVersion candidate : version.candidates()) {
      allowance.work(block.length());
      Optional<InnoSetup> setup = new Reading(block, new InnoLayout(candidate)).setup();
      if (setup.isPresent()) {
        return setup;
      }
    }
    return Optional.empty();
  }

  private static final class Reading {
    private final InnoLayout layout;
    private final InnoCursor cursor;

    Reading(Slice block, InnoLayout layout) {
      this.layout = layout;
      this.cursor = new InnoCursor(block, layout.version().unicode());
    }

    Optional<InnoSetup> setup() {
      int strings = layout.headerStrings();
      cursor.skipStrings(layout.baseName());
      String baseName = cursor.string();
      int library = layout.sevenZipLibrary();
      boolean signing = layout.hasSignatureKeys();
      cursor.skipStrings((signing ? library : strings) - layout.baseName() - 1L);
      boolean sevenZip = signing && !cursor.string().isEmpty();
      cursor.skipStrings(signing ? strings - library - 1L : 0);
      cursor.bytes(layout.leadBytes());
      long languages = cursor.u32();
      long messages = cursor.u32();
      long permissions = cursor.u32();
      long types = cursor.u32();
      long components = cursor.u32();
      long tasks = cursor.u32();
      long directories = cursor.u32();
      long keys = signing ? cursor.u32() : 0;
      long files = cursor.u32();
      final long dataCount = cursor.u32();
      final long icons = cursor.u32();
      final long inis = cursor.u32();
      final long registry = cursor.u32();
      final long deletions = cursor.u32() + cursor.u32();
      final long runs = cursor.u32() + cursor.u32();
      cursor.bytes(layout.beforePassword());
      cursor.bytes(layout.password());
      cursor.bytes(Long.BYTES);
      final long slicesPerDisk = cursor.u32();
      cursor.bytes(layout.beforeCompression());
      Optional<InnoCompression> compression = InnoCompression.of(cursor.u8());
      cursor.bytes(layout.beforeOptions());
      Slice options = cursor.bytes(layout.options());
      if (!cursor.ok() || compression.isEmpty()) {
        return Optional.empty();
      }
      final boolean encrypted = layout.hasEncryptionOption() && encrypted(options);
      cursor.skipEntries(languages, layout.language());
      cursor.skipEntries(messages, layout.message());
      cursor.skipEntries(permissions, layout.permission());
      cursor.skipEntries(types, layout.type());
      cursor.skipEntries(components, layout.component());
      cursor.skipEntries(tasks, layout.task());
      cursor.skipEntries(directories, layout.directory());
      cursor.skipEntries(keys, layout.signatureKey());
      final Map<Long, String> names = files(files);
      cursor.skipEntries(icons, layout.icon());
      cursor.skipEntries(inis, layout.ini());
      cursor.skipEntries(registry, layout.registry());
      cursor.skipEntries(deletions, layout.deletion());
      cursor.skipEntries(runs, layout.run());
      pictures();
      pictures();
      cursor.skipStrings(InnoLayout.hasLibrary(compression.get()) ? 1 : 0);
      cursor.skipStrings(sevenZip ? 1 : 0);
      cursor.skipStrings(encrypted && layout.hasDecryptionLibrary() ? 1 : 0);
      return cursor.atEnd()
          ? Optional.of(
              new InnoSetup(
                  layout.version(),
                  baseName,
                  names,
                  dataCount,
                  slicesPerDisk,
                  compression.get(),
                  encrypted))
          : Optional.empty();
    }

    private boolean encrypted(Slice options) {
      int bit = layout.encryptionOption();
      return (options.u8(bit / Byte.SIZE) & 1 << bit % Byte.SIZE) != 0;
    }

    private void pictures() {
      cursor.skipStrings(layout.countsPictures() ? cursor.u32() : 1);
    }

    /** Several names may have the same data, which has one of them then: the first. */
    private Map<Long, String> files(long count) {
      Map<Long, String> names = new HashMap<>();
      for (long i = 0; i < count && cursor.ok(); i++) {
        String source = cursor.string();
        String destination = cursor.string();
        cursor.skipStrings(layout.moreStringsOfFile());
        cursor.bytes(layout.beforeLocation());
        long location = cursor.u32();
        cursor.bytes(layout.afterLocation());
        if (location != EXTERNAL) {
          names.putIfAbsent(
              location, InnoNames.shown(destination.isEmpty() ? source : destination));
        }
      }
      return names;
    }
  }
}
