package io.github.romparser.testdata;

/**
 * Layouts of the header of Inno Setup, in numbers that were counted by hand (innoextract,
 * src/setup; from 6.3 on issrc, Shared.Struct.pas).
 */
public enum InnoEdition {
  /** 5.1.0, not Unicode. */
  V5_1_0("5.1.0", false, 27, 32, 24, 5, 2, 6, 41, 24, 9, 69, 11, 26, false, 12, 32),
  /** 5.1.13, not Unicode. */
  V5_1_13("5.1.13", false, 28, 32, 24, 5, 2, 6, 41, 24, 9, 70, 12, 27, false, 12, 32),
  /** 5.2.5 in Unicode: the signature of the uninstaller, and codepages nobody needs. */
  V5_2_5("5.2.5) (u", true, 29, 32, 24, 5, 10, 6, 41, 25, 10, 70, 12, 27, false, 12, 32),
  /** 5.3.6, not Unicode. */
  V5_3_6("5.3.6", false, 29, 32, 24, 5, 16, 6, 39, 25, 10, 70, 12, 27, false, 13, 32),
  /** 5.3.9 in Unicode. */
  V5_3_9("5.3.9) (u", true, 30, 32, 28, 5, 16, 6, 38, 21, 10, 74, 12, 27, false, 13, 32),
  /** 5.4.2 in Unicode. */
  V5_4_2("5.4.2) (u", true, 30, 32, 28, 5, 8, 6, 37, 21, 10, 74, 12, 27, false, 13, 32),
  /** 5.5.0 in Unicode. */
  V5_5_0("5.5.0) (u", true, 31, 32, 28, 5, 12, 6, 37, 21, 10, 74, 12, 27, false, 13, 32),
  /** 5.5.6 in Unicode. */
  V5_5_6("5.5.6) (u", true, 32, 32, 28, 5, 12, 6, 37, 21, 10, 74, 12, 27, false, 13, 32),
  /** 5.5.7 in Unicode. */
  V5_5_7("5.5.7) (u", true, 32, 29, 28, 5, 12, 6, 37, 21, 10, 74, 12, 27, false, 13, 32),
  /** What 5.6.1 writes, which says that it is 5.5.7. */
  V5_6_0("5.5.7) (u", true, 32, 29, 28, 5, 12, 6, 37, 21, 10, 74, 12, 27, true, 13, 32),
  /** 6.0.0. */
  V6_0_0("6.0.0) (u", true, 34, 38, 28, 6, 12, 6, 36, 21, 10, 74, 12, 27, true, 13, 32),
  /** 6.1.0. */
  V6_1_0("6.1.0) (u", true, 34, 38, 28, 6, 12, 6, 36, 21, 10, 74, 12, 27, true, 13, 48),
  /** 6.3.0, always Unicode. */
  V6_3_0("6.3.0", true, 36, 38, 28, 6, 10, 7, 36, 21, 10, 75, 12, 27, true, 13, 48),
  /** 6.4.0.1. */
  V6_4_0("6.4.0.1", true, 36, 30, 48, 6, 10, 6, 31, 21, 10, 87, 12, 27, true, 13, 48),
  /** 6.4.3. */
  V6_4_3("6.4.3", true, 37, 30, 48, 6, 10, 6, 31, 21, 10, 85, 12, 27, true, 13, 48);

  final String text;
  final boolean unicode;
  final int headerStrings;
  final int beforePassword;
  final int password;
  final int beforeCompression;
  final int beforeOptions;
  final int options;
  final int encryptionOption;
  final int languageFixed;
  final int fileStrings;
  final int record;
  final int baseName;
  final int runFixed;
  final boolean pictures;
  final int iconStrings;
  final int iconFixed;

  InnoEdition(
      String text,
      boolean unicode,
      int headerStrings,
      int beforePassword,
      int password,
      int beforeCompression,
      int beforeOptions,
      int options,
      int encryptionOption,
      int languageFixed,
      int fileStrings,
      int record,
      int baseName,
      int runFixed,
      boolean pictures,
      int iconStrings,
      int iconFixed) {
    this.text = text;
    this.unicode = unicode;
    this.headerStrings = headerStrings;
    this.beforePassword = beforePassword;
    this.password = password;
    this.beforeCompression = beforeCompression;
    this.beforeOptions = beforeOptions;
    this.options = options;
    this.encryptionOption = encryptionOption;
    this.languageFixed = languageFixed;
    this.fileStrings = fileStrings;
    this.record = record;
    this.baseName = baseName;
    this.runFixed = runFixed;
    this.pictures = pictures;
    this.iconStrings = iconStrings;
    this.iconFixed = iconFixed;
  }

  /** The text that the header begins with. */
  public String header() {
    return "Inno Setup Setup Data (" + text + ")";
  }

  /** Whether the table of places is where the start of the program says, and in no resource. */
  boolean oldLoader() {
    return this == V5_1_0;
  }

  /** Strings of what is run: 5.1.13 has a verb. */
  int runStrings() {
    return this == V5_1_0 ? 12 : 13;
  }

  /** The algorithm of the hashes of files. */
  String hash() {
    return record < 74 ? "MD5" : record < 85 ? "SHA-1" : "SHA-256";
  }

  /** Number of the flag of programs; those of encrypted and compressed chunks follow. */
  int optimizedFlag() {
    return this == V6_4_3 ? 2 : 4;
  }

  /** Number of the flag of encrypted chunks; that of compressed ones follows. */
  int encryptedFlag() {
    return this == V6_4_3 ? 3 : 6;
  }

  /** Which way addresses are changed in: 1 all bits, 2 low bits, 3 with the high byte flipped. */
  int filter() {
    return record == 69 || this == V5_1_13 ? 1 : record == 70 ? 2 : 3;
  }
}
