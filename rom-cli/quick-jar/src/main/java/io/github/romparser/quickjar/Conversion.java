package io.github.romparser.quickjar;

import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns the value on the stack into another type: casts, boxes, unboxes and widens, which is all
 * that a lambda's types can ask for (java.lang.invoke.LambdaMetafactory, class comment).
 */
final class Conversion {

  private static final String OBJECT = "java/lang/Object";

  private static final Map<String, Type> PRIMITIVES =
      Map.of(
          "java/lang/Boolean", Type.BOOLEAN_TYPE,
          "java/lang/Byte", Type.BYTE_TYPE,
          "java/lang/Character", Type.CHAR_TYPE,
          "java/lang/Short", Type.SHORT_TYPE,
          "java/lang/Integer", Type.INT_TYPE,
          "java/lang/Long", Type.LONG_TYPE,
          "java/lang/Float", Type.FLOAT_TYPE,
          "java/lang/Double", Type.DOUBLE_TYPE);

  private final MethodVisitor code;

  Conversion(MethodVisitor code) {
    this.code = code;
  }

  /**
   * An argument.
   *
   * @param from its type on the stack
   * @param real the type that it is known to have
   * @param to the type that is called for
   */
  void convert(Type from, Type real, Type to) {
    if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        widen(from, to);
      } else {
        box(from);
      }
    } else if (isPrimitive(to)) {
      unbox(from, real, to);
    } else {
      cast(from, to);
    }
  }

  /**
   * What is returned.
   *
   * @param from its type on the stack
   * @param real the type that it is used as
   * @param to the type that the interface has
   */
  void convertResult(Type from, Type real, Type to) {
    if (to.equals(Type.VOID_TYPE)) {
      if (from.getSize() > 0) {
        code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
    } else if (isPrimitive(from) && !isPrimitive(to)) {
      Type primitive = PRIMITIVES.getOrDefault(real.getInternalName(), from);
      widen(from, primitive);
      box(primitive);
    } else {
      convert(from, real, to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private void cast(Type from, Type to) {
    if (!from.equals(to) && !to.getInternalName().equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private void box(Type primitive) {
    String wrapper = wrapper(primitive);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        wrapper,
        "valueOf",
        "(" + primitive.getDescriptor() + ")L" + wrapper + ";",
        false);
  }

  /** The wrapper is the one of either type that is known to be one, else the wanted type's own. */
  private void unbox(Type from, Type real, Type to) {
    String wrapper = wrapper(to);
    for (Type type : new Type[] {from, real}) {
      if (!isPrimitive(type) && PRIMITIVES.containsKey(type.getInternalName())) {
        wrapper = type.getInternalName();
      }
    }
    cast(from, Type.getObjectType(wrapper));
    Type primitive = Objects.requireNonNull(PRIMITIVES.get(wrapper));
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        wrapper,
        primitive.getClassName() + "Value",
        "()" + primitive.getDescriptor(),
        false);
    widen(primitive, to);
  }

  private static String wrapper(Type primitive) {
    return PRIMITIVES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(primitive))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** JLS 17 §5.1.2. Up to int nothing has to be done. */
  private void widen(Type from, Type to) {
    int opcode =
        switch (to.getSort()) {
          case Type.LONG -> pick(from, Opcodes.NOP, Opcodes.I2L, Opcodes.NOP, Opcodes.NOP);
          case Type.FLOAT -> pick(from, Opcodes.NOP, Opcodes.I2F, Opcodes.L2F, Opcodes.NOP);
          case Type.DOUBLE -> pick(from, Opcodes.NOP, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D);
          default -> Opcodes.NOP;
        };
    if (opcode != Opcodes.NOP) {
      code.visitInsn(opcode);
    }
  }

  private static int pick(Type from, int same, int ofInt, int ofLong, int ofFloat) {
    return switch (from.getSort()) {
      case Type.LONG -> ofLong;
      case Type.FLOAT -> ofFloat;
      case Type.DOUBLE -> same;
      default -> ofInt;
    };
  }
}
