/** Firmware from before UEFI: one file a format. */
@org.jspecify.annotations.NullMarked
package io.github.romparser.extract.handler.legacy;
