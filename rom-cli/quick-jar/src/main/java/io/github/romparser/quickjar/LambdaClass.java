package io.github.romparser.quickjar;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The class of one lambda: fields for what it captures, a static method that makes it, and the
 * interface's method, which calls the lambda's body (java.lang.invoke.LambdaMetafactory, class
 * comment). One that captures nothing is made once, as the metafactory does.
 */
final class LambdaClass {

  /** The static method that makes an object out of what is captured. */
  static final String MAKE = "make";

  private static final String ONLY = "ONLY";

  private final ClassNode node = new ClassNode();
  private final Type[] captured;
  private final String itself;

  /**
   * For one call.
   *
   * @param name internal name of the new class
   * @param version of its class file
   * @param call the instruction that makes the lambda
   */
  LambdaClass(String name, int version, InvokeDynamicInsnNode call) {
    Type type = Type.getReturnType(call.desc);
    this.captured = Type.getArgumentTypes(call.desc);
    this.itself = "L" + name + ";";
    node.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        new String[] {type.getInternalName()});
    constructor();
    if (captured.length == 0) {
      initializer();
    }
    make(call.desc);
    method(call.name, (Type) call.bsmArgs[0], (Handle) call.bsmArgs[1], (Type) call.bsmArgs[2]);
    node.visitEnd();
  }

  String name() {
    return node.name;
  }

  ClassNode node() {
    return node;
  }

  private String constructorDescriptor() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
  }

  private static String field(int index) {
    return "c" + index;
  }

  private void constructor() {
    MethodVisitor code =
        node.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructorDescriptor(), null, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    int local = 1;
    for (int i = 0; i < captured.length; i++) {
      node.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
          field(i),
          captured[i].getDescriptor(),
          null,
          null);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, node.name, field(i), captured[i].getDescriptor());
      local += captured[i].getSize();
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(3, local);
    code.visitEnd();
  }

  private void initializer() {
    node.visitField(
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ONLY, itself, null, null);
    MethodVisitor code = node.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitTypeInsn(Opcodes.NEW, node.name);
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, node.name, "<init>", "()V", false);
    code.visitFieldInsn(Opcodes.PUTSTATIC, node.name, ONLY, itself);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(2, 0);
    code.visitEnd();
  }

  private void make(String descriptor) {
    MethodVisitor code = node.visitMethod(Opcodes.ACC_STATIC, MAKE, descriptor, null, null);
    int local = 0;
    if (captured.length == 0) {
      code.visitFieldInsn(Opcodes.GETSTATIC, node.name, ONLY, itself);
    } else {
      code.visitTypeInsn(Opcodes.NEW, node.name);
      code.visitInsn(Opcodes.DUP);
      for (Type type : captured) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
        local += type.getSize();
      }
      code.visitMethodInsn(
          Opcodes.INVOKESPECIAL, node.name, "<init>", constructorDescriptor(), false);
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(2 + local, local);
    code.visitEnd();
  }

  /**
   * The method of the interface.
   *
   * @param erased its types as the class file has them
   * @param body what it calls
   * @param real its types as they are used here
   */
  private void method(String name, Type erased, Handle body, Type real) {
    MethodVisitor code =
        node.visitMethod(Opcodes.ACC_PUBLIC, name, erased.getDescriptor(), null, null);
    Call call = new Call(body);
    int stack = call.begin(code);
    int argument = 0;
    for (int i = 0; i < captured.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, node.name, field(i), captured[i].getDescriptor());
      new Conversion(code).convert(captured[i], captured[i], call.argument(argument));
      stack += 2;
      argument++;
    }
    int local = 1;
    Type[] given = erased.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
      new Conversion(code).convert(given[i], real.getArgumentTypes()[i], call.argument(argument));
      local += given[i].getSize();
      stack += 2;
      argument++;
    }
    call.end(code);
    Type result = erased.getReturnType();
    new Conversion(code).convertResult(call.result(), real.getReturnType(), result);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(stack + 4, local);
    code.visitEnd();
  }
}
