package io.github.romparser.extract;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Trouble;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds every option ROM in anything.
 *
 * <pre>{@code
 * Slice update = ByteInput.of(Path.of("update.exe")).read();
 * Extraction found = Extractor.extract("update.exe", update, ExtractOptions.usual());
 * for (FoundRom rom : found.roms()) {
 *   System.out.println(rom.fileName() + " " + rom.sources().get(0).path());
 * }
 * }</pre>
 *
 * <p>Nothing in the bytes makes this throw. Time and memory are bounded by the {@link Budget}.
 */
public final class Extractor {

  private final ExtractOptions options;
  private final Budget budget;
  private final Slice blob;
  private final Findings findings;
  private final BooleanSupplier stop;
  private final List<Part> parts = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private long held;
  private long decoded;

  private Extractor(String name, Slice blob, ExtractOptions options) {
    this.options = options;
    this.budget = options.budget();
    this.blob = blob;
    this.findings = new Findings(name, budget, options.listener());
    long end =
        budget.time().isZero() ? Long.MAX_VALUE : System.nanoTime() + budget.time().toNanos();
    BooleanSupplier cancelled = options.cancelled();
    this.stop =
        () ->
            cancelled.getAsBoolean()
                || (end != Long.MAX_VALUE && System.nanoTime() - end > 0)
                || Thread.currentThread().isInterrupted();
  }

  /**
   * Searches a file.
   *
   * @param name what to call it in paths
   * @param blob all of it
   * @param options how to search
   * @return what was found; if the search was ended early, what was found until then, and the
   *     finding {@code SEARCH_ENDED}
   */
  public static Extraction extract(String name, Slice blob, ExtractOptions options) {
    return new Extractor(name, blob, options).run(name);
  }

  private Extraction run(String name) {
    Analyst analyst = new Analyst(new MagicIndex(options.handlers()), budget);
    try (Crew crew = new Crew(analyst, budget, options.threads(), stop)) {
      Work all = Work.of(name, blob, options.companions());
      boolean whole = visit(all, -1, crew, 0, 1);
      while (whole && !frames.isEmpty()) {
        if (stop.getAsBoolean()) {
          whole = false; // also where the rest was looked at ahead
          break;
        }
        crew.lookAhead(frames, decoded < budget.decodedBytes());
        Frame frame = frames.element();
        if (!frame.hasNext()) {
          held -= frames.remove().heldBytes();
          continue;
        }
        Analysis.Entry entry = frame.next();
        options.listener().progress((long) (frame.done() * blob.length()), blob.length());
        whole = take(entry, frame, crew);
      }
      if (!whole) {
        findings.ended(frames.isEmpty() ? all.provenance() : frames.element().provenance());
      }
    }
    options.listener().progress(blob.length(), blob.length());
    return findings.extraction(blob, parts);
  }

  /** One entry of a part. Whether to go on. */
  private boolean take(Analysis.Entry entry, Frame frame, Crew crew) {
    if (parts.size() >= budget.parts()) {
      findings.tooManyParts(frame.provenance(), budget.parts());
      return false;
    }
    if (entry instanceof Analysis.More more) {
      return visit(more.work(), frame.number(), crew, frame.done(), frame.shareOfEntry());
    }
    if (entry instanceof Analysis.Rom rom) {
      findings.rom(rom.bytes(), frame.provenance());
      part(frame, Part.Kind.ROM, rom.bytes().range());
    } else if (entry instanceof Analysis.Other other) {
      findings.product(other.product(), frame.provenance());
      part(frame, Part.Kind.PRODUCT, other.product().bytes().range());
    } else if (entry instanceof Analysis.Rest rest) {
      part(frame, rest.kind(), rest.range());
    }
    return true;
  }

  private void part(Frame frame, Part.Kind kind, Range range) {
    parts.add(
        new Part(
            parts.size(),
            frame.number(),
            frame.provenance(),
            kind,
            Optional.empty(),
            range,
            false));
  }

  private boolean visit(Work work, int parent, Crew crew, double from, double share) {
    if (work.packed() && decoded >= budget.decodedBytes()) {
      crew.forget(work);
      parts.add(
          new Part(
              parts.size(),
              parent,
              work.provenance(),
              Part.Kind.DEAD_END,
              work.handler().map(h -> h.info().id()),
              work.range(),
              true));
      findings.trouble(tooMuch(work.range().offset()), work.provenance());
      return !stop.getAsBoolean();
    }
    Analysis analysis = crew.analyse(work);
    if (analysis.outcome() == Analysis.Outcome.STOPPED) {
      return false;
    }
    int number = parts.size();
    Optional<Trouble> over = over(analysis);
    parts.add(
        new Part(
            number,
            parent,
            work.provenance(),
            over.isPresent() ? Part.Kind.DEAD_END : analysis.kind(),
            analysis.format(),
            analysis.range(),
            work.packed()));
    // What was decoded in vain counts too: it has cost as much.
    decoded += analysis.decodedBytes();
    if (over.isPresent()) {
      findings.trouble(over.get(), work.provenance());
      return true;
    }
    analysis.troubles().forEach(trouble -> findings.trouble(trouble, work.provenance()));
    if (!analysis.entries().isEmpty()) {
      held += analysis.decodedBytes();
      frames.push(
          new Frame(
              number, work.provenance(), analysis.entries(), analysis.decodedBytes(), from, share));
    }
    return true;
  }

  /** Whether what was decoded is more than may be held or decoded at all. */
  private Optional<Trouble> over(Analysis analysis) {
    long bytes = analysis.decodedBytes();
    if (held + bytes > budget.heldBytes()) {
      return Optional.of(
          new Trouble(
              Trouble.Reason.LIMIT,
              analysis.range().offset(),
              "more than " + budget.heldBytes() + " decoded bytes would be held at once"));
    }
    return decoded + bytes > budget.decodedBytes()
        ? Optional.of(tooMuch(analysis.range().offset()))
        : Optional.empty();
  }

  private Trouble tooMuch(long offset) {
    return new Trouble(
        Trouble.Reason.LIMIT,
        offset,
        "more than " + budget.decodedBytes() + " bytes would be decoded");
  }
}
