/** AMD's tables in an x86 image: the ATOM BIOS and what came before it. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor.amd;
