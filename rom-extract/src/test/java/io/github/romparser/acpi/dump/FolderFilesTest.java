package io.github.romparser.acpi.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.romparser.acpi.dump.Attempt.Outcome;
import io.github.romparser.testdata.RomForge;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a copy, and files that are written to. */
class FolderFilesTest {

  @TempDir private Path root;

  private Path card() throws IOException {
    Path folder = root.resolve("sys/devices/pci0000:00/0000:01:00.0");
    Files.createDirectories(folder.resolve("firmware_node"));
    Files.writeString(folder.resolve("vendor"), "0x10de\n");
    Files.writeString(folder.resolve("device"), "0x1c8d\n");
    Files.writeString(folder.resolve("class"), "0x030200\n");
    Files.writeString(folder.resolve("firmware_node/path"), "\\_SB_.PCI0.PEG0.PEGP\n");
    Path list = Files.createDirectories(root.resolve("sys/bus/pci/devices"));
    Files.createSymbolicLink(
        list.resolve("0000:01:00.0"), Path.of("../../../devices/pci0000:00/0000:01:00.0"));
    return folder;
  }

  @Test
  void a_copy_is_read_and_never_written_to() throws IOException {
    byte[] rom = RomForge.named("muxless-laptop");
    Path file = Files.write(card().resolve("rom"), rom);
    KernelFiles files = KernelFiles.copied(root);
    DisplayDevice device = DisplayDevice.all(files).get(0);
    RomDump dump = RomDump.of(files, device, bytes -> {});
    assertThat(dump.best().orElseThrow().rom().orElseThrow().bytes().toByteArray()).isEqualTo(rom);
    assertThat(file).hasBinaryContent(rom);
    Files.delete(file);
    Files.createDirectories(root.resolve("proc/acpi"));
    Files.writeString(root.resolve("proc/acpi/call"), "not called");
    dump = RomDump.of(files, device, bytes -> {});
    assertThat(dump.attempts())
        .extracting(Attempt::outcome)
        .containsExactly(Outcome.NO_ROM_BAR, Outcome.NO_TABLE, Outcome.NOT_LIVE);
    assertThatThrownBy(() -> files.write("/proc/acpi/call", "x"))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(root.resolve("proc/acpi/call")).hasContent("not called");
  }

  @Test
  void a_live_file_is_written_with_one_call_and_read_to_its_end() throws IOException {
    KernelFiles files = new FolderFiles(root, true);
    Files.write(root.resolve("big"), new byte[200_000]);
    assertThat(files.read("/big", 1 << 20)).hasSize(200_000);
    assertThat(files.read("/big", 100_000)).hasSize(100_000);
    files.write("/big", "1");
    assertThat(files.read("/big", 1)).containsExactly('1');
    assertThatThrownBy(() -> files.write("/none", "1")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> files.read("/none", 1)).isInstanceOf(NoSuchFileException.class);
    assertThat(KernelFiles.ofSystem().live()).isTrue();
    assertThat(files.list("/")).containsExactly("big");
  }
}
