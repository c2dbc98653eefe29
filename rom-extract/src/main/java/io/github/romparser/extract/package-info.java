/**
 * Finds option ROMs in anything: firmware updates, archives, installers, flash dumps.
 *
 * <p>Start at {@link io.github.romparser.extract.Extractor}. A search within limits, which can be
 * stopped, and which hands over each ROM as soon as it is found:
 *
 * <pre>{@code
 * AtomicBoolean cancelled = new AtomicBoolean();
 * ExtractListener listener =
 *     new ExtractListener() {
 *       @Override
 *       public void found(FoundRom rom) {
 *         System.out.println(rom.fileName());
 *       }
 *     };
 * Extraction all =
 *     Extractor.extract(
 *         "update.exe",
 *         bytes,
 *         ExtractOptions.usual()
 *             .with(Budget.usual().within(Duration.ofMinutes(2)))
 *             .with(listener)
 *             .cancelled(cancelled::get));
 * }</pre>
 *
 * <p>What cannot be opened is a {@link io.github.romparser.extract.DeadEnd} with its reason; a
 * search that was ended before its end has the finding SEARCH-ENDED.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract;
