package io.github.romparser.check;

/** A consumer of option ROMs. */
public interface Consumer {

  /** {@return which consumer this is} */
  Target target();

  /**
   * Goes through the ROM as the consumer does. Whatever is in the ROM, nothing is thrown.
   *
   * @param input the file, the card and the machine
   * @return whether the consumer takes the ROM, and why or why not
   */
  Verdict check(CheckInput input);

  /**
   * {@return the check that follows the rules of a consumer}
   *
   * @param target the consumer to follow
   */
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
