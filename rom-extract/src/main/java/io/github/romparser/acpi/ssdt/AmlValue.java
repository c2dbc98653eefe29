package io.github.romparser.acpi.ssdt;

import io.github.romparser.bytes.Slice;
import java.util.List;
import java.util.stream.Collectors;

/** A term that stands for a value. */
sealed interface AmlValue extends AmlTerm {

  /** The source text, as part of a line. */
  String asl();

  @Override
  default void print(AslText out) {
    out.line(asl());
  }

  /** An integer. */
  static AmlValue number(long value) {
    return new Int(value);
  }

  /** A string. */
  static AmlValue string(String text) {
    return new Text(text);
  }

  /** A variable of the method. */
  static AmlValue local(int number) {
    return new Variable("Local", 0x60, number);
  }

  /** An argument of the method. */
  static AmlValue argument(int number) {
    return new Variable("Arg", 0x68, number);
  }

  /** What has this name, here or above. */
  static AmlValue named(String name) {
    return new Named(name);
  }

  /** The result of a method of this name, here or above. */
  static AmlValue call(String name, AmlValue... arguments) {
    return new Call(name, List.of(arguments));
  }

  /** The result of an operator. */
  static AmlValue apply(AmlOperator operator, AmlValue... operands) {
    return new Operation(operator, List.of(operands));
  }

  /** A new buffer of zeros. */
  static AmlValue zeros(AmlValue size) {
    return new Bytes(size, Slice.of(new byte[0]));
  }

  /** A buffer of these bytes. */
  static Bytes buffer(Slice bytes) {
    return new Bytes(number(bytes.length()), bytes);
  }

  /** A package. */
  static AmlValue pack(AmlValue... elements) {
    return new Pack(List.of(elements));
  }

  /** See {@link #number}. */
  record Int(long value) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      out.integer(value);
    }

    @Override
    public String asl() {
      return AslText.integer(value);
    }
  }

  /** See {@link #string}. */
  record Text(String text) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      out.string(text);
    }

    @Override
    public String asl() {
      return AslText.string(text);
    }
  }

  /** A local variable or an argument; their opcodes follow each other (ACPI 6.4 §20.2.6). */
  record Variable(String kind, int firstOpcode, int number) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      out.opcode(firstOpcode + number);
    }

    @Override
    public String asl() {
      return kind + number;
    }
  }

  /** See {@link #named}. */
  record Named(String name) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      out.segment(name);
    }

    @Override
    public String asl() {
      return name;
    }
  }

  /** The name of a method and behind it its arguments (ACPI 6.4 §20.2.5). */
  record Call(String name, List<AmlValue> arguments) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      out.segment(name);
      arguments.forEach(argument -> argument.encode(out));
    }

    @Override
    public String asl() {
      return name + " (" + joined(arguments) + ")";
    }
  }

  /** See {@link AmlOperator}. */
  record Operation(AmlOperator operator, List<AmlValue> operands) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      operator.encode(out, operands);
    }

    @Override
    public String asl() {
      return operator.asl(operands);
    }
  }

  /** A buffer: its size, and the bytes at its start; the rest are zeros. */
  record Bytes(AmlValue size, Slice bytes) implements AmlValue {

    /** DefBuffer (ACPI 6.4 §20.2.5.4). */
    private static final int BUFFER = 0x11;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(BUFFER);
      out.packaged(
          inner -> {
            size.encode(inner);
            inner.raw(bytes);
          });
    }

    /** Without the bytes, which do not fit on a line. */
    String head() {
      return "Buffer (" + size.asl() + ")";
    }

    @Override
    public String asl() {
      if (bytes.length() > 0) {
        throw new IllegalStateException("bytes stand on lines of their own");
      }
      return head() + " {}";
    }
  }

  /** A package of values. */
  record Pack(List<AmlValue> elements) implements AmlValue {

    /** DefPackage (ACPI 6.4 §20.2.5.4). */
    private static final int PACKAGE = 0x12;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(PACKAGE);
      out.packaged(
          inner -> {
            inner.raw(elements.size());
            elements.forEach(element -> element.encode(inner));
          });
    }

    @Override
    public String asl() {
      return "Package () { " + joined(elements) + " }";
    }
  }

  /**
   * The id of a device of Plug and Play: three letters of five bits and four hex digits, in the
   * order of bytes of EISA (ACPI 6.4 §19.3.4).
   */
  record EisaId(String id) implements AmlValue {
    @Override
    public void encode(AmlWriter out) {
      int letters = 0;
      for (int i = 0; i < 3; i++) {
        letters = letters << 5 | (id.charAt(i) - 'A' + 1);
      }
      int number = letters << 16 | Integer.parseInt(id.substring(3), 16);
      out.integer(Integer.toUnsignedLong(Integer.reverseBytes(number)));
    }

    @Override
    public String asl() {
      return "EisaId (" + AslText.string(id) + ")";
    }
  }

  private static String joined(List<AmlValue> values) {
    return values.stream().map(AmlValue::asl).collect(Collectors.joining(", "));
  }
}
