package io.github.romparser.cli.command;

import io.github.romparser.check.Target;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The values of {@code check}'s options that shells complete. */
final class CheckChoices {

  private CheckChoices() {}

  /** Of {@code --for}. */
  static final class Targets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Target.values()).map(Target::id).iterator();
    }
  }

  /** Of {@code --arch}. */
  static final class Machines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("x64", "ia32", "aa64", "riscv64", "loongarch64").iterator();
    }
  }

  /** Of {@code --rombar}. */
  static final class Bars implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("1", "0").iterator();
    }
  }
}
