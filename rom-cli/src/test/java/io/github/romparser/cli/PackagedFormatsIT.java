package io.github.romparser.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.romparser.testdata.ImageForge;
import io.github.romparser.testdata.OldZipForge;
import io.github.romparser.testdata.RomForge;
import io.github.romparser.testdata.ZipForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The runnable jar leaves out most of the libraries; what it needs of them is in it. */
class PackagedFormatsIT {
  private static final byte[] ROM =
      RomForge.start().image(ImageForge.legacy(2, 0x10de, 0x1c03).last()).build();

  private static final int DEFLATE64 = 9;
  private static final int BZIP2 = 12;
  private static final int XZ = 95;

  @Test
  void every_decoder_of_a_library_works() throws Exception {
    Map<String, byte[]> archives =
        Map.of(
            "shrink", ZipForge.of("a", 1, 0, OldZipForge.shrink(ROM), ROM),
            "implode", ZipForge.of("a", 6, 0, OldZipForge.implode(ROM), ROM),
            "deflate64", ZipForge.of("a", DEFLATE64, 0, storedBlock(), ROM),
            "bzip2", ZipForge.of("a", BZIP2, 0, bzip2(), ROM),
            "xz", ZipForge.of("a", XZ, 0, xz(), ROM));
    URL jar = Path.of(System.getProperty("rom.jar")).toUri().toURL();
    try (URLClassLoader packaged =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
        assertThat(roms(packaged, archive.getValue())).as(archive.getKey()).hasSize(1);
      }
    }
  }

  @Test
  void the_progress_bar_is_drawn() throws Exception {
    URL jar = Path.of(System.getProperty("rom.jar")).toUri().toURL();
    StringWriter text = new StringWriter();
    try (URLClassLoader packaged =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Constructor<?> constructor =
          packaged
              .loadClass("io.github.romparser.cli.console.ProgressMeter")
              .getDeclaredConstructor(
                  PrintWriter.class, boolean.class, String.class, long.class, Duration.class);
      constructor.setAccessible(true);
      AutoCloseable meter =
          (AutoCloseable)
              constructor.newInstance(
                  new PrintWriter(text, true), true, "searching", 1L << 20, Duration.ofMillis(1));
      for (int i = 0; i < 200 && !text.toString().contains("searching"); i++) {
        Thread.sleep(20);
      }
      meter.close();
    }
    assertThat(text.toString()).contains("searching");
  }

  private static List<?> roms(ClassLoader packaged, byte[] archive) throws Exception {
    Class<?> slice = packaged.loadClass("io.github.romparser.bytes.Slice");
    Class<?> options = packaged.loadClass("io.github.romparser.extract.ExtractOptions");
    Method extract =
        packaged
            .loadClass("io.github.romparser.extract.Extractor")
            .getMethod("extract", String.class, slice, options);
    Object found =
        extract.invoke(
            null,
            "archive",
            slice.getMethod("of", byte[].class).invoke(null, archive),
            options.getMethod("usual").invoke(null));
    assertThat((List<?>) found.getClass().getMethod("deadEnds").invoke(found)).isEmpty();
    return (List<?>) found.getClass().getMethod("roms").invoke(found);
  }

  /** One block that is stored, the last: the same in deflate and in Deflate64. */
  private static byte[] storedBlock() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    out.write(ROM.length);
    out.write(ROM.length >>> 8);
    out.write(~ROM.length);
    out.write(~ROM.length >>> 8);
    out.writeBytes(ROM);
    return out.toByteArray();
  }

  private static byte[] bzip2() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream packer = new BZip2CompressorOutputStream(out)) {
      packer.write(ROM);
    }
    return out.toByteArray();
  }

  private static byte[] xz() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XZOutputStream packer = new XZOutputStream(out, new LZMA2Options(0))) {
      packer.write(ROM);
    }
    return out.toByteArray();
  }
}
