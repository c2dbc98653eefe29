/**
 * Reports as one HTML page that needs nothing else: no script, no font, no picture, no network.
 *
 * <p>Everything is put together of {@link io.github.romparser.cli.report.html.Element elements},
 * which escape whatever they are given; nothing here writes markup as text.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.cli.report.html;
