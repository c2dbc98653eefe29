package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.Found;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Magic;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import io.github.romparser.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RAR archives. Files that are only stored are searched; those that RAR compressed are named, so
 * that the user can unpack them.
 */
public final class RarHandler implements Handler {

  private static final FormatInfo INFO =
      new FormatInfo(
          "rar",
          "RAR 1.5 to 5",
          "RARLAB",
          "names, stored files",
          "compressed files are not unpacked: unrar, 7z or bsdtar do it",
          FormatInfo.Proof.SYNTHETIC,
          List.of("RAR 5.0 archive format (rarlab.com/technote.htm)", "unrar: headers.hpp"));

  /** So many names are told. */
  private static final int FEW = 4;

  /** Called by the {@link java.util.ServiceLoader}. */
  public RarHandler() {}

  @Override
  public FormatInfo info() {
    return INFO;
  }

  @Override
  public List<Magic> magics() {
    return List.of(Magic.text(RarWalk.MARK_4), Magic.text(RarWalk.MARK_5));
  }

  @Override
  public Optional<Found> probe(Slice area, long start, Allowance allowance) {
    RarWalk walk = RarWalk.of(area.from(start), allowance);
    return walk.blocks() == 0 ? Optional.empty() : Optional.of(Found.upTo(start + walk.end()));
  }

  @Override
  public Opened open(Slice container, Allowance allowance) {
    RarWalk walk = RarWalk.of(container, allowance);
    Opened.Builder opened = Opened.builder();
    walk.structure().forEach(opened::structure);
    List<String> packed = new ArrayList<>();
    List<String> locked = new ArrayList<>();
    for (RarWalk.Member member : walk.members()) {
      if (member.encrypted()) {
        locked.add(member.name());
        opened.structure(member.bytes().range());
      } else if (member.stored()) {
        opened.child(Child.stored(Step.file(INFO.id(), member.name()), member.bytes()));
      } else {
        packed.add(member.name());
        opened.structure(member.bytes().range());
      }
    }
    if (walk.locked() || !locked.isEmpty()) {
      String which = walk.locked() ? "names too" : names(locked);
      opened.trouble(Trouble.Reason.PASSWORD, container.offset(), which);
    }
    if (!packed.isEmpty()) {
      opened.trouble(
          Trouble.Reason.UNSUPPORTED,
          container.offset(),
          "RAR compression, " + names(packed),
          FindingCode.RAR_ARCHIVE);
    }
    if (!walk.whole() && !walk.locked()) {
      opened.trouble(Trouble.Reason.TRUNCATED, container.end(), "it ends within the archive");
    }
    return opened.build();
  }

  private static String names(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
    return names.size()
        + (names.size() == 1 ? " file: " : " files: ")
        + first
        + (names.size() > FEW ? ", ..." : "");
  }
}
