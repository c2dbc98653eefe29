package io.github.romparser.sign;

import java.util.List;
import java.util.Optional;

/**
 * Whose certificate a signature stands under, by its name. Names prove nothing; that a signature
 * really comes from there is seen by checking it against the CA's own certificate.
 *
 * <p>Names as in Microsoft's "Windows Secure Boot Key Creation and Management Guidance", §1.4.
 */
public enum MicrosoftCa {
  /**
   * Microsoft Corporation UEFI CA 2011: option ROMs and loaders of others. Expired on 2026-06-27.
   */
  UEFI_CA_2011("uefi-ca-2011", "Microsoft Corporation UEFI CA 2011"),
  /** Microsoft UEFI CA 2023: loaders of others. */
  UEFI_CA_2023("uefi-ca-2023", "Microsoft UEFI CA 2023"),
  /** Microsoft Option ROM UEFI CA 2023: option ROMs. */
  OPTION_ROM_UEFI_CA_2023("option-rom-uefi-ca-2023", "Microsoft Option ROM UEFI CA 2023"),
  /** Microsoft Windows Production PCA 2011: Windows itself. */
  WINDOWS_PCA_2011("windows-pca-2011", "Microsoft Windows Production PCA 2011"),
  /** Windows UEFI CA 2023: Windows itself. */
  WINDOWS_UEFI_CA_2023("windows-uefi-ca-2023", "Windows UEFI CA 2023"),
  /** Any other. */
  OTHER("other", "");

  private final String id;
  private final String commonName;

  MicrosoftCa(String id, String commonName) {
    this.id = id;
    this.commonName = commonName;
  }

  /** {@return the name in reports, such as {@code uefi-ca-2011}} */
  public String id() {
    return id;
  }

  /** {@return whether it is one of Microsoft's: any but {@link #OTHER}} */
  public boolean known() {
    return this != OTHER;
  }

  /** The CA whose certificate has this common name. */
  static Optional<MicrosoftCa> named(String commonName) {
    return List.of(values()).stream()
        .filter(ca -> ca.known() && ca.commonName.equals(commonName))
        .findFirst();
  }
}
