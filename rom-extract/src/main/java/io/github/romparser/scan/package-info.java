/** Many files, one row each: what the command {@code scan} and jobs on many machines write. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.scan;
