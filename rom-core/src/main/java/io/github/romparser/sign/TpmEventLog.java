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

  /**
   * Copies the lists.
   *
   * @param cryptoAgile whether a Spec ID event begins it
   * @param algorithms copied; TPM_ALG_ID of each digest that events have, known or not
   * @param events copied; in the order of the log
   * @param findings copied; empty if it does not break off
   */
  public TpmEventLog {
    algorithms = List.copyOf(algorithms);
    events = List.copyOf(events);
    findings = List.copyOf(findings);
  }

  /**
   * Reads a log in either of the two forms. Padding of 00 or FF behind the events is passed over.
   *
   * @param log the whole log; of a longer one the first 65,536 events are read
   * @return the log; where it breaks off, the events before that place and a finding
   */
  public static TpmEventLog read(Slice log) {
    return new TpmLogReader(log).read();
  }

  /**
   * {@return the events that have this digest, whatever they are, in the order of the log}
   *
   * @param algorithm of the digest
   * @param digest lower-case hex digits, two a byte
   */
  public List<TpmEvent> with(DigestAlgorithm algorithm, String digest) {
    return events.stream().filter(e -> digest.equals(e.digests().get(algorithm))).toList();
  }

  /** {@return those of {@link #algorithms()} that are known here, in the same order} */
  public List<DigestAlgorithm> known() {
    return algorithms.stream().flatMap(id -> DigestAlgorithm.ofTpm(id).stream()).toList();
  }
}
