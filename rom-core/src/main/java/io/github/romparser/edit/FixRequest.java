package io.github.romparser.edit;

import java.util.Optional;

/**
 * What {@link RomEditor#fix} is to mend; done in this order: length, last mark, ids, checksum.
 *
 * @param ids the ids to set
 * @param allowOddIds whether ids may look like decimal numbers, see {@link DeviceIds#decimal}
 * @param checksum whether to mend the checksums of legacy images
 * @param last whether to set the mark on the last image
 * @param length whether to mend wrong image lengths
 */
public record FixRequest(
    Optional<DeviceIds> ids, boolean allowOddIds, boolean checksum, boolean last, boolean length) {

  /** {@return whether nothing is asked for; {@link #allowOddIds()} alone asks for nothing} */
  public boolean isEmpty() {
    return ids.isEmpty() && !checksum && !last && !length;
  }
}
