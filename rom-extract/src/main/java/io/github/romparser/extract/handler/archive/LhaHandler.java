package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import java.util.List;
import java.util.Optional;

/**
 * LHA archives, and single files of such archives wherever they stand: BIOSes are made of them. An
 * archive is one file behind the other, and a zero byte at the end.
 */
public final class LhaHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "lha",
          "LHA, LZH",
          "Haruyasu Yoshizaki; BIOS makers",
          "-lh0-, -lh4- to -lh7-, -lz4-, -lz5-; headers of level 0 to 3; single files anywhere;"
              + " damaged and cut files as far as they go",
          "-lh1- to -lh3-, -lzs- and larger windows than 64 KiB are told, not opened; names that"
              + " are not UTF-8 are taken for Latin-1",
          FormatInfo.Proof.OWN_TOOL,
          List.of("LHa for UNIX 1.14i, header.doc", "lhasa 0.3.1"));

  /** Called by the {@link java.util.ServiceLoader}. */
  public LhaHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text("-lh", LhaMember.METHOD), Magic.text("-lz", LhaMember.METHOD));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    LhaMembers members = new LhaMembers(INFO.id(), area, allowance);
    long at = start;
    Optional<LhaMember> member = LhaMember.read(area, at);
    while (member.isPresent()) {
      allowance.work(member.get().header());
      at = members.end(at, member.get());
      member = LhaMember.read(area, at);
    }
    if (at == start) {
      return Optional.empty();
    }
    return Optional.of(Found.upTo(area.has(at, 1) && area.u8(at) == 0 ? at + 1 : at));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    LhaMembers members = new LhaMembers(INFO.id(), container, allowance);
    long at = 0;
    Optional<LhaMember> member = LhaMember.read(container, at);
    while (member.isPresent()) {
      at = members.open(at, member.get(), opened);
      member = LhaMember.read(container, at);
    }
    return opened.build();
  }
}
