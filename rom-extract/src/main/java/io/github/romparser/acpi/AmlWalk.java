package io.github.romparser.acpi;

import io.github.romparser.bytes.Slice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Walks through AML (ACPI 6.4 §20.2) from one opcode to the next and tells what declares something.
 *
 * <p>How many arguments a call has is not to be told without knowing all tables, so operands are
 * taken as what comes next instead of being put under their operators. What has its length in front
 * ends where that says, whatever was read in it; a byte that begins nothing is passed over. So time
 * is proportional to the length of the table, whatever is in it.
 */
final class AmlWalk {

  /** What stands deeper counts as if it stood there. */
  private static final int DEEPEST = 128;

  /** A part with its length in front: where it ends, and the scope in it. */
  private record Part(int end, String scope) {}

  private final Slice aml;
  private final AmlListener listener;
  private final Deque<Part> parts = new ArrayDeque<>();
  private Part part;
  private int at;

  /** Behind an opening of a string no end is to be found up to here. */
  private int noString;

  /** A PkgLength that was read: where the part ends; -1 for one that does not fit. */
  private int packageEnd;

  private AmlWalk(Slice aml, int from, int to, String scope, AmlListener listener) {
    this.aml = aml;
    this.listener = listener;
    this.part = new Part(Math.min(to, aml.length()), scope);
    this.at = from;
  }

  /** Walks through a part of a table. */
  static void walk(Slice table, int from, int to, String scope, AmlListener listener) {
    new AmlWalk(table, from, to, scope, listener).walk();
  }

  private void walk() {
    while (true) {
      while (at >= part.end && !parts.isEmpty()) {
        at = part.end;
        part = parts.pop();
      }
      if (at >= part.end) {
        return;
      }
      int next = step(aml.u8(at));
      at = next > at && next <= part.end ? next : at + 1;
    }
  }

  /** Takes one opcode and what belongs to it; tells where the next stands, or -1. */
  private int step(int opcode) {
    return switch (opcode) {
      case 0x0a -> at + 2;
      case 0x0b -> at + 3;
      case 0x0c -> at + 5;
      case 0x0d -> string();
      case 0x0e -> at + 9;
      case 0x08 -> name();
      case 0x10 -> scope(packageLength(at + 1), 0);
      case 0x11 -> buffer("", at);
      case 0x12 -> enter(packageLength(at + 1), 1, part.scope);
      case 0x13, 0xa0, 0xa1, 0xa2 -> enter(packageLength(at + 1), 0, part.scope);
      case 0x14 -> method();
      case 0x15 -> declared(at + 1, 2);
      case 0x5b -> aml.has(at, 2) ? extended(aml.u8(at + 1L)) : -1;
      default -> AmlName.begins(opcode) ? reference(at) : at + 1;
    };
  }

  private int extended(int opcode) {
    return switch (opcode) {
      case 0x01 -> declared(at + 2, 1);
      case 0x02 -> declared(at + 2, 0);
      case 0x23 -> acquire();
      case 0x32 -> at + 7;
      case 0x80 -> region();
      case 0x81 -> fields(1);
      case 0x82, 0x85 -> scope(packageLength(at + 2), 0);
      case 0x83 -> scope(packageLength(at + 2), 6);
      case 0x84 -> scope(packageLength(at + 2), 3);
      case 0x86 -> fields(2);
      case 0x87 -> enter(packageLength(at + 2), 0, part.scope);
      case 0x88 -> declared(at + 2, 0);
      default -> at + 2;
    };
  }

  /** Reads a PkgLength, sets {@link #packageEnd} and tells what is behind it; -1 if it is wrong. */
  private int packageLength(int from) {
    packageEnd = -1;
    if (!aml.has(from, 1)) {
      return -1;
    }
    int lead = aml.u8(from);
    int more = lead >>> 6;
    if (!aml.has(from, 1L + more) || (more > 0 && (lead & 0x30) != 0)) {
      return -1;
    }
    long length = more == 0 ? lead & 0x3f : lead & 0xf;
    for (int i = 0; i < more; i++) {
      length |= (long) aml.u8(from + 1L + i) << (4 + 8 * i);
    }
    if (length < 1 + more || from + length > part.end) {
      return -1;
    }
    packageEnd = (int) (from + length);
    return from + 1 + more;
  }

  private int enter(int behind, int skip, String scope) {
    if (behind < 0 || behind + skip > packageEnd) {
      return -1;
    }
    if (parts.size() < DEEPEST) {
      parts.push(part);
      part = new Part(packageEnd, scope);
    }
    return behind + skip;
  }

  /** A part that has a name and so is a scope. */
  private int scope(int behind, int skip) {
    AmlName name = behind < 0 ? AmlName.NONE : AmlName.read(aml, behind);
    if (name.end() < 0) {
      return -1;
    }
    String path = name.in(part.scope);
    return enter(name.end(), skip, path.isEmpty() ? part.scope : path);
  }

  private int method() {
    int behind = packageLength(at + 1);
    AmlName name = behind < 0 ? AmlName.NONE : AmlName.read(aml, behind);
    if (name.end() < 0 || name.end() >= packageEnd) {
      return -1;
    }
    String path = name.in(part.scope);
    if (!path.isEmpty()) {
      listener.method(path, aml.u8(name.end()) & 7, name.end() + 1, packageEnd);
    }
    return enter(name.end(), 1, path.isEmpty() ? part.scope : path);
  }

  /** A name that is declared, with a number of bytes behind it. */
  private int declared(int from, int skip) {
    int end = AmlName.end(aml, from);
    return end < 0 ? -1 : end + skip;
  }

  private int reference(int from) {
    if (!listener.wantsCode()) {
      return AmlName.end(aml, from);
    }
    AmlName name = AmlName.read(aml, from);
    if (name.end() >= 0) {
      listener.reference(part.scope, name);
    }
    return name.end();
  }

  /** Acquire has two bytes behind its mutex, which are no opcodes. */
  private int acquire() {
    int mutex = at + 2;
    if (!aml.has(mutex, 1)) {
      return -1;
    }
    int end = AmlName.begins(aml.u8(mutex)) ? AmlName.end(aml, mutex) : mutex + 1;
    return end < 0 ? -1 : end + 2;
  }

  private int string() {
    if (at < noString) {
      return -1;
    }
    int end = at + 1;
    while (end < part.end && aml.u8(end) >= 1 && aml.u8(end) < 0x80) {
      end++;
    }
    if (end == part.end || aml.u8(end) != 0) {
      noString = end;
      return -1;
    }
    if (listener.wantsCode()) {
      listener.string(aml.latin1(at + 1L, Math.min(255, end - at - 1)));
    }
    return end + 1;
  }

  private int name() {
    AmlName name = AmlName.read(aml, at + 1);
    if (name.end() < 0 || name.end() >= part.end) {
      return -1;
    }
    if (aml.u8(name.end()) == 0x11) {
      int end = buffer(name.in(part.scope), name.end());
      return end < 0 ? name.end() : end;
    }
    AmlValue value = AmlValue.read(aml, name.end());
    String path = name.in(part.scope);
    if (value.number().isPresent() && !path.isEmpty()) {
      listener.number(path, value.number().getAsLong());
    }
    return name.end();
  }

  /** A Buffer; its initialiser is no code. */
  private int buffer(String path, int from) {
    int behind = packageLength(from + 1);
    if (behind < 0) {
      return -1;
    }
    int end = packageEnd;
    AmlValue size = AmlValue.read(aml, behind);
    if (size.end() > end) {
      return -1;
    }
    if (size.end() >= 0) {
      String scope = path.isEmpty() ? part.scope : AmlName.parent(path);
      OptionalLong bytes = size.number();
      listener.buffer(
          scope, AmlName.last(path), aml.slice(size.end(), end - (long) size.end()), bytes);
    }
    return end;
  }

  private int region() {
    AmlName name = AmlName.read(aml, at + 2);
    if (name.end() < 0 || !aml.has(name.end(), 1)) {
      return -1;
    }
    AmlValue address = AmlValue.read(aml, name.end() + 1);
    AmlValue length =
        address.end() < 0
            ? new AmlValue(OptionalLong.empty(), AmlName.NONE, -1)
            : AmlValue.read(aml, address.end());
    String path = name.in(part.scope);
    if (!path.isEmpty()) {
      listener.region(path, aml.u8(name.end()), address, length);
    }
    // The operands are code, which may name things.
    return name.end() + 1;
  }

  /** Field and IndexField: names, flags, then units with their lengths in bits. */
  private int fields(int names) {
    int behind = packageLength(at + 2);
    int end = packageEnd;
    AmlName region = AmlName.NONE;
    for (int i = 0; i < names && behind >= 0; i++) {
      AmlName name = AmlName.read(aml, behind);
      region = i == 0 ? name : region;
      behind = name.end();
    }
    if (behind < 0 || behind >= end) {
      return -1;
    }
    new AmlFields(aml, end, part.scope, region, listener).read(behind + 1);
    return end;
  }
}
