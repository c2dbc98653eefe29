package io.github.romparser.rom;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Argument;
import io.github.romparser.finding.FindingCode;
import io.github.romparser.rom.header.IfrHeader;
import io.github.romparser.rom.header.LegacyRomHeader;
import io.github.romparser.rom.header.PnpHeader;
import io.github.romparser.rom.header.RomDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads option ROMs: bytes to model.
 *
 * <pre>{@code
 * RomFile rom = RomReader.read(ByteInput.of(Path.of("gpu.rom")).read());
 * for (RomChain chain : rom.chains()) {
 *   for (RomImage image : chain.images()) {
 *     System.out.println(image.offset() + " " + image.dataStructure().codeType());
 *   }
 * }
 * }</pre>
 *
 * <p>Nothing in the bytes makes this throw: what is malformed becomes a finding beside what was
 * read. Time grows with the size of the file, memory beyond the file itself with the number of
 * images.
 */
public final class RomReader {

  /** The most images that are read of one file. Published ROMs have at most seven. */
  public static final int MOST_IMAGES = 16_384;

  /** How far behind "NVFW" a ROM directory is looked for, in bytes: NVIDIA's limit for a ROM. */
  private static final int DIRECTORY_REACH = 0x10_0000;

  /** Border that a ROM directory stands on, in bytes (measured: 0x100). */
  private static final int DIRECTORY_ALIGNMENT = 0x10;

  private final Slice file;
  private final FileSignature signature;
  private final FindingList findings;
  private Optional<IfrHeader> ifr = Optional.empty();

  private RomReader(Slice file) {
    this.file = file;
    this.signature = FileSignature.of(file);
    this.findings = new FindingList(file.range());
  }

  /**
   * Reads all option ROMs of a file.
   *
   * @param file the whole file, or a part of one that is to be looked at by itself; offsets in the
   *     model count from the start of the file that the slice came from
   * @return the model of the file; without chains if there is no ROM in it
   */
  public static RomFile read(Slice file) {
    return new RomReader(file).read();
  }

  /**
   * Reads one chain and nothing around it.
   *
   * @param bytes what the chain is in
   * @param at where it begins, in bytes from the start of {@code bytes}; see {@link RomScanner}
   * @return empty if no chain begins there
   */
  public static Optional<RomChain> readChain(Slice bytes, long at) {
    return at >= 0 && Link.read(bytes, at).isPresent()
        ? Optional.of(new ChainReader(bytes).read(at, MOST_IMAGES))
        : Optional.empty();
  }

  private RomFile read() {
    List<RomChain> chains = readChains(firstPlace());
    Optional<IsaRom> isaRom = chains.isEmpty() ? isaRom() : Optional.empty();
    FileKind kind = kind(chains, isaRom);
    Optional<Prefix> prefix =
        chains.isEmpty() || chains.get(0).offset() == file.offset()
            ? Optional.empty()
            : Optional.of(prefix(kind, chains.get(0)));
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < chains.size(); i++) {
      gap(chains.get(i - 1).end(), chains.get(i).offset()).ifPresent(gaps::add);
    }
    Optional<Gap> trailing =
        chains.isEmpty() ? Optional.empty() : gap(chains.get(chains.size() - 1).end(), file.end());
    RomFile model = new RomFile(file, kind, chains, prefix, gaps, trailing, isaRom, List.of());
    new FileFindings(model, signature, findings).find();
    for (int i = 0; i < chains.size(); i++) {
      new ChainFindings(model, i, findings).find();
      for (RomImage image : chains.get(i).images()) {
        new ImageFindings(file, image, findings).find();
      }
    }
    return new RomFile(file, kind, chains, prefix, gaps, trailing, isaRom, findings.sorted());
  }

  /** Where the first chain may begin: as NVIDIA's flash header says, else anywhere. */
  private long firstPlace() {
    ifr = IfrHeader.read(file, 0);
    if (ifr.isPresent()) {
      OptionalLong rom = ifr.get().romOffset();
      if (rom.isPresent() && Link.read(file, rom.getAsLong()).isPresent()) {
        return rom.getAsLong();
      }
    }
    return 0;
  }

  private List<RomChain> readChains(long from) {
    ChainReader reader = new ChainReader(file);
    List<RomChain> chains = new ArrayList<>();
    Map<Integer, Integer> byHash = new HashMap<>();
    int images = 0;
    long at = RomScanner.next(file, from);
    while (at >= 0) {
      if (images >= MOST_IMAGES) {
        limit(at, images);
        break;
      }
      RomChain chain = reader.read(at, MOST_IMAGES - images);
      images += chain.images().size();
      chains.add(told(chain, chains, byHash));
      if (chain.pci().endReason() == EndReason.LIMIT
          || chain.vendor().endReason() == EndReason.LIMIT) {
        limit(chain.end() - file.offset(), images);
        break;
      }
      // A chain whose first image has length 0 ends where it begins.
      at = RomScanner.next(file, Math.max(chain.end() - file.offset(), at + 1));
    }
    return chains;
  }

  private void limit(long at, int images) {
    findings.add(
        FindingCode.TOO_MANY_IMAGES,
        Range.between(file.offset() + at, file.end()),
        new Argument.Offset(file.offset() + at),
        new Argument.Count(images));
  }

  /** The chain, told whether it is a copy of an earlier one. */
  private RomChain told(RomChain chain, List<RomChain> earlier, Map<Integer, Integer> byHash) {
    if (earlier.isEmpty()) {
      return chain; // as nearly always; then there is nothing to hash
    }
    if (byHash.isEmpty()) {
      byHash.put(bytes(earlier.get(0)).contentHash(), 0);
    }
    Slice bytes = bytes(chain);
    Integer same = byHash.putIfAbsent(bytes.contentHash(), earlier.size());
    boolean copy = same != null && bytes.length() > 0 && bytes(earlier.get(same)).sameBytes(bytes);
    return new RomChain(
        chain.offset(),
        chain.end(),
        chain.images(),
        chain.pci(),
        chain.vendor(),
        copy ? OptionalInt.of(same) : OptionalInt.empty());
  }

  private Slice bytes(RomChain chain) {
    return file.clamp(chain.offset() - file.offset(), chain.end() - chain.offset());
  }

  private FileKind kind(List<RomChain> chains, Optional<IsaRom> isaRom) {
    if (!chains.isEmpty() && chains.get(0).offset() == file.offset()) {
      return FileKind.OPTION_ROM;
    }
    if (isaRom.isPresent()) {
      return FileKind.ISA_ROM;
    }
    return !chains.isEmpty() && signature.kind() == FileKind.UNKNOWN
        ? FileKind.WRAPPED_ROM
        : signature.kind();
  }

  private Prefix prefix(FileKind kind, RomChain first) {
    Range range = Range.between(file.offset(), first.offset());
    if (ifr.isPresent()) {
      return new Prefix(range, Prefix.Kind.NVGI, ifr, Optional.empty());
    }
    Optional<Long> nvfw = FileSignature.nvfw(file);
    if (nvfw.isPresent()) {
      return new Prefix(range, Prefix.Kind.NVFW, Optional.empty(), directory(nvfw.get()));
    }
    if (kind == FileKind.ACPI_VFCT) {
      return new Prefix(range, Prefix.Kind.VFCT, Optional.empty(), Optional.empty());
    }
    Prefix.Kind plain =
        switch (Fill.of(file.clamp(0, range.length()))) {
          case FF -> Prefix.Kind.FF;
          case ZERO -> Prefix.Kind.ZERO;
          case DATA -> Prefix.Kind.UNKNOWN;
        };
    return new Prefix(range, plain, Optional.empty(), Optional.empty());
  }

  /**
   * NVIDIA's ROM directory in a flash image of a Blackwell card. What points to it is not known; it
   * stands in the padding of an image (measured), so it is looked for, and has to lead to an image.
   */
  private Optional<RomDirectory> directory(long flash) {
    long end = Math.min(file.length(), flash + DIRECTORY_REACH);
    for (long at = flash; at < end; at += DIRECTORY_ALIGNMENT) {
      Optional<RomDirectory> directory = RomDirectory.read(file, at);
      if (directory.isPresent()
          && Link.read(file, flash + directory.get().romOffset()).isPresent()) {
        return directory;
      }
    }
    return Optional.empty();
  }

  private Optional<Gap> gap(long from, long to) {
    return from >= to
        ? Optional.empty()
        : Optional.of(
            new Gap(Range.between(from, to), Fill.of(file.clamp(from - file.offset(), to - from))));
  }

  /** 55AA, a size that fits, and a right sum over it (Plug and Play BIOS 1.0A §3). */
  private Optional<IsaRom> isaRom() {
    if (!file.has(0, 0x1a) || file.u16(0) != 0xaa55) {
      return Optional.empty();
    }
    LegacyRomHeader header = LegacyRomHeader.read(file, 0);
    long length = header.initializationLength();
    return length > 0 && file.has(0, length) && file.sum8(0, length) == 0
        ? Optional.of(
            new IsaRom(
                header, length, PnpHeader.readChain(file.clamp(0, length), header.pnpPointer())))
        : Optional.empty();
  }
}
