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

  exports io.github.romparser.acpi;
  exports io.github.romparser.acpi.dump;
  exports io.github.romparser.acpi.ssdt;
  exports io.github.romparser.extract;
  exports io.github.romparser.extract.codec;
  exports io.github.romparser.extract.output;
  exports io.github.romparser.extract.spi;
  exports io.github.romparser.scan;

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
      io.github.romparser.extract.handler.legacy.AwardHandler,
      io.github.romparser.extract.handler.legacy.AmiBiosHandler,
      io.github.romparser.extract.handler.legacy.PhoenixFfvHandler,
      io.github.romparser.extract.handler.legacy.PhoenixBcpHandler,
      io.github.romparser.extract.handler.installer.InnoHandler,
      io.github.romparser.extract.handler.installer.InnoSliceHandler,
      io.github.romparser.extract.handler.vendor.InsydeIflashHandler,
      io.github.romparser.extract.handler.vendor.InsydeSfxHandler,
      io.github.romparser.extract.handler.vendor.PanasonicHandler,
      io.github.romparser.extract.handler.vendor.PhoenixTdkHandler,
      io.github.romparser.extract.handler.vendor.PortwellHandler,
      io.github.romparser.extract.handler.installer.NsisHandler,
      io.github.romparser.extract.handler.vendor.DellHdrHandler,
      io.github.romparser.extract.handler.vendor.DellPfsHandler,
      io.github.romparser.extract.handler.vendor.DellThinOsHandler,
      io.github.romparser.extract.handler.vendor.AmiUcpHandler,
      io.github.romparser.extract.handler.vendor.AmiPfatHandler,
      io.github.romparser.extract.handler.vendor.ToshibaComHandler,
      io.github.romparser.extract.handler.vendor.AppleIm4pHandler,
      io.github.romparser.extract.handler.vendor.ApplePbzxHandler,
      io.github.romparser.extract.handler.installer.UpxHandler,
      io.github.romparser.extract.handler.archive.PeHandler,
      io.github.romparser.extract.handler.archive.ZipHandler,
      io.github.romparser.extract.handler.archive.SevenZipHandler,
      io.github.romparser.extract.handler.archive.CabHandler,
      io.github.romparser.extract.handler.archive.RarHandler,
      io.github.romparser.extract.handler.installer.InstallShieldHandler,
      io.github.romparser.extract.handler.archive.GzipHandler,
      io.github.romparser.extract.handler.archive.XzHandler,
      io.github.romparser.extract.handler.archive.Bzip2Handler,
      io.github.romparser.extract.handler.archive.LzmaHandler,
      io.github.romparser.extract.handler.archive.CpioHandler,
      io.github.romparser.extract.handler.archive.ArHandler,
      io.github.romparser.extract.handler.archive.LhaHandler,
      io.github.romparser.extract.handler.archive.CbfsHandler,
      io.github.romparser.extract.handler.archive.TarHandler,
      io.github.romparser.extract.handler.archive.IsoHandler,
      io.github.romparser.extract.handler.archive.FatHandler,
      io.github.romparser.extract.handler.archive.MbrHandler,
      io.github.romparser.extract.handler.raw.VbtHandler,
      io.github.romparser.extract.handler.vendor.FujitsuSfxHandler,
      io.github.romparser.extract.handler.vendor.VaioHandler,
      io.github.romparser.extract.handler.vendor.FujitsuUpcHandler;
}
