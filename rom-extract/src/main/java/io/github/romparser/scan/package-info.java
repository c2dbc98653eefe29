/**
 * Many files, one row each: what the command {@code scan} and jobs on many machines write.
 *
 * <pre>{@code
 * ScanOptions options = ScanOptions.usual();
 * try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
 *   files
 *       .parallel()
 *       .map(file -> FileScan.of(file, options))
 *       .filter(row -> !row.roms().isEmpty())
 *       .forEach(row -> System.out.println(row.name() + " " + row.roms().size()));
 * }
 * }</pre>
 *
 * <p>No file makes it throw. Each thread may hold the memory of the budget: with many, divide
 * {@link io.github.romparser.extract.Budget#heldBytes()} by their number.
 */
@org.jspecify.annotations.NullMarked
package io.github.romparser.scan;
