package io.github.romparser.rom;

import java.util.Locale;
import java.util.OptionalLong;

/** Chains, images and walks of a file as a short text, for comparing with one written by hand. */
final class Outline {

  private final StringBuilder text = new StringBuilder();

  private Outline() {}

  static String of(RomFile rom) {
    Outline outline = new Outline();
    outline.line("kind %s", rom.kind().id());
    rom.isaRom().ifPresent(isa -> outline.line("isa 0x%x", isa.length()));
    rom.prefix()
        .ifPresent(
            p ->
                outline.line(
                    "prefix 0x%x to 0x%x %s", p.range().offset(), p.range().end(), p.kind().id()));
    for (int i = 0; i < rom.chains().size(); i++) {
      RomChain chain = rom.chains().get(i);
      rom.gaps().stream()
          .filter(gap -> gap.range().end() == chain.offset())
          .forEach(gap -> outline.gap("gap", gap));
      outline.chain(chain);
    }
    rom.trailing().ifPresent(gap -> outline.gap("trailing", gap));
    return outline.text.toString();
  }

  private void gap(String name, Gap gap) {
    line("%s 0x%x to 0x%x %s", name, gap.range().offset(), gap.range().end(), gap.fill().id());
  }

  private void chain(RomChain chain) {
    String copy = chain.copyOf().isPresent() ? " copy of " + chain.copyOf().getAsInt() : "";
    line("chain 0x%x to 0x%x%s", chain.offset(), chain.end(), copy);
    walk("pci", chain.pci());
    walk("vendor", chain.vendor());
    chain.images().forEach(this::image);
  }

  private void walk(String name, Walk walk) {
    line("  %s %s %s 0x%x", name, walk.images(), walk.endReason().id(), walk.end());
  }

  private void image(RomImage image) {
    line(
        "  #%d at 0x%x %s %s type %02x %04x:%04x class %06x pci 0x%x vendor %s init %s",
        image.index(),
        image.offset(),
        image.header().signature().id(),
        image.dataStructure().signature(),
        image.dataStructure().codeType(),
        image.dataStructure().vendorId(),
        image.dataStructure().deviceId(),
        image.dataStructure().classCode(),
        image.pciLength(),
        hex(image.vendorLength()),
        hex(image.initializationLength()));
  }

  private static String hex(OptionalLong value) {
    return value.isPresent() ? "0x" + Long.toHexString(value.getAsLong()) : "none";
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
