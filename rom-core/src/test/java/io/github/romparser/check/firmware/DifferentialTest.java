package io.github.romparser.check.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.check.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * ROMs at random, in real firmware and in the checks. More of them: {@code
 * -Drom.differential.seabios=1000 -Drom.differential.ovmf=300 -Drom.differential.seed=5}. ROMs on
 * which firmware and check differ are left in {@code target/disagreements}.
 */
class DifferentialTest {
  private static final long SEED = Long.getLong("rom.differential.seed", 20_260_000);

  /** How many ROMs may be run of which the check says that the firmware hangs on them. */
  private static final int HANGS = 1;

  private static final char FIRST_TAG = 0x80;

  @TempDir private Path room;

  private final List<String> disagreements = new ArrayList<>();

  @Test
  void seaBios() throws IOException {
    FirmwareLab.needSeaBios();
    FirmwareLab lab = new FirmwareLab(room);
    for (RandomRom rom :
        roms(Target.SEABIOS, Integer.getInteger("rom.differential.seabios", 100))) {
      compare(Target.SEABIOS, rom, lab.seaBios(rom.mounted()));
    }
    assertThat(disagreements).isEmpty();
  }

  @Test
  void ovmf() throws IOException {
    FirmwareLab.needOvmf();
    List<RandomRom> roms =
        roms(Target.OVMF, Integer.getInteger("rom.differential.ovmf", FirmwareLab.TOGETHER));
    List<Outcome> outcomes =
        new OvmfSeries(new FirmwareLab(room))
            .run(
                roms.stream().map(RandomRom::mounted).toList(),
                (i, outcome) -> differ(Target.OVMF, roms.get(i), outcome).isEmpty());
    for (int i = 0; i < roms.size(); i++) {
      compare(Target.OVMF, roms.get(i), outcomes.get(i));
    }
    assertThat(disagreements).isEmpty();
  }

  private static List<RandomRom> roms(Target target, int count) {
    List<RandomRom> roms = new ArrayList<>();
    int hangs = 0;
    for (long seed = SEED; roms.size() < count; seed++) {
      int place = roms.size() % FirmwareLab.TOGETHER;
      RandomRom rom =
          RandomRom.of(target, seed, (char) (FIRST_TAG + place * RandomRom.MOST_IMAGES));
      hangs += Comparison.of(target, rom.mounted()).predictsHang() ? 1 : 0;
      if (hangs <= HANGS || !Comparison.of(target, rom.mounted()).predictsHang()) {
        roms.add(rom);
      }
    }
    return roms;
  }

  private static Optional<String> differ(Target target, RandomRom rom, Outcome outcome) {
    return Comparison.of(target, rom.mounted()).disagreement(outcome);
  }

  private void compare(Target target, RandomRom rom, Outcome outcome) throws IOException {
    Optional<String> difference = differ(target, rom, outcome);
    if (difference.isPresent()) {
      Path folder = Files.createDirectories(Path.of("target", "disagreements"));
      Path file = folder.resolve(target.id() + "-" + rom.seed() + ".rom");
      Files.write(file, rom.mounted().rom().build());
      String text = file + ": " + rom.recipe() + System.lineSeparator() + "  " + difference.get();
      System.err.println(text);
      disagreements.add(text);
    }
  }
}
