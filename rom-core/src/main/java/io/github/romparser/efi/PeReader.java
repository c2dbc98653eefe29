package io.github.romparser.efi;

import io.github.romparser.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the headers of executables; offsets are those that {@link PeImage} names. */
final class PeReader {

  private static final int MAGIC_PE32 = 0x010b;
  private static final int MAGIC_PE32_PLUS = 0x020b;
  private static final int TE_DIRECTORIES = 2;

  private PeReader() {}

  static Optional<PeImage> read(Slice file) {
    if (file.startsWith(0, "VZ")) {
      return te(file);
    }
    long pe = 0;
    if (file.startsWith(0, "MZ")) {
      if (!file.has(0x3c, 4)) {
        return Optional.empty();
      }
      pe = file.u32(0x3c);
    }
    if (!file.startsWith(pe, "PE\0\0") || !file.has(pe + PeImage.TO_OPTIONAL, 2)) {
      return Optional.empty();
    }
    return switch (file.u16(pe + PeImage.TO_OPTIONAL)) {
      case MAGIC_PE32 -> pe(PeFormat.PE32, file, pe);
      case MAGIC_PE32_PLUS -> pe(PeFormat.PE32_PLUS, file, pe);
      default -> Optional.empty();
    };
  }

  private static Optional<PeImage> pe(PeFormat format, Slice file, long pe) {
    long optional = pe + PeImage.TO_OPTIONAL;
    int fixed = format.directories();
    if (!file.has(optional, fixed)) {
      return Optional.empty();
    }
    int optionalHeaderSize = file.u16(pe + 0x14);
    int sectionCount = file.u16(pe + 0x06);
    long directoryCount = file.u32(optional + fixed - 4);
    return Optional.of(
        new PeImage(
            format,
            file.length(),
            pe,
            file.u16(pe + 0x04),
            sectionCount,
            optionalHeaderSize,
            file.u16(pe + 0x16),
            file.u32(optional + 0x10),
            format == PeFormat.PE32 ? file.u32(optional + 0x1c) : u64(file, optional + 0x18),
            file.u32(optional + 0x20),
            file.u32(optional + 0x38),
            file.u32(optional + 0x3c),
            file.u32(optional + 0x40),
            file.u16(optional + 0x44),
            0,
            directoryCount,
            directories(file, optional + fixed, directoryCount),
            sections(file, optional + optionalHeaderSize, sectionCount)));
  }

  private static Optional<PeImage> te(Slice file) {
    if (!file.has(0, PeImage.TE_HEADER_LENGTH)) {
      return Optional.empty();
    }
    int sectionCount = file.u8(0x04);
    int strippedSize = file.u16(0x06);
    return Optional.of(
        new PeImage(
            PeFormat.TE,
            file.length(),
            0,
            file.u16(0x02),
            sectionCount,
            0,
            0,
            file.u32(0x08),
            u64(file, 0x10),
            0,
            0,
            file.u32(0x0c) - strippedSize + PeImage.TE_HEADER_LENGTH,
            0,
            file.u8(0x05),
            strippedSize,
            TE_DIRECTORIES,
            directories(file, 0x18, TE_DIRECTORIES),
            sections(file, PeImage.TE_HEADER_LENGTH, sectionCount)));
  }

  private static List<PeDirectory> directories(Slice file, long at, long count) {
    List<PeDirectory> directories = new ArrayList<>();
    for (int i = 0; i < Math.min(count, PeDirectory.MAX_COUNT); i++) {
      if (file.has(at + (long) i * PeDirectory.LENGTH, PeDirectory.LENGTH)) {
        directories.add(PeDirectory.read(file, at + (long) i * PeDirectory.LENGTH));
      }
    }
    return directories;
  }

  private static List<PeSection> sections(Slice file, long at, int count) {
    List<PeSection> sections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (file.has(at + (long) i * PeSection.LENGTH, PeSection.LENGTH)) {
        sections.add(PeSection.read(file, at + (long) i * PeSection.LENGTH));
      }
    }
    return sections;
  }

  private static long u64(Slice file, long at) {
    return file.u32(at) | file.u32(at + 4) << 32;
  }
}
