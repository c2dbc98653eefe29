/** NVIDIA's tables: the BIOS information table, its forerunner, versions, boards, microcode. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor.nvidia;
