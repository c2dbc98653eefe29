package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import io.github.romparser.finding.Finding;
import java.util.List;

/**
 * The event log of a TPM: what the firmware measured while it started, option ROMs among it. Linux
 * has it in /sys/kernel/security/tpm0/binary_bios_measurements.
 *
 * <p>Two forms are read: events with a SHA-1 digest alone (TCG PC Client Specific Implementation
 * Specification for Conventional BIOS 1.21 §11.1), and the crypto-agile form, which a Spec ID event
 * begins (TCG PC Client Platform Firmware Profile 1.06 §10.4.5.1).
 *
 * @param cryptoAgile whether it is of the second form
 * @param algorithms TPM_ALG_ID of each digest that events have
 * @param events in the order of the log, without the Spec ID event
 * @param findings where it breaks off, if it does; what was read before is kept
 */
public record TpmEventLog(
    boolean cryptoAgile, List<Integer> algorithms, List<TpmEvent> events, List<Finding> findings) {

  /** More events than any machine has. */
  static final int MOST_EVENTS = 65_536;

  /** Copies the lists. */
  public TpmEventLog {
    algorithms = List.copyOf(algorithms);
    events = List.copyOf(events);
    findings = List.copyOf(findings);
  }

  /** Reads a log. */
  public static TpmEventLog read(Slice log) {
    return new TpmLogReader(log).read();
  }

  /** The events that have this digest, whatever they are. */
  public List<TpmEvent> with(DigestAlgorithm algorithm, String digest) {
    return events.stream().filter(e -> digest.equals(e.digests().get(algorithm))).toList();
  }

  /** The algorithms that are known here. */
  public List<DigestAlgorithm> known() {
    return algorithms.stream().flatMap(id -> DigestAlgorithm.ofTpm(id).stream()).toList();
  }
}
