package io.github.romparser.sign;

import io.github.romparser.bytes.Slice;
import io.github.romparser.efi.PeImage;
import io.github.romparser.testdata.PeForge;

/** Forged drivers, and where their fields are. */
final class Drivers {
  static final int PE = 0x40;
  static final int OPTIONAL = PE + 0x18;
  static final int CHECKSUM = OPTIONAL + 0x40;
  static final int DIRECTORY = OPTIONAL + 0x90;
  static final int SECTION = OPTIONAL + 0xf0;

  private Drivers() {}

  static byte[] x64() {
    return PeForge.x64().build();
  }

  static Authenticode read(byte[] file) {
    Slice driver = Slice.of(file);
    return Authenticode.of(driver, PeImage.read(driver).orElseThrow());
  }

  static AuthenticodeDigest digest(byte[] file) {
    Slice driver = Slice.of(file);
    return AuthenticodeDigest.of(driver, PeImage.read(driver).orElseThrow());
  }

  static byte[] with(byte[] file, int at, long value) {
    byte[] changed = file.clone();
    for (int i = 0; i < 4; i++) {
      changed[at + i] = (byte) (value >>> (i * 8));
    }
    return changed;
  }
}
