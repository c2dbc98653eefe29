package io.github.romparser.cli.report;

import io.github.romparser.acpi.dump.RomDump;
import java.util.Optional;

/**
 * What became of a dump.
 *
 * @param dump the ways and what became of them
 * @param output where the ROM was written; empty if there is none
 */
public record DumpResult(RomDump dump, Optional<String> output) {}
