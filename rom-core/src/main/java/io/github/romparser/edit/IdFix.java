package io.github.romparser.edit;

import io.github.romparser.finding.Argument;
import io.github.romparser.rom.LegacyImage;
import io.github.romparser.rom.RomFile;
import io.github.romparser.rom.RomImage;
import io.github.romparser.rom.header.DeviceList;
import io.github.romparser.rom.header.PciDataStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets vendor and device id. */
final class IdFix {

  /** Offset of the vendor id in the PCI data structure; the device id follows. */
  private static final int VENDOR_ID = 0x04;

  private static final DeviceIds ZERO = DeviceIds.of(0, 0);

  private IdFix() {}

  static Edit set(RomFile rom, DeviceIds ids, boolean allowOddIds) throws Refused {
    refuseOdd(ids, allowOddIds);
    Subject subject = Subject.of(rom);
    List<EditStep> steps = new ArrayList<>();
    byte[] bytes = subject.rom().bytes().toByteArray();
    boolean allZero =
        subject.images().stream().allMatch(i -> RomEditor.ids(i.dataStructure()).equals(ZERO));
    DeviceIds one = DeviceIds.of(ids.vendorId(), ids.deviceId());
    for (RomImage image : subject.images()) {
      set(image, one, allZero, bytes, steps);
    }
    boolean done = steps.stream().anyMatch(step -> step.code() == EditCode.SET_ID);
    ChecksumFix sums = new ChecksumFix(subject, bytes, steps);
    for (RomImage image : subject.images()) {
      if (done && image instanceof LegacyImage legacy) {
        sums.mend(legacy);
      } else if (done) {
        sums.keep(image, true);
      }
    }
    return subject.finish(bytes, steps, Integer.MAX_VALUE);
  }

  static void refuseOdd(DeviceIds ids, boolean allowed) throws Refused {
    Optional<DeviceIds> meant = ids.decimal();
    if (meant.isPresent() && !allowed) {
      throw new Refused(
          RefusalCode.ODD_ID, new Argument.Term(ids.text()), new Argument.Term(meant.get().text()));
    }
  }

  private static void set(
      RomImage image, DeviceIds ids, boolean allZero, byte[] bytes, List<EditStep> steps) {
    PciDataStructure data = image.dataStructure();
    DeviceIds old = RomEditor.ids(data);
    Argument index = new Argument.Count(image.index());
    if (old.equals(ids)) {
      steps.add(EditStep.of(EditCode.ID_RIGHT, data.range(), index, RomEditor.argument(old)));
      return;
    }
    if (old.equals(ZERO) && !allZero) {
      steps.add(EditStep.of(EditCode.KEPT_ZERO_ID, data.range(), index));
      return;
    }
    int at = (int) data.offset() + VENDOR_ID;
    LittleEndian.put16(bytes, at, ids.vendorId());
    LittleEndian.put16(bytes, at + 2, ids.deviceId());
    steps.add(
        EditStep.of(
            EditCode.SET_ID,
            data.range(),
            index,
            RomEditor.argument(old),
            RomEditor.argument(ids)));
    Optional<DeviceList> list = image.deviceList().filter(found -> !found.ids().isEmpty());
    if (list.isPresent()) {
      int count = list.get().ids().size();
      steps.add(
          EditStep.of(
              EditCode.KEPT_DEVICE_LIST,
              list.get().bytes().range(),
              index,
              new Argument.Count(count)));
    }
  }
}
