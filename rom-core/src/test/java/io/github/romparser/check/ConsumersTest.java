package io.github.romparser.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.bytes.Slice;
import io.github.romparser.rom.RomReader;
import io.github.romparser.rom.header.EfiMachine;
import io.github.romparser.testdata.RomForge;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who takes which ROM, on ROMs whose answer follows from the consumer's source. */
class ConsumersTest {

  /** Layout, and everybody who takes it as a romfile. */
  @ParameterizedTest
  @CsvSource({
    "lsi, SEABIOS QEMU LINUX COREBOOT NOUVEAU",
    "amd-three, OVMF SEABIOS QEMU LINUX COREBOOT NOUVEAU AMDGPU RADEON",
    "amd-apu, SEABIOS QEMU LINUX COREBOOT NOUVEAU AMDGPU RADEON",
    "desktop-nvidia, OVMF SEABIOS QEMU LINUX COREBOOT NOUVEAU",
    "turing, OVMF SEABIOS QEMU LINUX COREBOOT NOUVEAU NOVA",
    "maxwell-group, OVMF SEABIOS QEMU LINUX COREBOOT NOUVEAU",
    "muxless-laptop, SEABIOS QEMU LINUX COREBOOT NOUVEAU",
    "efi-only, OVMF QEMU LINUX NOUVEAU",
    "nvgi1, QEMU",
    "turing-nvgi3, QEMU",
    "vfct, QEMU",
    "isa, QEMU",
    "fcode, QEMU LINUX NOUVEAU",
    "minimal, SEABIOS QEMU LINUX COREBOOT",
    "shadow, QEMU LINUX COREBOOT NOUVEAU AMDGPU RADEON",
    // The BAR is larger than the file, and what is missing of the image is zeros behind the driver.
    "truncated, OVMF SEABIOS QEMU LINUX COREBOOT NOUVEAU AMDGPU RADEON",
    "bb77, QEMU",
  })
  void takers(String layout, String takers) {
    Set<Target> expected = EnumSet.noneOf(Target.class);
    for (String taker : takers.split(" ", -1)) {
      expected.add(Target.valueOf(taker));
    }
    Set<Target> found = EnumSet.noneOf(Target.class);
    for (Target target : Target.values()) {
      Verdict verdict = Consumer.of(target).check(input(layout));
      assertThat(verdict.target()).isEqualTo(target);
      assertThat(verdict.trace()).isNotEmpty();
      if (verdict.accepted()) {
        found.add(target);
      } else if (target != Target.QEMU) {
        assertThat(verdict.findings()).as("%s says why not", target).isNotEmpty();
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void the_image_is_the_one_that_runs() {
    assertThat(Consumer.of(Target.OVMF).check(input("amd-three")).image()).hasValue(1);
    assertThat(Consumer.of(Target.SEABIOS).check(input("amd-three")).image()).hasValue(0);
    CheckInput arm =
        new CheckInput(
            input("amd-three").rom(),
            OptionalLong.empty(),
            Optional.empty(),
            EfiMachine.AARCH64,
            false,
            true);
    assertThat(Consumer.of(Target.OVMF).check(arm).image()).hasValue(2);
    assertThat(Consumer.of(Target.QEMU).check(arm).image()).isEmpty();
  }

  @Test
  void seabios_wants_the_cards_own_ids() {
    CheckInput other = input("amd-three").with(PciDevice.of(0x1002, 0x1234));
    Verdict verdict = Consumer.of(Target.SEABIOS).check(other);
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.findings())
        .anyMatch(f -> f.code().id().equals("DEVICE") && f.severity().id().equals("error"));
    Verdict ovmf = Consumer.of(Target.OVMF).check(other);
    assertThat(ovmf.accepted()).isTrue();
    assertThat(ovmf.findings())
        .anyMatch(f -> f.code().id().equals("DEVICE") && f.severity().id().equals("warning"));
  }

  @Test
  void seabios_over_fw_cfg_looks_at_signature_and_sum_only() {
    CheckInput bar = input("efi-only");
    CheckInput fwCfg =
        new CheckInput(
            input("minimal").rom(),
            OptionalLong.empty(),
            Optional.of(PciDevice.of(0x1234, 0x5678)),
            EfiMachine.X64,
            false,
            false);
    assertThat(Consumer.of(Target.SEABIOS).check(bar).accepted()).isFalse();
    assertThat(Consumer.of(Target.SEABIOS).check(fwCfg).accepted()).isTrue();
    assertThat(Consumer.of(Target.OVMF).check(fwCfg).accepted()).isFalse();
  }

  @Test
  void a_verified_guest_refuses_what_is_not_signed() {
    for (EfiMachine machine : new EfiMachine[] {EfiMachine.X64, EfiMachine.AARCH64}) {
      CheckInput input =
          new CheckInput(
              input("amd-three").rom(),
              OptionalLong.empty(),
              Optional.empty(),
              machine,
              true,
              true);
      assertThat(Consumer.of(Target.OVMF).check(input).accepted())
          .isEqualTo(machine == EfiMachine.X64);
    }
  }

  @ParameterizedTest
  @CsvSource({"16384, true", "32768, true", "8192, false", "20000, false"})
  void qemu_wants_a_power_of_two_that_is_large_enough(long bar, boolean accepted) {
    CheckInput input =
        new CheckInput(
            input("amd-three").rom(),
            OptionalLong.of(bar),
            Optional.empty(),
            EfiMachine.X64,
            false,
            true);
    for (Target target : Target.values()) {
      Verdict verdict = Consumer.of(target).check(input);
      if (target == Target.QEMU || !accepted) {
        assertThat(verdict.accepted()).isEqualTo(accepted);
      }
    }
  }

  private static CheckInput input(String layout) {
    return CheckInput.of(RomReader.read(Slice.of(RomForge.named(layout))));
  }
}
