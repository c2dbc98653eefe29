/**
 * Repairs and builds option ROMs: pure functions from bytes to bytes and a list of what was done.
 *
 * <pre>{@code
 * EditResult result = RomEditor.trim(RomReader.read(file), TrimOptions.ROM_ALONE);
 * if (result instanceof Edit edit) {
 *   Files.write(Path.of("new.rom"), edit.bytes().toByteArray());
 * } else if (result instanceof Refusal refusal) {
 *   System.err.println(refusal.code().id()); // nothing was changed
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.edit;
