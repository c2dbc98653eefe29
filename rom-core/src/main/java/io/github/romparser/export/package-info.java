/** Takes a ROM apart: its images and drivers as named pieces. Writes nothing. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.export;
