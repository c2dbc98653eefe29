/** What the checks say, beside what the real firmware does. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.check.firmware;
