/**
 * Finds option ROMs inside firmware updates and other containers.
 *
 * <p>Start at {@link io.github.romparser.extract.Extractor}.
 */
@org.jspecify.annotations.NullMarked
module io.github.romparser.extract {
  requires transitive io.github.romparser.core;
  requires static org.jspecify;

  exports io.github.romparser.extract;
  exports io.github.romparser.extract.codec;
  exports io.github.romparser.extract.output;
  exports io.github.romparser.extract.spi;

  uses io.github.romparser.extract.spi.Handler;
}
