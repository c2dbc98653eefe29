import io.github.romparser.extract.handler.archive.ArHandler;
import io.github.romparser.extract.handler.archive.Bzip2Handler;
import io.github.romparser.extract.handler.archive.CbfsHandler;
import io.github.romparser.extract.handler.archive.CpioHandler;
import io.github.romparser.extract.handler.archive.GzipHandler;
import io.github.romparser.extract.handler.archive.LzmaHandler;
import io.github.romparser.extract.handler.archive.PeHandler;
import io.github.romparser.extract.handler.archive.SevenZipHandler;
import io.github.romparser.extract.handler.archive.TarHandler;
import io.github.romparser.extract.handler.archive.XzHandler;
import io.github.romparser.extract.handler.archive.ZipHandler;

/**
 * Finds option ROMs inside firmware updates and other containers.
 *
 * <p>Start at {@link io.github.romparser.extract.Extractor}.
 */
@org.jspecify.annotations.NullMarked
module io.github.romparser.extract {
  requires transitive io.github.romparser.core;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;
  requires static org.jspecify;

  exports io.github.romparser.extract;
  exports io.github.romparser.extract.codec;
  exports io.github.romparser.extract.spi;

  uses io.github.romparser.extract.spi.Handler;

  provides io.github.romparser.extract.spi.Handler with
      ArHandler,
      Bzip2Handler,
      CbfsHandler,
      CpioHandler,
      GzipHandler,
      LzmaHandler,
      PeHandler,
      SevenZipHandler,
      TarHandler,
      XzHandler,
      ZipHandler;
}
