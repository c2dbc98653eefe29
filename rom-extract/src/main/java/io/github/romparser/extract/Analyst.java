package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Companions;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.Handler;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.OverAllowance;
import io.github.romparser.extract.spi.Product;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at one part: decodes it, opens or searches it, and accounts for all of its bytes. */
final class Analyst {

  private final MagicIndex index;
  private final Budget budget;

  Analyst(MagicIndex index, Budget budget) {
    this.index = index;
    this.budget = budget;
  }

  /** Looks at a part. Throws nothing: whatever goes wrong is told. */
  Analysis analyse(Work work, Allowance allowance) {
    try {
      return look(work, allowance);
    } catch (OverAllowance e) {
      return switch (e.kind()) {
        case AHEAD -> Analysis.not(Analysis.Outcome.LATER, work);
        case TIME -> Analysis.not(Analysis.Outcome.STOPPED, work);
        case BYTES, WORK ->
            Analysis.failed(
                work, new Trouble(Trouble.Reason.LIMIT, work.range().offset(), message(e)));
      };
    } catch (RuntimeException | StackOverflowError e) {
      // A mistake of a handler must not end the search, and must not be hidden either.
      return Analysis.failed(
          work,
          new Trouble(
              Trouble.Reason.FAILED,
              work.range().offset(),
              work.handler().map(h -> h.info().id() + ": ").orElse("")
                  + e.getClass().getSimpleName()));
    } catch (OutOfMemoryError e) {
      return Analysis.failed(
          work,
          new Trouble(
              Trouble.Reason.LIMIT, work.range().offset(), "Java's memory does not suffice"));
    }
  }

  private static String message(OverAllowance e) {
    return Optional.ofNullable(e.getMessage()).orElse("");
  }

  private Analysis look(Work work, Allowance allowance) {
    List<Trouble> troubles = new ArrayList<>();
    Slice bytes;
    long decoded = 0;
    long input = 0;
    if (work.content() instanceof Child.Packed packed) {
      Decoded result = packed.decoder().decode(allowance);
      result.trouble().ifPresent(troubles::add);
      bytes = result.bytes();
      decoded = bytes.length();
      input = packed.input();
      if (bytes.length() == 0) {
        return analysis(
            troubles.isEmpty() ? Part.Kind.AREA : Part.Kind.DEAD_END,
            work,
            bytes,
            decoded,
            input,
            List.of(),
            troubles);
      }
    } else {
      bytes = ((Child.Stored) work.content()).bytes();
    }
    if (work.nesting() > budget.nesting()) {
      troubles.add(
          new Trouble(
              Trouble.Reason.LIMIT, bytes.offset(), budget.nesting() + " parts in each other"));
    } else if (work.handler().isPresent()) {
      Handler handler = work.handler().get();
      CountedCompanions companions = new CountedCompanions(work.companions());
      Opened opened = handler.open(bytes, companions, allowance);
      decoded += companions.bytes();
      troubles.addAll(opened.troubles());
      return analysis(
          Part.Kind.CONTAINER,
          work,
          bytes,
          decoded,
          input,
          entries(work, bytes, opened, handler),
          troubles);
    }
    return area(work, bytes, decoded, input, allowance, troubles);
  }

  private static Analysis analysis(
      Part.Kind kind,
      Work work,
      Slice bytes,
      long decoded,
      long input,
      List<Analysis.Entry> entries,
      List<Trouble> troubles) {
    return new Analysis(
        kind,
        work.handler().map(h -> h.info().id()),
        bytes.range(),
        decoded,
        input,
        entries,
        troubles,
        Analysis.Outcome.DONE);
  }

  // ---- a container -------------------------------------------------------------------------

  /** Children, products and what is left between them, in the order of the container. */
  private static List<Analysis.Entry> entries(
      Work work, Slice bytes, Opened opened, Handler handler) {
    List<Placed> placed = new ArrayList<>();
    List<Range> known = new ArrayList<>(opened.structure());
    Siblings siblings = new Siblings(opened.children());
    long last = bytes.offset();
    for (Child child : opened.children()) {
      Range range =
          child.content() instanceof Child.Stored stored
              ? stored.bytes().range()
              : ((Child.Packed) child.content()).source();
      known.add(range);
      // A packed child may not say where it is stored; it stays behind the one before it.
      last = range.length() > 0 ? range.offset() : last;
      Optional<Handler> not =
          child.handler().isEmpty()
                  && child.content() instanceof Child.Stored
                  && range.offset() == bytes.offset()
              ? Optional.of(handler)
              : Optional.empty();
      placed.add(
          new Placed(
              last,
              new Analysis.More(
                  new Work(
                      work.provenance().then(child.step()),
                      child.content(),
                      child.handler(),
                      not,
                      companions(work, child, siblings),
                      work.depth()
                          + (child.content() instanceof Child.Packed && child.handler().isPresent()
                              ? 1
                              : 0),
                      work.nesting() + 1))));
    }
    for (Range gap : gaps(bytes, known)) {
      Slice rest = bytes.slice(gap.offset() - bytes.offset(), gap.length());
      Part.Kind kind = padding(rest) ? Part.Kind.PADDING : Part.Kind.AREA;
      placed.add(
          new Placed(
              gap.offset(),
              kind == Part.Kind.PADDING
                  ? new Analysis.Rest(kind, gap)
                  : new Analysis.More(
                      new Work(
                          work.provenance()
                              .then(Step.within(String.format(Locale.US, "0x%x", gap.offset()))),
                          new Child.Stored(rest),
                          Optional.empty(),
                          gap.offset() == bytes.offset() ? Optional.of(handler) : Optional.empty(),
                          work.companions(),
                          work.depth(),
                          work.nesting() + 1))));
    }
    placed.sort(Comparator.comparingLong(Placed::at));
    List<Analysis.Entry> entries = new ArrayList<>(opened.products().size() + placed.size());
    for (Product product : opened.products()) {
      entries.add(new Analysis.Other(product));
    }
    placed.forEach(p -> entries.add(p.entry()));
    return entries;
  }

  /** What lies beside a child: other children if it is a file, else what lies beside all. */
  private static Companions companions(Work work, Child child, Siblings siblings) {
    return child.step().fileName().isPresent() || child.content() instanceof Child.Packed
        ? siblings.beside(child)
        : work.companions();
  }

  private record Placed(long at, Analysis.Entry entry) {}

  /** What of a container is in none of the ranges. */
  private static List<Range> gaps(Slice bytes, List<Range> known) {
    List<Range> sorted = new ArrayList<>(known);
    sorted.sort(Comparator.comparingLong(Range::offset));
    List<Range> gaps = new ArrayList<>();
    long at = bytes.offset();
    for (Range range : sorted) {
      if (range.offset() > at && range.offset() <= bytes.end()) {
        gaps.add(Range.between(at, range.offset()));
      }
      at = Math.max(at, Math.min(range.end(), bytes.end()));
    }
    if (at < bytes.end()) {
      gaps.add(Range.between(at, bytes.end()));
    }
    return gaps;
  }

  private static boolean padding(Slice bytes) {
    int fill = bytes.fill().orElse(-1);
    return fill == 0xff || fill == 0;
  }

  // ---- unknown bytes -----------------------------------------------------------------------

  private Analysis area(
      Work work,
      Slice bytes,
      long decoded,
      long input,
      Allowance allowance,
      List<Trouble> troubles) {
    if (padding(bytes)) {
      return analysis(Part.Kind.PADDING, work, bytes, decoded, input, List.of(), troubles);
    }
    boolean formats = work.depth() < budget.depth() && work.nesting() < budget.nesting();
    AreaSearch search = new AreaSearch(index, bytes, allowance, work.notAtStart(), formats);
    search.search();
    troubles.addAll(search.troubles());
    if (work.depth() >= budget.depth()) {
      tooDeep(work, bytes, allowance, troubles);
    }
    List<Placed> placed = new ArrayList<>();
    List<Range> known = new ArrayList<>();
    for (AreaSearch.Hit hit : search.hits()) {
      Slice part = bytes.slice(hit.start(), hit.end() - hit.start());
      known.add(part.range());
      placed.add(
          new Placed(
              part.offset(),
              hit.container().isPresent()
                  ? more(work, part, hit.container().get())
                  : new Analysis.Rom(part)));
    }
    for (AreaSearch.Hit hit : search.loose()) {
      Slice part = bytes.slice(hit.start(), hit.end() - hit.start());
      placed.add(new Placed(part.offset(), new Analysis.Rom(part)));
    }
    for (Range gap : gaps(bytes, known)) {
      Slice rest = bytes.slice(gap.offset() - bytes.offset(), gap.length());
      boolean padding = padding(rest);
      if (known.isEmpty() && !padding) {
        DenseData.trouble(work.provenance().step(), bytes, rest).ifPresent(troubles::add);
        continue;
      }
      placed.add(
          new Placed(
              gap.offset(), new Analysis.Rest(padding ? Part.Kind.PADDING : Part.Kind.AREA, gap)));
      if (!padding) {
        DenseData.trouble(work.provenance().step(), bytes, rest).ifPresent(troubles::add);
      }
    }
    placed.sort(Comparator.comparingLong(Placed::at));
    return analysis(
        Part.Kind.AREA,
        work,
        bytes,
        decoded,
        input,
        placed.stream().map(Placed::entry).toList(),
        troubles);
  }

  /** Tells a container that is not opened because it lies in too many others. */
  private void tooDeep(Work work, Slice bytes, Allowance allowance, List<Trouble> troubles) {
    AreaSearch search = new AreaSearch(index, bytes, allowance, work.notAtStart(), true);
    search.search();
    search.hits().stream()
        .filter(hit -> hit.container().isPresent())
        .findFirst()
        .ifPresent(
            hit ->
                troubles.add(
                    new Trouble(
                        Trouble.Reason.LIMIT,
                        bytes.offset() + hit.start(),
                        budget.depth() + " containers in each other")));
  }

  private static Analysis.More more(Work work, Slice part, AreaSearch.Claim claim) {
    Provenance provenance =
        claim.found().step().map(work.provenance()::then).orElse(work.provenance());
    return new Analysis.More(
        new Work(
            provenance,
            new Child.Stored(part),
            Optional.of(claim.handler()),
            Optional.empty(),
            work.companions(),
            work.depth() + 1,
            work.nesting() + 1));
  }
}
