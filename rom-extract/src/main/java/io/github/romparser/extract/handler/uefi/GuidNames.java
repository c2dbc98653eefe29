package io.github.romparser.extract.handler.uefi;

import java.util.Map;
import java.util.Optional;

/**
 * Names of the files that hold option ROMs, for files without a name of their own. A name says
 * nothing of what is inside: every file is searched.
 *
 * <p>GUIDs and names are those that the field uses: UEFITool's guids.csv, bios_extract's
 * csmcoreparse.py, edk2-platforms.
 */
final class GuidNames {

  /** The file of AMI's compatibility module, in which legacy ROMs are. */
  static final Guid CSMCORE = Guid.of("a062cf1f-8473-4aa3-8793-600bc4ffe9a8");

  /** AMI reserves room for raw data under numbered GUIDs; the number is the first field. */
  private static final Guid FIRST_HOLE = Guid.of("05ca01fc-0fc1-11dc-9011-00173153eba8");

  private static final Guid LAST_HOLE = Guid.of("05ca020b-0fc1-11dc-9011-00173153eba8");

  private static final Map<Guid, String> FILES =
      Map.ofEntries(
          Map.entry(CSMCORE, "CSMCORE"),
          file("a0327fe0-1fda-4e5b-905d-b510c45a61d0", "OptionRom"),
          file("29206fc2-9eab-4612-aca1-1e3d098fb1b3", "LegacyVideoRom"),
          file("8dfae5d4-b50e-4c10-96e6-f2c266cacbb6", "VideoRom"),
          file("20605bba-7fb9-4279-959f-8dbf74cdb0c6", "VideoBios"),
          file("f64efaba-d0a9-42c3-b5e8-391b48647bf1", "DellGt2LegacyVideoRom"),
          file("c0b9206e-b6ab-4df0-b3d6-286ac76698bd", "DellD010aLegacyVideoRom"),
          file("1a1d1204-e385-4943-a892-5334ce3809ac", "DellCsmOemRom"),
          file("0bb12cac-cfa9-4839-a4c2-1797248109d0", "DellLegacy16Rom"),
          file("492261e4-0659-424c-82b6-73274389e7a7", "DellRaidRom"),
          file("58cdc779-dc8c-491b-bac3-f86e06d1865f", "DellGpeOrom"),
          file("9cba9d12-a029-4366-ab1e-172b81914757", "OntarioGenericVBios"),
          file("ed2de537-7823-4cb1-b687-85ba9bbef0b4", "RaidRom"),
          file("3fa0bb4a-180b-4458-9f12-6ea68f69e6cc", "PxeRom"),
          file("8d463051-692f-4924-9aec-0a833b1ba49b", "PxeRom"),
          file("e7428f24-ef0c-4ae4-b521-9d247494900e", "OnBrdDevOprom"));

  private GuidNames() {}

  private static Map.Entry<Guid, String> file(String guid, String name) {
    return Map.entry(Guid.of(guid), name);
  }

  /** What a file is called. */
  static Optional<String> ofFile(Guid guid) {
    boolean hole =
        guid.low() == FIRST_HOLE.low()
            && (int) guid.high() == (int) FIRST_HOLE.high()
            && guid.high() >= FIRST_HOLE.high()
            && guid.high() <= LAST_HOLE.high();
    return hole ? Optional.of("RomHole") : Optional.ofNullable(FILES.get(guid));
  }
}
