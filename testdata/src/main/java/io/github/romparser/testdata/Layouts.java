package io.github.romparser.testdata;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The names of the ready layouts. */
final class Layouts {
  private static final SortedMap<String, Supplier<byte[]>> ALL = all();

  /** What was made already: some are signed, and tests ask for them thousands of times. */
  private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

  private Layouts() {}

  static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  static byte[] named(String name) {
    Supplier<byte[]> layout = ALL.get(name);
    if (layout == null) {
      throw new IllegalArgumentException("no layout is called " + name + "; there are " + names());
    }
    byte[] made = MADE.get(name);
    if (made == null) {
      made = layout.get();
      MADE.put(name, made);
    }
    return made.clone();
  }

  private static SortedMap<String, Supplier<byte[]>> all() {
    SortedMap<String, Supplier<byte[]>> all = new TreeMap<>();
    all.put("muxless-laptop", NvidiaLayouts::muxlessLaptop);
    all.put("muxless-laptop-padded", NvidiaLayouts::muxlessLaptopPadded);
    all.put("desktop-nvidia", NvidiaLayouts::desktopNvidia);
    all.put("maxwell-group", NvidiaLayouts::maxwellGroup);
    all.put("turing", NvidiaLayouts::turing);
    all.put("turing-nvgi3", NvidiaLayouts::turingNvgi3);
    all.put("nvgi1", NvidiaLayouts::nvgi1);
    all.put("nvgi2", NvidiaLayouts::nvgi2);
    all.put("ampere-nvgi3", NvidiaLayouts::ampereNvgi3);
    all.put("blackwell", NvidiaLayouts::blackwell);
    all.put("bb77", NvidiaLayouts::bb77);
    all.put("nvidia-tables", NvidiaLayouts::tables);
    all.put("nvidia-bmp", NvidiaLayouts::bmp);
    all.put("amd-flash", AmdLayouts::flash);
    all.put("amd-three", AmdLayouts::three);
    all.put("amd-apu", AmdLayouts::apu);
    all.put("amd-atom-full", AmdLayouts::atomFull);
    all.put("apu-atomfirmware", AmdLayouts::apuAtomFirmware);
    all.put("ati", AmdLayouts::ati);
    all.put("truncated", AmdLayouts::truncated);
    all.put("cut-at-boundary", AmdLayouts::cutAtBoundary);
    all.put("shadow", AmdLayouts::shadow);
    all.put("doubled", AmdLayouts::doubled);
    all.put("vfct", AmdLayouts::vfct);
    all.put("lsi", OtherLayouts::lsi);
    all.put("ipxe", OtherLayouts::ipxe);
    all.put("fcode", OtherLayouts::fcode);
    all.put("pa-risc", OtherLayouts::paRisc);
    all.put("isa", OtherLayouts::isa);
    all.put("seavga", OtherLayouts::seavga);
    all.put("intel-vbt", OtherLayouts::intelVbt);
    all.put("minimal", OtherLayouts::minimal);
    all.put("minimal-hybrid", OtherLayouts::minimalHybrid);
    all.put("efi-only", OtherLayouts::efiOnly);
    all.put("config-utility", OtherLayouts::configUtility);
    all.put("ten-thousand", OtherLayouts::tenThousand);
    all.put("signed-driver", SignedLayouts::signedDriver);
    all.put("altered-driver", SignedLayouts::alteredDriver);
    all.put("signed-amd", SignedLayouts::signedAmd);
    all.put("signed-aa64", SignedLayouts::signedAa64);
    return Collections.unmodifiableSortedMap(all);
  }
}
