/** What EFI drivers say of themselves: maker, name, version. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.vendor.gop;
