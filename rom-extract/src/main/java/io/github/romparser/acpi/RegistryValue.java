package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;

/**
 * A binary value of a registry export.
 *
 * @param key the key that it belongs to
 * @param name its own; {@code @} for the value without a name
 * @param bytes its data
 * @param cut whether a line of it is missing or cannot be read
 */
public record RegistryValue(String key, String name, Slice bytes, boolean cut) {}
