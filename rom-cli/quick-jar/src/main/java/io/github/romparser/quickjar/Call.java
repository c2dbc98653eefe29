package io.github.romparser.quickjar;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The call of a lambda's body, which is any method or constructor (JVMS 17 §4.4.8). */
final class Call {

  private final Handle body;
  private final Type owner;
  private final Type[] arguments;
  private final boolean constructs;
  private final boolean hasReceiver;

  Call(Handle body) {
    this.body = body;
    this.owner = Type.getObjectType(body.getOwner());
    this.arguments = Type.getArgumentTypes(body.getDesc());
    this.constructs = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    this.hasReceiver = !constructs && body.getTag() != Opcodes.H_INVOKESTATIC;
  }

  /** What has to be on the stack in front of the arguments; returns how many words. */
  int begin(MethodVisitor code) {
    if (constructs) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
      return 2;
    }
    return 0;
  }

  /** The type of an argument; the receiver of an instance's method is the first. */
  Type argument(int index) {
    if (!hasReceiver) {
      return arguments[index];
    }
    return index == 0 ? owner : arguments[index - 1];
  }

  /** What is on the stack behind the call. */
  Type result() {
    return constructs ? owner : Type.getReturnType(body.getDesc());
  }

  void end(MethodVisitor code) {
    code.visitMethodInsn(
        opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
  }

  private int opcode() {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      // A private method of the nest is called like any other (JEP 181).
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE, Opcodes.H_INVOKESPECIAL ->
          body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      default -> throw new IllegalStateException("a lambda calls no " + body);
    };
  }
}
