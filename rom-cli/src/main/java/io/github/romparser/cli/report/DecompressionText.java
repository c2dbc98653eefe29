package io.github.romparser.cli.report;

import io.github.romparser.efi.EfiDecompressor;

/** What is wrong with a compressed stream, as the second half of a sentence. */
final class DecompressionText {

  private DecompressionText() {}

  static String of(EfiDecompressor.Reason reason) {
    return switch (reason) {
      case NO_HEADER -> "the stream has no header";
      case SIZE_BEYOND_INPUT -> "the stream says it is longer than the image";
      case LIMIT -> "the stream says it has more output than is taken";
      case ENDS_EARLY -> "the stream ends early";
      case CODE_TOO_LONG -> "there is a code of more than 16 bits";
      case CODE_INCOMPLETE -> "a code table leaves bits without a meaning";
      case CODE_OVERSUBSCRIBED -> "a code table gives bits two meanings";
      case CODE_EMPTY -> "a symbol is needed from an empty code table";
      case UNKNOWN_SYMBOL -> "a code table names a symbol that there is not";
      case REFERENCE_BEFORE_START -> "bytes from before the start are to be repeated";
    };
  }
}
