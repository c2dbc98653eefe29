/**
 * Finds option ROMs inside firmware updates and other containers.
 *
 * <p>Start at {@link io.github.romparser.extract.Extractor}.
 */
@org.jspecify.annotations.NullMarked
module io.github.romparser.extract {
  requires transitive io.github.romparser.core;
  requires org.apache.commons.compress;
  requires static org.jspecify;
  requires dec; // org.brotli:dec has no module name of its own; this one is made of its file name
  requires org.tukaani.xz;

  exports io.github.romparser.acpi.dump;
  exports io.github.romparser.acpi.ssdt;
  exports io.github.romparser.extract;
  exports io.github.romparser.extract.codec;
  exports io.github.romparser.extract.output;
  exports io.github.romparser.extract.spi;

  uses io.github.romparser.extract.spi.Handler;

  // The same list, for class paths, is in META-INF/services.
  provides io.github.romparser.extract.spi.Handler with
      io.github.romparser.extract.handler.capsule.AptioCapsuleHandler,
      io.github.romparser.extract.handler.capsule.EfiCapsuleHandler,
      io.github.romparser.extract.handler.capsule.FmpCapsuleHandler,
      io.github.romparser.extract.handler.uefi.FlashHandler,
      io.github.romparser.extract.handler.uefi.VolumeHandler,
      io.github.romparser.extract.handler.uefi.SectionsHandler,
      io.github.romparser.extract.handler.uefi.CsmTableHandler,
      io.github.romparser.extract.handler.installer.UpxHandler,
      io.github.romparser.extract.handler.archive.PeHandler,
      io.github.romparser.extract.handler.archive.ZipHandler,
      io.github.romparser.extract.handler.archive.SevenZipHandler,
      io.github.romparser.extract.handler.archive.GzipHandler,
      io.github.romparser.extract.handler.archive.XzHandler,
      io.github.romparser.extract.handler.archive.Bzip2Handler,
      io.github.romparser.extract.handler.archive.LzmaHandler,
      io.github.romparser.extract.handler.archive.CpioHandler,
      io.github.romparser.extract.handler.archive.ArHandler,
      io.github.romparser.extract.handler.archive.CbfsHandler,
      io.github.romparser.extract.handler.archive.TarHandler,
      io.github.romparser.extract.handler.archive.RarHandler,
      io.github.romparser.extract.handler.installer.InstallShieldHandler,
      io.github.romparser.extract.handler.raw.VbtHandler;
}
