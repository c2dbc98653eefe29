/**
 * What each consumer of an option ROM makes of it: one class a consumer, written so that it can be
 * read beside the consumer's own source.
 *
 * <pre>{@code
 * RomFile rom = RomReader.read(ByteInput.of(Path.of("gpu.rom")).read());
 * CheckInput input = CheckInput.of(rom).with(PciDevice.parse("10de:1c03").orElseThrow());
 * Verdict verdict = Consumer.of(Target.OVMF).check(input);
 * if (!verdict.accepted()) {
 *   verdict.findings().forEach(finding -> System.out.println(finding.message()));
 * }
 * }</pre>
 *
 * <p>A check throws nothing, whatever is in the ROM. Signatures are read with BouncyCastle; without
 * it they are told as not looked at, and firmware that verifies them is not said to take the ROM.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.check;
