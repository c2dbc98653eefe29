package io.github.romparser.extract.handler.archive;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What of a 7z archive is decoded at once (7-Zip's 7zFormat.txt, "Folder"): one file, or a solid
 * block of several.
 *
 * @param coders in the order of the header
 * @param bonds which output is whose input
 * @param packed for each of the streams that are stored: whose input it is, in the order of inputs
 * @param sizes bytes of each output, in the order of outputs
 * @param streams the streams that are stored, as far as they are there
 * @param crc CRC-32 of the last output, if it is known
 */
record SevenZipFolder(
    List<Coder> coders,
    List<Bond> bonds,
    List<Integer> packed,
    List<Long> sizes,
    List<Slice> streams,
    OptionalLong crc) {

  /**
   * A step of decoding. It gives one stream, as 7-Zip itself demands.
   *
   * @param method its id in hex digits, such as 030101 for LZMA
   * @param inputs how many streams it takes
   * @param properties what it has to know
   */
  record Coder(String method, int inputs, Slice properties) {}

  /** An output that is an input, both counted over all coders. */
  record Bond(int input, int output) {}

  /** Copies the lists. */
  SevenZipFolder {
    coders = List.copyOf(coders);
    bonds = List.copyOf(bonds);
    packed = List.copyOf(packed);
    sizes = List.copyOf(sizes);
    streams = List.copyOf(streams);
  }

  /** The same with its sum, and the streams and sizes that stand elsewhere in the header. */
  SevenZipFolder with(List<Long> newSizes, List<Slice> newStreams, OptionalLong newCrc) {
    return new SevenZipFolder(coders, bonds, packed, newSizes, newStreams, newCrc);
  }

  /**
   * The coder whose output is nobody's input: what it is all about. There is one bond less than
   * there are coders, so that one is left.
   */
  int last() {
    return IntStream.range(0, coders.size())
        .filter(coder -> bonds.stream().noneMatch(bond -> bond.output() == coder))
        .findFirst()
        .orElseThrow();
  }

  /** How many bytes it gives. */
  long size() {
    return sizes.get(last());
  }
}
