package io.github.romparser.sign;

import java.util.Set;

/**
 * Where firmware that verifies option ROMs runs a driver: firmware of ARM, RISC-V and LoongArch
 * guests, of SEV guests, and of real machines, each with Secure Boot. The default builds of OVMF
 * for x86 verify no option ROM and run any (edk2 PcdOptionRomImageVerificationPolicy).
 */
public enum SecureBoot {
  /** Where db has Microsoft Corporation UEFI CA 2011. */
  CA_2011("ca-2011"),
  /** Where db has one of Microsoft's CAs of 2023. */
  CA_2023("ca-2023"),
  /** Where db has either. */
  CA_2011_OR_2023("ca-2011-or-2023"),
  /** Where db has the signer's CA, which is none of these. */
  CA_OTHER("ca-other"),
  /** Where db has the digest of the driver, and nowhere else. */
  DIGEST("digest"),
  /** Nowhere: it has no digest. */
  NOWHERE("nowhere");

  private final String id;

  SecureBoot(String id) {
    this.id = id;
  }

  /** {@return the name in reports, such as {@code ca-2011}} */
  public String id() {
    return id;
  }

  /** Where a driver with these signatures is run. */
  static SecureBoot of(Authenticode driver) {
    if (driver.digest() instanceof AuthenticodeDigest.None) {
      return NOWHERE;
    }
    if (!driver.holds()) {
      return DIGEST;
    }
    Set<MicrosoftCa> trusted = driver.trusted();
    boolean old = trusted.contains(MicrosoftCa.UEFI_CA_2011);
    boolean recent =
        trusted.contains(MicrosoftCa.UEFI_CA_2023)
            || trusted.contains(MicrosoftCa.OPTION_ROM_UEFI_CA_2023);
    if (old) {
      return recent ? CA_2011_OR_2023 : CA_2011;
    }
    return recent ? CA_2023 : CA_OTHER;
  }
}
