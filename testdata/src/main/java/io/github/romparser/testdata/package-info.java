/**
 * Builders of option ROMs for tests, cases as data and golden texts.
 *
 * <p>Nothing here was copied from a device: bodies are pseudo-random with fixed seeds and the texts
 * are invented, so every image can be published and every build gives the same bytes.
 */
@NullMarked
package io.github.romparser.testdata;

import org.jspecify.annotations.NullMarked;
