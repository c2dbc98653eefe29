package io.github.romparser.extract.handler.installer;

/**
 * How long the pieces of a set-up's header are in a version (dscharrer/innoextract, src/setup: one
 * file for each kind of entry; from 6.3 on jrsoftware/issrc, Shared.Struct.pas; from 6.5 on
 * binref/refinery, lib/inno/archive.py). Every entry is strings and then fields of fixed sizes.
 */
final class InnoLayout {

  /**
   * A kind of entry.
   *
   * @param strings how many strings it begins with
   * @param fixed bytes of all other fields
   */
  record Entry(int strings, int fixed) {}

  /** From which version of Windows to which: two times version, NT version, service pack. */
  private static final int WINDOWS = 20;

  /** Components, tasks, languages, check, after and before installing. */
  private static final int CONDITIONS = 6;

  private static final int FLAGS_OF_FILE = 4;

  private final InnoVersion version;

  InnoLayout(InnoVersion version) {
    this.version = version;
  }

  InnoVersion version() {
    return version;
  }

  private int when(boolean condition, int count) {
    return condition ? count : 0;
  }

  /** Strings at the start of the header, from AppName to CompiledCode. */
  int headerStrings() {
    return 27
        + when(version.from(5, 1, 13), 1) // AppSupportPhone
        + when(version.from(5, 2, 1) && !version.from(5, 3, 10), 1) // UninstallerSignature
        + when(version.from(5, 3, 8), 1) // CreateUninstallRegKey
        + when(version.from(5, 3, 10), 1) // Uninstallable
        + when(version.from(5, 5, 0), 1) // CloseApplicationsFilter
        + when(version.from(5, 5, 6), 1) // SetupMutex
        + when(version.from(5, 6, 1), 2) // ChangesEnvironment, ChangesAssociations
        + when(version.from(6, 3, 0), 2) // ArchitecturesAllowed, ArchitecturesInstallIn64BitMode
        + when(version.from(6, 4, 2), 1) // CloseApplicationsFilterExcludes
        + when(version.from(6, 5, 0), 1); // SevenZipLibraryName
  }

  /** Which of them is the name of the set-up's own file. */
  int baseName() {
    return 11 + when(version.from(5, 1, 13), 1);
  }

  /** Which of them is the name of the library for 7z archives, whose bytes stand at the end. */
  int sevenZipLibrary() {
    return headerStrings() - 5;
  }

  /** A set of the bytes that begin characters of two. */
  int leadBytes() {
    return when(!version.unicode(), 32);
  }

  /** Whether there are keys of signatures. */
  boolean hasSignatureKeys() {
    return version.from(6, 5, 0);
  }

  /** From the range of Windows versions to the check of the password. */
  int beforePassword() {
    return WINDOWS
        + when(!version.from(6, 4, 0, 1), 8) // BackColor, BackColor2
        + when(!version.from(5, 5, 7), 4) // WizardImageBackColor
        + when(version.from(6, 0, 0), 9) // style, size in percent
        + when(version.from(5, 5, 7), 1) // WizardImageAlphaFormat
        + when(version.from(6, 5, 2), 8) // colours
        + when(version.from(6, 6, 0), 8) // colours in the dark
        + when(version.from(6, 6, 1), 1); // opacity
  }

  /** The check of the password and its salt. */
  int password() {
    if (version.from(6, 5, 0)) {
      return 0;
    }
    if (version.from(6, 4, 0)) {
      return 48;
    }
    return 8 + (version.from(5, 3, 9) ? 20 : 16);
  }

  /** From the mode of the uninstall log to the compression. */
  int beforeCompression() {
    return 3 + when(version.from(5, 7, 0), 1) + 2;
  }

  /** From the compression to the options. */
  int beforeOptions() {
    return when(!version.from(6, 3, 0), 2) // architectures
        + when(version.from(5, 2, 1) && !version.from(5, 3, 10), 8) // signed uninstaller
        + when(version.from(5, 3, 3), 2) // pages that are left out
        + (version.from(5, 5, 0) ? 8 : when(version.from(5, 3, 6), 4)); // UninstallDisplaySize
  }

  /** The number of the option that says that something is encrypted; none from 6.5 on. */
  int encryptionOption() {
    return 31
        + when(!version.from(5, 3, 10), 1) // Uninstallable
        + when(!version.from(5, 3, 3), 2) // DisableDirPage, DisableProgramGroupPage
        + when(!version.from(6, 4, 0, 1), 5) // four of the window, one of its background
        + when(!version.from(5, 6, 1), 1) // ChangesAssociations
        + when(!version.from(5, 3, 8), 1); // CreateUninstallRegKey
  }

  /** Whether there is such an option. */
  boolean hasEncryptionOption() {
    return !version.from(6, 5, 0);
  }

  /** Bytes of the options; sets of three bytes are stored in four. */
  int options() {
    int flags =
        encryptionOption()
            + when(hasEncryptionOption(), 1)
            + when(!version.from(5, 6, 1), 1) // ChangesEnvironment
            + when(version.from(5, 1, 7) && !version.unicode(), 1) // ShowUndisplayableLanguages
            + when(version.from(5, 1, 13), 1) // SetupLogging
            + when(version.from(5, 2, 1), 1) // SignedUninstaller
            + when(version.from(5, 3, 8), 1) // UsePreviousLanguage
            + when(version.from(5, 3, 9), 1) // DisableWelcomePage
            + when(version.from(5, 5, 0), 3) // three of closing applications
            + when(version.from(5, 5, 7), 1) // ForceCloseApplications
            + when(version.from(6, 0, 0), 3) // AppNameHasConsts and two more
            + when(version.from(6, 3, 0), 1) // UninstallLogging
            + when(version.from(6, 6, 0), 4); // four of the wizard's style
    return (flags + 7) / 8;
  }

  Entry language() {
    boolean codepage = !version.unicode() || !version.from(5, 3, 0);
    return new Entry(
        version.from(6, 6, 0) ? 8 : 10,
        (version.from(6, 6, 0) ? 2 : 4) + when(codepage, 4) + 16 + when(version.from(5, 2, 3), 1));
  }

  Entry message() {
    return new Entry(2, 4);
  }

  Entry permission() {
    return new Entry(1, 0);
  }

  Entry type() {
    return new Entry(4, WINDOWS + 10);
  }

  Entry component() {
    return new Entry(5, WINDOWS + 22);
  }

  Entry task() {
    return new Entry(6, WINDOWS + 6);
  }

  Entry directory() {
    return new Entry(1 + CONDITIONS, WINDOWS + 7);
  }

  Entry signatureKey() {
    return new Entry(3, 0);
  }

  /** Strings behind the source and the destination of a file. */
  int moreStringsOfFile() {
    return 1
        + when(version.from(5, 2, 5), 1) // StrongAssemblyName
        + CONDITIONS
        + when(version.from(6, 5, 0), 6); // what is downloaded
  }

  /** From the strings of a file to the number of its data. */
  int beforeLocation() {
    return when(version.from(6, 5, 0), 33) + WINDOWS;
  }

  /** Behind the number: attributes, size, permission, flags, type. */
  int afterLocation() {
    return 4 + 8 + 2 + FLAGS_OF_FILE + when(version.from(6, 5, 0), 1) + 1;
  }

  Entry icon() {
    return new Entry(
        6 + CONDITIONS + when(version.from(5, 3, 5), 1),
        when(version.from(6, 1, 0), 16) + WINDOWS + 12);
  }

  Entry ini() {
    return new Entry(4 + CONDITIONS, WINDOWS + 1);
  }

  Entry registry() {
    return new Entry(3 + CONDITIONS, WINDOWS + 9);
  }

  Entry deletion() {
    return new Entry(1 + CONDITIONS, WINDOWS + 1);
  }

  Entry run() {
    return new Entry(
        6 + when(version.from(5, 1, 13), 1) + CONDITIONS,
        WINDOWS + 6 + when(version.from(5, 1, 10), 1));
  }

  /** Whether the pictures of the wizard are counted; otherwise there is one of each. */
  boolean countsPictures() {
    return version.from(5, 6, 0);
  }

  /** Whether a library for decrypting is among what stands at the end. */
  boolean hasDecryptionLibrary() {
    return !version.from(6, 4, 0);
  }

  /** Whether a library for zlib or bzip2 is. */
  static boolean hasLibrary(InnoCompression compression) {
    return compression == InnoCompression.ZLIB || compression == InnoCompression.BZIP2;
  }
}
