package io.github.romparser.check.firmware;

import io.github.romparser.check.Target;
import io.github.romparser.check.firmware.FirmwareLab.Mounted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Many ROMs in OVMF, with as few machines as will do. */
final class OvmfSeries {

  private final FirmwareLab lab;

  OvmfSeries(FirmwareLab lab) {
    this.lab = lab;
  }

  /**
   * Runs them; ROMs that stand less than {@link FirmwareLab#TOGETHER} apart in the list have no tag
   * in common. A ROM on which the firmware hangs, as the check says, gets a machine of its own, and
   * so does one whose outcome is not as expected.
   *
   * @param expected whether the outcome of the ROM with this number is no surprise
   */
  List<Outcome> run(List<Mounted> all, BiPredicate<Integer, Outcome> expected) throws IOException {
    Outcome[] outcomes = new Outcome[all.size()];
    for (int from = 0; from < all.size(); from += FirmwareLab.TOGETHER) {
      int to = Math.min(all.size(), from + FirmwareLab.TOGETHER);
      List<Integer> calm = IntStream.range(from, to).boxed().filter(i -> calm(all.get(i))).toList();
      Optional<List<Outcome>> together = lab.together(calm.stream().map(all::get).toList());
      for (int i = from; i < to; i++) {
        int place = calm.indexOf(i);
        Optional<Outcome> outcome =
            place < 0 ? Optional.empty() : together.map(seen -> seen.get(place));
        int number = i;
        outcomes[i] =
            outcome.isPresent() && outcome.filter(o -> expected.test(number, o)).isPresent()
                ? outcome.get()
                : lab.ovmf(all.get(i));
      }
    }
    return new ArrayList<>(Arrays.asList(outcomes));
  }

  private static boolean calm(Mounted rom) {
    return !Comparison.of(Target.OVMF, rom).predictsHang();
  }
}
