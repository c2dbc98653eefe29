package io.github.romparser.extract.handler.installer;

import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.spi.Allowance;
import io.github.romparser.extract.spi.Child;
import io.github.romparser.extract.spi.Decoded;
import io.github.romparser.extract.spi.FormatInfo;
import io.github.romparser.extract.spi.InnerFormat;
import io.github.romparser.extract.spi.Opened;
import io.github.romparser.extract.spi.Step;
import io.github.romparser.extract.spi.Trouble;
import java.util.Map;
import java.util.Optional;

/**
 * The items of an installer, one behind the other; the first is the header block with the names of
 * the others.
 *
 * @param info the format
 * @param headerSize size of the unpacked header block
 * @param method how packed items are packed; none is in a solid stream
 */
record NsisItems(FormatInfo info, long headerSize, NsisMethod method) implements InnerFormat {

  @Override
  public Opened open(Slice container, Allowance allowance) {
    Opened.Builder opened = Opened.builder();
    walk(container, opened, allowance);
    return opened.build();
  }

  /** Adds all items up to the first that is longer than what there is. */
  void walk(Slice data, Opened.Builder opened, Allowance allowance) {
    Map<Long, String> names = Map.of();
    long first = 0;
    long at = 0;
    for (int number = 0; data.has(at, NsisPacking.ITEM_HEADER); number++) {
      long header = data.u32(at);
      long size = NsisPacking.size(header);
      boolean packed = header >= NsisPacking.PACKED;
      Slice item = data.clamp(at + NsisPacking.ITEM_HEADER, size);
      if (item.length() < size) {
        opened.trouble(
            Trouble.Reason.TRUNCATED,
            data.offset() + at,
            "item " + number + ", " + size + " bytes, of which " + item.length() + " are here");
      }
      if (number == 0 && !packed && size != headerSize) {
        opened.trouble(
            Trouble.Reason.DAMAGED, data.offset(), "no header block of " + headerSize + " bytes");
        return;
      }
      opened.structure(data.slice(at, NsisPacking.ITEM_HEADER).range());
      at += NsisPacking.ITEM_HEADER + size;
      if (number == 0) {
        names = names(item, packed, opened, allowance);
        first = at;
      } else if (item.length() > 0) {
        long place = at - NsisPacking.ITEM_HEADER - size - first;
        String name = Optional.ofNullable(names.get(place)).orElse("");
        Step step = Step.file(info.id(), name.isEmpty() ? "item " + number : name);
        opened.child(
            packed
                ? Child.packed(step, item.range(), a -> packing(item).decode(item, a))
                : Child.stored(step, item));
      }
    }
  }

  private NsisMethod packing(Slice item) {
    // With SetCompress an author may change the method in the midst of his files.
    return method == NsisMethod.STORED ? NsisMethod.of(item) : method;
  }

  /** What the header block says; if it is none that is told, and it is searched. */
  private Map<Long, String> names(
      Slice item, boolean packed, Opened.Builder opened, Allowance allowance) {
    Decoded header = packed ? packing(item).decode(item, allowance) : Decoded.of(item);
    if (header.bytes().length() != headerSize) {
      opened.trouble(
          Trouble.Reason.DAMAGED,
          item.offset(),
          "a header block of " + header.bytes().length() + " bytes instead of " + headerSize);
      return Map.of();
    }
    opened.structure(item.range());
    return NsisScript.names(header.bytes());
  }
}
