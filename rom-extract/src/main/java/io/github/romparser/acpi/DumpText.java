package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.List;

/**
 * Bytes that were saved as text. The format is recognised by what the text looks like; each has a
 * parser of its own that looks at every character once and stops at what it does not understand.
 */
public sealed interface DumpText {

  /** {@return how the bytes were written} */
  DumpFormat format();

  /**
   * Replies of a method, or arrays, in the order of the text.
   *
   * @param format how they were written
   * @param replies what was returned
   * @param errors codes such as {@code AE_NOT_FOUND}, each once, in place of replies
   */
  record Replies(DumpFormat format, List<DumpReply> replies, List<String> errors)
      implements DumpText {
    /**
     * Copies the lists.
     *
     * @param format how the replies were written
     * @param replies copied; in the order of the text
     * @param errors copied; codes that stood in place of replies
     */
    public Replies {
      replies = List.copyOf(replies);
      errors = List.copyOf(errors);
    }
  }

  /**
   * ACPI tables.
   *
   * @param tables in the order of the text
   */
  record Tables(List<AcpiTable> tables) implements DumpText {
    /**
     * Copies the list.
     *
     * @param tables copied; in the order of the text
     */
    public Tables {
      tables = List.copyOf(tables);
    }

    @Override
    public DumpFormat format() {
      return DumpFormat.ACPIDUMP;
    }
  }

  /**
   * Buffers of ASL source.
   *
   * @param buffers in the order of the text
   */
  record Buffers(List<NamedBuffer> buffers) implements DumpText {
    /**
     * Copies the list.
     *
     * @param buffers copied; in the order of the text
     */
    public Buffers {
      buffers = List.copyOf(buffers);
    }

    @Override
    public DumpFormat format() {
      return DumpFormat.ASL;
    }
  }

  /**
   * Values of the registry.
   *
   * @param values the binary ones, in the order of the text
   */
  record Values(List<RegistryValue> values) implements DumpText {
    /**
     * Copies the list.
     *
     * @param values copied; the binary ones, in the order of the text
     */
    public Values {
      values = List.copyOf(values);
    }

    @Override
    public DumpFormat format() {
      return DumpFormat.REGISTRY;
    }
  }

  /**
   * No bytes at all.
   *
   * @param format {@link DumpFormat#WORDS}, or {@link DumpFormat#BINARY} where it is no text
   */
  record Nothing(DumpFormat format) implements DumpText {}

  /**
   * Reads the bytes of a text.
   *
   * @param file all of it, from its first byte on
   * @return what it holds, by its format; {@link Nothing} where it holds no bytes, or is no text
   */
  static DumpText read(Slice file) {
    TextBytes text = TextBytes.of(file);
    if (!text.isText()) {
      return new Nothing(DumpFormat.BINARY);
    }
    return DumpRecognition.parse(text);
  }
}
