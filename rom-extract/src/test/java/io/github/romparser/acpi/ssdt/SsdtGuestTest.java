package io.github.romparser.acpi.ssdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.romparser.bytes.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine has of the tables: QEMU with SeaBIOS, whose memory is looked at. */
class SsdtGuestTest {

  private static final int MEMORY_MIB = 64;
  private static final int LIMIT_SECONDS = 60;

  /** What SeaBIOS says when it is ready. */
  private static final String READY = "No bootable device";

  /** Where firmware puts the root pointer, and on which borders (ACPI 6.4 §5.2.5.1). */
  private static final int RSDP_FROM = 0xe0000;

  private static final int RSDP_TO = 0x100000;
  private static final int RSDP_BORDER = 16;

  /** A card behind a root port, and one behind a root port and a switch. */
  private static final AcpiPath CARD = AcpiPath.ofPci("1c.1/00.0").orElseThrow();

  private static final AcpiPath DEEP = AcpiPath.ofPci("02.0/00.0/01.0/00.0").orElseThrow();

  private static final String MACHINE =
      "qemu-system-x86_64 -accel tcg -machine q35 -nodefaults -display none -vga none -serial none"
          + " -monitor stdio -device isa-debugcon,iobase=0x402,chardev=log"
          + " -device pcie-root-port,id=rp1,bus=pcie.0,addr=1c.1,chassis=1,slot=1"
          + " -device virtio-rng-pci,bus=rp1,addr=00.0"
          + " -device pcie-root-port,id=rp2,bus=pcie.0,addr=02.0,chassis=2,slot=2"
          + " -device x3130-upstream,id=up,bus=rp2,addr=00.0"
          + " -device xio3130-downstream,id=down,bus=up,addr=01.0,chassis=3,slot=3"
          + " -device virtio-rng-pci,bus=down,addr=00.0 -m "
          + MEMORY_MIB;

  @TempDir private Path folder;

  @BeforeAll
  static void tools() {
    GuestTools.need("qemu-system-x86_64");
    GuestTools.need("acpiexec");
  }

  @Test
  void a_machine_has_every_byte_of_them_and_the_devices_they_are_for() throws Exception {
    byte[] bytes = new byte[9 * RomSsdt.PIECE - 77];
    new SplittableRandom(9).nextBytes(bytes);
    List<byte[]> tables = new ArrayList<>();
    RomSsdt.embedded(Slice.of(bytes), CARD, FakeBattery.FULL)
        .tables()
        .forEach(table -> tables.add(table.aml()));
    tables.add(RomSsdt.fwCfg(FwCfgName.USUAL, DEEP, FakeBattery.NONE).tables().get(0).aml());
    List<Slice> found = tables(boot(tables));
    assertThat(found.stream().filter(table -> table.startsWith(0, "SSDT")).map(Slice::toByteArray))
        .containsAll(tables);
    Slice dsdt =
        found.stream().filter(table -> table.startsWith(0, "DSDT")).findFirst().orElseThrow();
    String file = GuestTools.write(folder, "qemu.aml", dsdt.toByteArray());
    String lines =
        "evaluate %s._ADR\nevaluate %s._ADR\nevaluate \\_SB.PCI0.SE2._ADR\nquit\n"
            .formatted(CARD, DEEP);
    String printed = GuestTools.run(folder, lines, List.of("acpiexec", file)).text();
    assertThat(printed.split("\\[Integer] = 0", -1)).as(printed).hasSize(1 + 2);
    assertThat(printed).contains("\\_SB.PCI0.SE2._ADR failed with status AE_NOT_FOUND");
  }

  /** The memory of a machine that firmware has prepared. */
  private Slice boot(List<byte[]> tables) throws IOException, InterruptedException {
    Path log = folder.resolve("firmware.log");
    Path memory = folder.resolve("memory");
    List<String> command = new ArrayList<>(List.of(MACHINE.split(" ")));
    command.addAll(List.of("-chardev", "file,id=log,path=" + log));
    for (int i = 0; i < tables.size(); i++) {
      String file = GuestTools.write(folder, "table" + i + ".aml", tables.get(i));
      command.addAll(List.of("-acpitable", "file=" + file));
    }
    Process qemu =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("qemu.log").toFile())
            .start();
    try (OutputStream monitor = qemu.getOutputStream()) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (!Files.exists(log) || !Files.readString(log).contains(READY)) {
        if (!qemu.isAlive() || System.nanoTime() > end) {
          fail("no firmware: " + Files.readString(folder.resolve("qemu.log")));
        }
        Thread.sleep(50);
      }
      String orders = "pmemsave 0 %#x \"%s\"%nquit%n".formatted(MEMORY_MIB << 20, memory);
      monitor.write(orders.getBytes(StandardCharsets.UTF_8));
      monitor.flush();
      assertThat(qemu.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      qemu.destroyForcibly();
    }
    return Slice.of(Files.readAllBytes(memory));
  }

  /** The tables that the root pointer leads to, and the DSDT that one of them leads to. */
  private static List<Slice> tables(Slice memory) {
    int root = RSDP_FROM;
    while (!memory.startsWith(root, "RSD PTR ") || memory.sum8(root, 20) != 0) {
      root += RSDP_BORDER;
      assertThat(root).as("no root pointer").isLessThan(RSDP_TO);
    }
    Slice rsdt = table(memory, memory.u32(root + 16));
    assertThat(rsdt.latin1(0, 4)).isEqualTo("RSDT");
    List<Slice> tables = new ArrayList<>();
    for (int at = SsdtTable.HEADER; at < rsdt.length(); at += Integer.BYTES) {
      Slice table = table(memory, rsdt.u32(at));
      tables.add(table);
      if (table.startsWith(0, "FACP")) {
        tables.add(table(memory, table.u32(40)));
      }
    }
    return tables;
  }

  private static Slice table(Slice memory, long at) {
    Slice table = memory.slice(at, memory.u32(at + 4));
    assertThat(table.sum8(0, table.length())).isZero();
    return table;
  }
}
