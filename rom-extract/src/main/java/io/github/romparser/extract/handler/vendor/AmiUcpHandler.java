package io.github.romparser.extract.handler.vendor;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AMI's utility configuration programs: what AFU carries behind or in its own program. */
public final class AmiUcpHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "ami-ucp",
          "AMI UCP",
          "AMI; HP, Clevo, Tongfang, ASUS",
          "@UAF and @HPU, modules stored and in EFI 1.1 compression, names from @NAL, UCP in UCP;"
              + " the checksum of the whole",
          "checksums of single modules and signatures are not checked",
          FormatInfo.Proof.SYNTHETIC,
          List.of("BIOSUtilities ami_ucp_extract.py"));

  private static final String NAMES = "@NAL";

  /** A list of names has a line for each module, of which there are some dozens. */
  private static final int LONGEST_LIST = 1 << 16;

  /** So many modules that are cut off or have no right size are told. */
  private static final int MOST_TROUBLES = 8;

  /** Called by the {@link java.util.ServiceLoader}. */
  public AmiUcpHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("@UAF"), Magic.text("@HPU"));
  }

  /** The checksum is left to {@link #open}: it would cost as much as the file is long. */
  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    long first = start + UcpModule.HEADER;
    if (!UcpModule.tagged(area, start) || !UcpModule.tagged(area, first)) {
      return Optional.empty();
    }
    long size = UcpModule.size(area, start);
    return size >= UcpModule.HEADER + UcpModule.DATA_AT && UcpModule.size(area, first) < size
        ? Optional.of(Found.upTo(Math.min(area.length(), start + size)))
        : Optional.empty();
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    if (!UcpModule.tagged(container, 0)) {
      return opened.build();
    }
    opened.structure(container.slice(0, UcpModule.HEADER).range());
    long claimed = UcpModule.size(container, 0);
    if (claimed > container.length()) {
      opened.trouble(
          Trouble.Reason.TRUNCATED,
          container.offset(),
          "a UCP file of " + claimed + " bytes, of which " + container.length() + " are here");
    } else if (sum(container, allowance) != 0) {
      opened.trouble(Trouble.Reason.DAMAGED, container.offset(), "UCP checksum is wrong");
    }
    List<UcpModule> modules = modules(container, opened);
    Map<String, String> names = names(modules, allowance);
    for (UcpModule module : modules) {
      opened.structure(
          container
              .slice(
                  module.stream().offset() - container.offset() - UcpModule.HEADER,
                  UcpModule.DATA_AT)
              .range());
      Slice data = module.data();
      if (data.length() > 0) {
        Step step = Step.file(INFO.id(), names.getOrDefault(module.tag(), module.tag()));
        opened.child(
            module.packed()
                ? Child.packed(step, data.range(), module::decode)
                : Child.stored(step, data));
      }
    }
    return opened.build();
  }

  /** Modules one behind the other, up to the first that is none. */
  private static List<UcpModule> modules(Slice container, Opened.Builder opened) {
    List<UcpModule> modules = new ArrayList<>();
    int troubles = 0;
    long at = UcpModule.HEADER;
    while (UcpModule.tagged(container, at)) {
      Optional<UcpModule> read = UcpModule.read(container, at);
      read.ifPresent(modules::add);
      long claimed = UcpModule.size(container, at);
      boolean cut = at + claimed > container.length();
      if ((cut || read.isEmpty()) && troubles++ < MOST_TROUBLES) {
        opened.trouble(
            cut ? Trouble.Reason.TRUNCATED : Trouble.Reason.DAMAGED,
            container.offset() + at,
            container.latin1(at, UcpModule.TAG) + ", a module of " + claimed + " bytes");
      }
      // Where the size of a module is none, that of its data may lead to the next.
      at += read.isPresent() ? claimed : UcpModule.dataEnd(container, at);
    }
    return modules;
  }

  /** The sum of all 16-bit values, which is 0; a byte too many counts for itself. */
  private static int sum(Slice container, Allowance allowance) {
    long whole = UcpModule.size(container, 0);
    allowance.work(whole);
    return container
        .slice(0, whole)
        .within(
            (array, from, to) -> {
              int sum = 0;
              for (int i = from; i < to; i++) {
                sum += (array[i] & 0xff) << ((i - from & 1) * Byte.SIZE);
              }
              return sum & 0xffff;
            });
  }

  /** Lines such as {@code @ROM:\fw\bios.rom}. */
  private static Map<String, String> names(List<UcpModule> modules, Allowance allowance) {
    Map<String, String> names = new HashMap<>();
    for (UcpModule module : modules) {
      if (!module.tag().equals(NAMES)
          || module.stream().u32(4) > LONGEST_LIST
          || module.data().length() > LONGEST_LIST) {
        continue;
      }
      Decoded list = module.packed() ? module.decode(allowance) : Decoded.of(module.data());
      Slice text = list.bytes().clamp(0, LONGEST_LIST);
      for (String line : text.latin1(0, text.length()).split("[\r\n\0]+", -1)) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : name(line.substring(colon + 1));
        if (!name.isEmpty()) {
          names.putIfAbsent(line.substring(0, colon).strip(), name);
        }
      }
      // A second list would only cost time.
      break;
    }
    return names;
  }

  private static String name(String path) {
    String slashes = path.strip().replace('\\', '/');
    return slashes.replaceFirst("^/+", "");
  }
}
