package io.github.romparser.extract;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells ROMs of graphics that sit in the processor from those of cards and separate chips. */
final class IntegratedGraphics {

  private static final int AMD = 0x1002;
  private static final int INTEL = 0x8086;
  private static final int DISPLAY = 0x03;

  /**
   * Device ids of AMD's processors with graphics, as their VBIOS images and Linux's amdgpu carry
   * them (Linux drivers/gpu/drm/amd/amdgpu/amdgpu_drv.c and radeon's pciidlist, flags AMD_IS_APU
   * and RADEON_IS_IGP).
   */
  private static final Set<Integer> AMD_PROCESSORS =
      Set.of(
          // Sumo, Trinity, Richland
          0x9640,
          0x9641,
          0x9647,
          0x9648,
          0x964a,
          0x9900,
          0x9901,
          0x9903,
          0x9904,
          0x990b,
          0x990c,
          0x990f,
          0x9990,
          0x9991,
          0x9996,
          0x9998,
          0x999c,
          // Ontario, Zacate
          0x9802,
          0x9803,
          0x9804,
          0x9805,
          0x9806,
          0x9807,
          0x9808,
          0x9809,
          // Kaveri, Kabini, Mullins
          0x1304,
          0x1305,
          0x1306,
          0x1309,
          0x130a,
          0x130f,
          0x1313,
          0x1315,
          0x9830,
          0x9832,
          0x9833,
          0x9834,
          0x9836,
          0x9838,
          0x983d,
          0x9850,
          0x9851,
          0x9852,
          0x9853,
          0x9854,
          0x9855,
          0x9856,
          // Carrizo, Stoney Ridge
          0x9870,
          0x9874,
          0x9875,
          0x9876,
          0x9877,
          0x98e4,
          // Raven Ridge, Picasso, Renoir, Lucienne, Cezanne, Barcelo
          0x15d8,
          0x15dd,
          0x1636,
          0x1638,
          0x164c,
          0x15e7,
          // Van Gogh, Rembrandt, Raphael, Mendocino, Granite Ridge
          0x163f,
          0x164d,
          0x1681,
          0x164e,
          0x1506,
          0x13c0,
          // Phoenix, Hawk Point, Strix
          0x15bf,
          0x15c8,
          0x1900,
          0x1901,
          0x150e,
          0x1586,
          0x1114);

  private IntegratedGraphics() {}

  /** Whether a ROM is for graphics that sit in a processor. */
  static boolean is(FoundRom rom) {
    return display(rom)
        && (rom.vendorId() == INTEL
            || (rom.vendorId() == AMD && AMD_PROCESSORS.contains(rom.deviceId())));
  }

  /**
   * The ids of all display ROMs, if all of them are for integrated graphics; empty otherwise, and
   * where there is no display ROM.
   */
  static Optional<String> only(Collection<FoundRom> roms) {
    List<FoundRom> display = roms.stream().filter(IntegratedGraphics::display).toList();
    return display.isEmpty() || !display.stream().allMatch(IntegratedGraphics::is)
        ? Optional.empty()
        : Optional.of(
            display.stream()
                .map(r -> String.format(Locale.US, "%04x:%04x", r.vendorId(), r.deviceId()))
                .distinct()
                .limit(8)
                .collect(Collectors.joining(", ")));
  }

  private static boolean display(FoundRom rom) {
    return rom.classCode() >>> 16 == DISPLAY;
  }
}
