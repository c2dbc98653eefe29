package io.github.romparser.check.firmware;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** One thing about an image that is not as usual; it need not be wrong. */
enum Defect {
  INDICATOR {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u8(part, part.pcir() + 0x15, pick(random, 0x00, 0x01, 0x80, 0x81));
    }
  },
  LENGTH {
    @Override
    String apply(Part part, SplittableRandom random) {
      int blocks = part.blocks();
      int value = pick(random, blocks - 1, blocks + 1, blocks + 2, 2 * blocks, 0x4000, 0);
      return u16(part, part.pcir() + 0x10, value);
    }
  },
  LENGTH_BY_ONE {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, part.pcir() + 0x10, part.blocks() + pick(random, -1, 1));
    }
  },
  SIZE {
    @Override
    String apply(Part part, SplittableRandom random) {
      int blocks = part.blocks();
      return u16(part, 0x02, pick(random, 0, 1, blocks - 1, blocks + 1, blocks + 2, 0xFF));
    }
  },
  LEGACY_SIZE {
    @Override
    String apply(Part part, SplittableRandom random) {
      int blocks = part.blocks();
      return u8(part, 0x02, pick(random, 0, 1, blocks - 1, blocks + 1));
    }
  },
  SUM {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u8(part, part.blocks() * Part.BLOCK - 20, random.nextInt(256));
    }

    @Override
    boolean mayBalance() {
      return false;
    }
  },
  GAP {
    @Override
    String apply(Part part, SplittableRandom random) {
      byte[] gap = new byte[pick(random, 512, 512, 1024, 1024, 0x3000, 100)];
      int value = pick(random, 0x00, 0xFF, 0x33);
      Arrays.fill(gap, (byte) value);
      int shape = random.nextInt(4);
      if (shape == 0) {
        gap[0] = 'V';
        gap[1] = 'N';
      } else if (shape == 1) {
        gap[0] = 0x55;
        gap[1] = (byte) 0xAA;
      }
      part.gap(gap);
      return gap.length + " bytes before it, of " + value + ", shape " + shape;
    }
  },
  POINTER {
    @Override
    String apply(Part part, SplittableRandom random) {
      int end = part.blocks() * Part.BLOCK;
      int at = part.pcir();
      return u16(
          part, 0x18, pick(random, 0, at + 1, at + 2, at + 4, end - 0x10, end, 0x8000, 0xFFFC));
    }
  },
  STRUCTURE_SIGNATURE {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u8(part, part.pcir() + random.nextInt(4), pick(random, 0, 'X', 'p'));
    }
  },
  HEADER_SIGNATURE {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, 0, pick(random, 0x55AA, 0x4E56, 0xBB77, 0, 0xFFFF));
    }
  },
  IDS {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, part.pcir() + pick(random, 4, 6), pick(random, 0, 0xFFFF, 0x1235, 0x1112));
    }
  },
  DEVICE_LIST {
    @Override
    String apply(Part part, SplittableRandom random) {
      int list = part.blocks() * Part.BLOCK - 0x20;
      u16(part, list, part.u16(part.pcir() + 6));
      u16(part, list + 2, 0);
      u16(part, part.pcir() + 6, part.u16(part.pcir() + 6) + 1);
      u8(part, part.pcir() + 0x0C, 3);
      return "device in the list only, " + u16(part, part.pcir() + 8, list - part.pcir());
    }
  },
  REVISION {
    @Override
    String apply(Part part, SplittableRandom random) {
      u8(part, part.pcir() + 0x0C, pick(random, 0, 3, 4, 0xFF));
      return u16(part, part.pcir() + 0x0A, pick(random, 0x18, 0x1C, 0, 0x17, 0xFFFF));
    }
  },
  CLASS {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, part.pcir() + 0x0E, pick(random, 0x0200, 0x0300, 0, 0xFFFF));
    }
  },
  CODE_TYPE {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u8(part, part.pcir() + 0x14, pick(random, 0, 1, 2, 3, 0x70, 0xFF));
    }
  },
  EFI_SIGNATURE {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u8(part, 4 + random.nextInt(4), pick(random, 0, 1, 0xF1, 0x0E));
    }
  },
  SUBSYSTEM {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, 0x08, pick(random, 0, 10, 11, 12, 13, 0x010B));
    }
  },
  MACHINE {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, 0x0A, pick(random, 0, 0x014C, 0xAA64, 0x0EBC, 0x0200, 0x5064));
    }
  },
  COMPRESSION {
    @Override
    String apply(Part part, SplittableRandom random) {
      return u16(part, 0x0C, pick(random, 0, 1, 2, 0x100));
    }
  },
  DRIVER_PLACE {
    @Override
    String apply(Part part, SplittableRandom random) {
      int at = part.u16(0x16);
      int end = part.blocks() * Part.BLOCK;
      return u16(part, 0x16, pick(random, 0, at + 2, at + 8, at - 8, end - 1, end, 0xFFFF));
    }
  },
  STREAM_SIZE {
    @Override
    String apply(Part part, SplittableRandom random) {
      int at = part.u16(0x16) + pick(random, 0, 1, 2, 4, 5, 6);
      return u8(part, at, part.u8(at) + pick(random, -1, 1, 0x40));
    }
  },
  PE_FIELD {
    @Override
    String apply(Part part, SplittableRandom random) {
      int[] field = PE_FIELDS[random.nextInt(PE_FIELDS.length)];
      int value = field[1 + random.nextInt(field.length - 1)];
      return "PE " + u16(part, part.u16(0x16) + field[0], value);
    }
  };

  /**
   * Fields of the PE file, counted from its start, with values. None moves the code away from under
   * the entry point: that would be started all the same, and hang.
   */
  private static final int[][] PE_FIELDS = {
    {0x00, 0, 0x5A56}, // MZ
    {0x3C, 0, 0x41, 0xFFFF}, // e_lfanew
    {0x40, 0x4551}, // PE
    {0x44, 0x014C, 0xAA64, 0}, // machine; not EBC, which would be run
    {0x46, 2, 0xFFFF}, // number of sections
    {0x54, 0, 0xE0, 0xF8}, // size of the optional header
    {0x56, 0x022F, 0x222E, 0}, // characteristics
    {0x58, 0x010B, 0}, // magic
    {0x78, 0, 1, 0x10, 0x1000, 0xFFFF}, // section alignment
    {0x7C, 0, 1, 0x1000}, // file alignment
    {0x90, 0, 0x10, 0x148, 0x200, 0x400, 0xFFFF}, // size of the image
    {0x94, 0, 0x10, 0x148, 0x160, 0x1000, 0xFFFF}, // size of the headers
    {0x98, 0x1234}, // sum
    {0x9C, 0, 10, 12, 13}, // subsystem
    {0xC4, 0, 4, 15, 17, 0xFFFF}, // number of directories
    {0xE8, 0x200, 0xFFFF}, // place of the certificates
    {0xEC, 0x10, 0xFFFF}, // size of the certificates
    {0xF4, 8, 0x10}, // size of the relocations
    {0x150, 0, 0xFFFF}, // virtual size of the section
    {0x154, 0, 1, 0x10, 0xFFFF}, // its address
    {0x158, 0xFFFF}, // its size
    {0x15C, 0, 1, 0x10, 0xFFFF}, // its place
  };

  /** Changes the image; returns what was done. */
  abstract String apply(Part part, SplittableRandom random);

  /** Whether the sum of an x86 image may be mended afterwards. */
  boolean mayBalance() {
    return true;
  }

  private static String u8(Part part, int at, int value) {
    part.u8(at, value);
    return String.format(Locale.ROOT, "u8 at 0x%x = 0x%x", at, value & 0xFF);
  }

  private static String u16(Part part, int at, int value) {
    part.u16(at, value);
    return String.format(Locale.ROOT, "u16 at 0x%x = 0x%x", at, value & 0xFFFF);
  }

  private static int pick(SplittableRandom random, int... values) {
    return values[random.nextInt(values.length)];
  }
}
