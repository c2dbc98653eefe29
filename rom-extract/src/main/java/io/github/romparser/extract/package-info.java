/**
 * Finds option ROMs in anything: firmware updates, archives, installers, flash dumps.
 *
 * <p>Start at {@link io.github.romparser.extract.Extractor}.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract;
