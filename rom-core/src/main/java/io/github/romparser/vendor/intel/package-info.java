/** Intel's video BIOS table (VBT), in an x86 image, in a file of its own or in an OpRegion. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor.intel;
