package io.github.romparser.check;

import io.github.romparser.finding.Finding;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a consumer makes of a ROM.
 *
 * @param target the consumer
 * @param accepted whether it takes the ROM: runs an image of it, or for drivers uses it
 * @param image the image that it would run or use, counted over all chains of the file in its order
 *     (with one chain, its index there); empty if none, or if the consumer does not choose one
 * @param findings why not, and what else matters to this consumer
 * @param trace what the consumer does, step by step, with its own log text where it prints one
 */
public record Verdict(
    Target target,
    boolean accepted,
    OptionalInt image,
    List<Finding> findings,
    List<String> trace) {
  /**
   * Copies the lists.
   *
   * @param target the consumer
   * @param accepted whether it takes the ROM
   * @param image the image that it would run or use, counted over all chains of the file, from 0;
   *     empty if none, or if the consumer does not choose one
   * @param findings copied; why not, and what else matters to this consumer
   * @param trace copied; what the consumer does, step by step
   */
  public Verdict {
    findings = List.copyOf(findings);
    trace = List.copyOf(trace);
  }
}
