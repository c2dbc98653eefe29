package io.github.romparser.acpi.ssdt;

import java.util.ArrayList;
import java.util.List;

/** A term that declares something or holds other terms. */
sealed interface AmlStatement extends AmlTerm {

  /** A remark, which only the source text has. */
  record Comment(String text) implements AmlStatement {
    @Override
    public void encode(AmlWriter out) {}

    @Override
    public void print(AslText out) {
      out.line("// " + text);
    }
  }

  /**
   * Something of another table. Only the compiler wants to know of it: the opcode that AML has for
   * it makes ACPICA drop what stands around it (tried).
   */
  record External(String path, String type) implements AmlStatement {
    @Override
    public void encode(AmlWriter out) {}

    @Override
    public void print(AslText out) {
      out.line("External (" + path + ", " + type + ")");
    }
  }

  /** What is declared in a device or below a path that is there already. */
  record Scope(AcpiPath path, List<AmlTerm> body) implements AmlStatement {

    /** DefScope (ACPI 6.4 §20.2.5.1). */
    private static final int SCOPE = 0x10;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(SCOPE);
      out.packaged(
          inner -> {
            inner.path(path);
            inner.terms(body);
          });
    }

    @Override
    public void print(AslText out) {
      out.block("Scope (" + path + ")", body);
    }
  }

  /** A new device. */
  record Device(String name, List<AmlTerm> body) implements AmlStatement {
    @Override
    public void encode(AmlWriter out) {
      out.opcode(0x5b, 0x82); // DefDevice (ACPI 6.4 §20.2.5.2)
      out.packaged(
          inner -> {
            inner.segment(name);
            inner.terms(body);
          });
    }

    @Override
    public void print(AslText out) {
      out.block("Device (" + name + ")", body);
    }
  }

  /** A method. One that is serialized runs only once at a time. */
  record Method(String name, int arguments, boolean serialized, List<AmlTerm> body)
      implements AmlStatement {

    /** DefMethod and its flag (ACPI 6.4 §20.2.5.2). */
    private static final int METHOD = 0x14;

    private static final int SERIALIZED = 0x08;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(METHOD);
      out.packaged(
          inner -> {
            inner.segment(name);
            inner.raw(arguments | (serialized ? SERIALIZED : 0));
            inner.terms(body);
          });
    }

    @Override
    public void print(AslText out) {
      String how = serialized ? "Serialized" : "NotSerialized";
      out.block("Method (" + name + ", " + arguments + ", " + how + ")", body);
    }
  }

  /** Terms that run if, or as long as, a value is not 0. */
  record Conditional(String word, int opcode, AmlValue condition, List<AmlTerm> body)
      implements AmlStatement {

    /** DefIfElse (ACPI 6.4 §20.2.5.3). */
    static Conditional when(AmlValue condition, AmlTerm... body) {
      return new Conditional("If", 0xa0, condition, List.of(body));
    }

    /** DefWhile (ACPI 6.4 §20.2.5.3). */
    static Conditional loop(AmlValue condition, AmlTerm... body) {
      return new Conditional("While", 0xa2, condition, List.of(body));
    }

    @Override
    public void encode(AmlWriter out) {
      out.opcode(opcode);
      out.packaged(
          inner -> {
            condition.encode(inner);
            inner.terms(body);
          });
    }

    @Override
    public void print(AslText out) {
      out.block(word + " (" + condition.asl() + ")", body);
    }
  }

  /** A named value. */
  record Name(String name, AmlValue value) implements AmlStatement {

    /** DefName (ACPI 6.4 §20.2.5.1). */
    private static final int NAME = 0x08;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(NAME);
      out.segment(name);
      value.encode(out);
    }

    @Override
    public void print(AslText out) {
      if (value instanceof AmlValue.Bytes buffer && buffer.bytes().length() > 0) {
        out.bytes("Name (" + name + ", " + buffer.head(), buffer.bytes(), ")");
      } else {
        out.line("Name (" + name + ", " + value.asl() + ")");
      }
    }
  }

  /** A range of I/O ports. */
  record Ports(String name, int first, int count) implements AmlStatement {

    /** Address space SystemIO (ACPI 6.4 §20.2.5.2). */
    private static final int SYSTEM_IO = 1;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(0x5b, 0x80); // DefOpRegion (ACPI 6.4 §20.2.5.2)
      out.segment(name);
      out.raw(SYSTEM_IO);
      out.integer(first);
      out.integer(count);
    }

    @Override
    public void print(AslText out) {
      out.line(
          "OperationRegion ("
              + String.join(", ", name, "SystemIO", AslText.integer(first), AslText.integer(count))
              + ")");
    }
  }

  /** How a port is accessed: its width. */
  enum Access {
    BYTE("ByteAcc", 1),
    WORD("WordAcc", 2);

    private final String asl;
    private final int flag;

    Access(String asl, int flag) {
      this.asl = asl;
      this.flag = flag;
    }
  }

  /** A named port within a range. */
  record Port(String range, Access access, int skippedBits, String name, int bits)
      implements AmlStatement {

    /** The global lock is taken for each access (ACPI 6.4 §20.2.5.2, FieldFlags). */
    private static final int LOCK = 0x10;

    /** Bits that have no name (ACPI 6.4 §20.2.5.2, ReservedField). */
    private static final int RESERVED = 0x00;

    @Override
    public void encode(AmlWriter out) {
      out.opcode(0x5b, 0x81); // DefField (ACPI 6.4 §20.2.5.2)
      out.packaged(
          inner -> {
            inner.segment(range);
            inner.raw(access.flag | LOCK);
            if (skippedBits > 0) {
              inner.raw(RESERVED);
              inner.length(skippedBits, false);
            }
            inner.segment(name);
            inner.length(bits, false);
          });
    }

    @Override
    public void print(AslText out) {
      List<String> lines = new ArrayList<>();
      if (skippedBits > 0) {
        lines.add(", " + skippedBits + ",");
      }
      lines.add(name + ", " + bits);
      out.lines("Field (" + range + ", " + access.asl + ", Lock, Preserve)", lines);
    }
  }
}
