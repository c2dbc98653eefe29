package io.github.romparser.quickjar;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Replaces every {@code invokedynamic} that makes a lambda (java.lang.invoke.LambdaMetafactory,
 * method {@code metafactory}) by a call of the class that the metafactory would have made. What the
 * method {@code altMetafactory} makes, serializable lambdas among it, is left.
 */
final class LambdaReplacement {

  private final ClassNode host;
  private final Map<String, ClassNode> made = new LinkedHashMap<>();

  LambdaReplacement(ClassNode host) {
    this.host = host;
  }

  /** Changes the host and returns the new classes by name; they are still without a nest. */
  Map<String, ClassNode> replace() {
    for (MethodNode method : host.methods) {
      for (AbstractInsnNode at = method.instructions.getFirst(); at != null; ) {
        AbstractInsnNode next = at.getNext();
        if (at instanceof InvokeDynamicInsnNode call && isLambda(call)) {
          LambdaClass lambda =
              new LambdaClass(host.name + "$$Quick" + made.size(), host.version, call);
          made.put(lambda.name(), lambda.node());
          method.instructions.set(
              at,
              new MethodInsnNode(
                  Opcodes.INVOKESTATIC, lambda.name(), LambdaClass.MAKE, call.desc, false));
        }
        at = next;
      }
    }
    return made;
  }

  private static boolean isLambda(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && call.bsm.getName().equals("metafactory");
  }
}
