package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/**
 * A Buffer of ASL source.
 *
 * @param name of the object that it is, as it is written; empty where it has none
 * @param bytes its initialiser
 * @param cut whether the text ends in it
 */
public record NamedBuffer(String name, Slice bytes, boolean cut) {}
