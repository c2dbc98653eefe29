package io.github.romparser.quickjar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Brings a class file from before Java 6 to Java 8's version: subroutines are put in line, and
 * stack maps are computed (JVMS 17 §4.7.4). The instructions stay.
 */
final class OldClassFile {

  private static final String OBJECT = "java/lang/Object";

  private final Map<String, byte[]> entries;

  /**
   * With the classes that it may speak of.
   *
   * @param entries all entries of the jar
   */
  OldClassFile(Map<String, byte[]> entries) {
    this.entries = entries;
  }

  byte[] withStackMaps(byte[] bytes) {
    ClassWriter writer = new Frames();
    new ClassReader(bytes).accept(new Newer(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static final class Newer extends ClassVisitor {

    Newer(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new JSRInlinerAdapter(
          super.visitMethod(access, name, descriptor, signature, exceptions),
          access,
          name,
          descriptor,
          signature,
          exceptions);
    }
  }

  /** Knows the classes of the jar, and those of the running Java for the rest. */
  private final class Frames extends ClassWriter {

    Frames() {
      super(ClassWriter.COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      List<String> ofOne = ancestors(one);
      for (String name : ancestors(other)) {
        if (ofOne.contains(name)) {
          return name;
        }
      }
      return OBJECT;
    }
  }

  /** A class and those above it; an interface is taken for an Object, as verifiers do. */
  private List<String> ancestors(String name) {
    List<String> all = new ArrayList<>();
    String at = name;
    while (at != null) {
      byte[] bytes = entries.get(at + ".class");
      if (bytes == null) {
        addOfPlatform(at, all);
        return all;
      }
      ClassReader reader = new ClassReader(bytes);
      boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
      all.add(isInterface ? OBJECT : at);
      at = isInterface ? null : reader.getSuperName();
    }
    return all;
  }

  private static void addOfPlatform(String name, List<String> all) {
    try {
      Class<?> type =
          Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
      for (Class<?> c = type; c != null && !c.isInterface(); c = c.getSuperclass()) {
        all.add(c.getName().replace('.', '/'));
      }
    } catch (ClassNotFoundException e) {
      // A library that the jar does without: no more is known than that it is an object.
    }
    all.add(OBJECT);
  }
}
