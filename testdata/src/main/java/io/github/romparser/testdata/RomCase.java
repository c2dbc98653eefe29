package io.github.romparser.testdata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One case of one finding: bytes, and whether the finding shall fire on them.
 *
 * @param code the id of the finding, which is the name of the file without its suffix
 * @param title one line about the case
 * @param fires true when the finding shall be made, false when it shall not
 * @param severity "error", "warning" or "note", where the case says so
 * @param offset where the finding shall be, in bytes from the start of the file, where given
 * @param length over how many bytes the finding shall be, where given
 * @param steps how the bytes are made, as written in the case file
 */
public record RomCase(
    String code,
    String title,
    boolean fires,
    Optional<String> severity,
    OptionalLong offset,
    OptionalLong length,
    List<String> steps) {

  /** The step that says which consumers are asked. */
  static final String FOR = "for";

  /** All cases, once they were asked for: each step of each is tried when its file is read. */
  private static List<RomCase> loaded = List.of();

  /** Keeps a copy of the steps. */
  public RomCase {
    steps = List.copyOf(steps);
  }

  /**
   * The cases of one finding, in the order of the file.
   *
   * @throws IllegalArgumentException when there is no such file or when it is malformed; the
   *     message names file and line
   */
  public static List<RomCase> load(String code) {
    return CaseFiles.load(code);
  }

  /**
   * All cases, sorted by code and then in the order of the file.
   *
   * @throws IllegalArgumentException when a file is malformed; the message names file and line
   */
  public static synchronized List<RomCase> all() {
    if (loaded.isEmpty()) {
      loaded = CaseFiles.codes().stream().flatMap(code -> load(code).stream()).toList();
    }
    return loaded;
  }

  /** The bytes of the case, made anew at every call; the same every time. */
  public byte[] bytes() {
    return CaseSteps.run(steps);
  }

  /**
   * Which consumers are asked and how, for a finding that is made by a consumer's check: {@code
   * TARGET[,TARGET…]}, then any of {@code device=vvvv:dddd}, {@code class=cccccc}, {@code
   * subsystem=vvvv:dddd}, {@code arch=NAME}, {@code bar=BYTES}, {@code secure-boot}, {@code
   * rombar=0}. In place of the consumers {@code extract} asks what a search says, with any of
   * {@code device=vvvv:dddd}, {@code parts=COUNT}; {@code signatures} asks for the signatures of
   * all EFI drivers or of a bare one, and {@code event-log} reads the bytes as a TPM's event log.
   * {@code acpi vfct}, {@code acpi scan} and {@code acpi rom} read the bytes with these, the last
   * with any of {@code pieces=BYTES} to give them in files {@code rom.0}, {@code rom.1} and so on,
   * {@code skip=NUMBER} to leave out one of these, {@code beside=FORMAT} to add a file with a few
   * bytes as text. {@code acpi ssdt} asks whether tables can be made that hold the ROM. Empty for a
   * finding that is made while reading.
   */
  public Optional<String> question() {
    return steps.stream()
        .filter(step -> step.startsWith(FOR + " "))
        .map(step -> step.substring(FOR.length()).strip())
        .findFirst();
  }

  /** Code and title, as a test report shows them. */
  @Override
  public String toString() {
    return code + (fires ? " fires: " : " silent: ") + title;
  }
}
