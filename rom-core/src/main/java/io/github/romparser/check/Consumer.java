package io.github.romparser.check;

/** A consumer of option ROMs. */
public interface Consumer {

  /** Which one. */
  Target target();

  /** Goes through the ROM as the consumer does. */
  Verdict check(CheckInput input);

  /** The consumer's check. */
  static Consumer of(Target target) {
    return switch (target) {
      case OVMF -> new OvmfCheck();
      case SEABIOS -> new SeaBiosCheck();
      case QEMU -> new QemuCheck();
      case LINUX -> new LinuxCheck();
      case COREBOOT -> new CorebootCheck();
      case NOUVEAU -> new NouveauCheck();
      case NOVA -> new NovaCheck();
      case AMDGPU -> new AmdgpuCheck();
      case RADEON -> new RadeonCheck();
      case I915 -> new I915Check();
    };
  }
}
