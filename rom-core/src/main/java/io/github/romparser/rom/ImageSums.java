package io.github.romparser.rom;

import java.util.OptionalInt;

/**
 * 8-bit sums over the three lengths of an image, each from its first byte; 0 is right where a rule
 * asks for one. A sum is empty where there is no such length, where it is 0, or where it reaches
 * past the end of the file.
 *
 * @param pci over the length in the PCI data structure
 * @param vendor over the length in the NPDE
 * @param initialization over the initialisation size of code types 0 and 3
 */
public record ImageSums(OptionalInt pci, OptionalInt vendor, OptionalInt initialization) {}
