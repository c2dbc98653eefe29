package io.github.romparser.check;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.EfiDriver;
import io.github.romparser.efi.PeImage;
import io.github.romparser.finding.Finding;
import io.github.romparser.rom.EfiImage;
import io.github.romparser.rom.RomChain;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.sign.Authenticode;
import io.github.romparser.sign.TpmEventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A question to consumers as a case file writes it. */
public final class Question {

  private Question() {}

  /** Everything that the consumers say, or the readers of signatures or of event logs. */
  public static List<Finding> ask(String question, byte[] bytes) {
    List<Finding> findings = new ArrayList<>();
    List<String> words = List.of(question.split("\\s+", -1));
    switch (words.get(0)) {
      case "signatures" -> {
        return signatures(Slice.of(bytes));
      }
      case "event-log" -> {
        return TpmEventLog.read(Slice.of(bytes)).findings();
      }
      default -> {}
    }
    CheckInput input = input(words.subList(1, words.size()), Slice.of(bytes));
    for (String target : words.get(0).split(",", -1)) {
      findings.addAll(Consumer.of(Target.of(target).orElseThrow()).check(input).findings());
    }
    return findings;
  }

  /** Of all EFI drivers, or of the file itself if it is no ROM. */
  private static List<Finding> signatures(Slice file) {
    List<Finding> findings = new ArrayList<>();
    PeImage.read(file)
        .ifPresent(pe -> findings.addAll(Authenticode.of(file, pe).findings(file.range())));
    for (RomChain chain : RomReader.read(file).chains()) {
      for (RomImage image : chain.images()) {
        if (image instanceof EfiImage efi
            && EfiDriver.of(efi) instanceof EfiDriver.Loaded driver
            && driver.pe().isPresent()) {
          findings.addAll(
              Authenticode.of(driver.bytes(), driver.pe().get()).findings(efi.driver().range()));
        }
      }
    }
    return findings;
  }

  /** The question's options and the ROM. */
  static CheckInput input(List<String> words, Slice file) {
    Map<String, String> options = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      options.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
    }
    CheckInput input =
        new CheckInput(
            RomReader.read(file),
            options.containsKey("bar")
                ? OptionalLong.of(Long.parseLong(options.remove("bar")))
                : OptionalLong.empty(),
            card(options),
            switch (String.valueOf(options.remove("arch"))) {
              case "null" -> EfiMachine.X64;
              case "aa64" -> EfiMachine.AARCH64;
              case "riscv64" -> EfiMachine.RISCV64;
              default -> throw new IllegalArgumentException("no such architecture");
            },
            options.remove("secure-boot") != null,
            !"0".equals(options.remove("rombar")));
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("no such options: " + options.keySet());
    }
    return input;
  }

  private static Optional<PciDevice> card(Map<String, String> options) {
    Optional<PciDevice> card =
        Optional.ofNullable(options.remove("device")).map(id -> PciDevice.parse(id).orElseThrow());
    String classCode = options.remove("class");
    Optional<PciDevice> board =
        Optional.ofNullable(options.remove("subsystem"))
            .map(id -> PciDevice.parse(id).orElseThrow());
    return card.map(
        ids ->
            new PciDevice(
                ids.vendorId(),
                ids.deviceId(),
                classCode == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(classCode, 16)),
                board.map(b -> OptionalInt.of(b.vendorId())).orElse(OptionalInt.empty()),
                board.map(b -> OptionalInt.of(b.deviceId())).orElse(OptionalInt.empty())));
  }
}
