/** Writing what was found. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.output;
