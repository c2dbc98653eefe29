package io.github.romparser.quickjar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** The entries of a jar, of which the class files are made quicker to load. */
final class ClassFiles {

  /** Private methods can be called from classes of the same nest from this version on (JEP 181). */
  private static final int NESTS = Opcodes.V11;

  /** Class-data sharing refuses class files older than this: they have no stack maps. */
  private static final int STACK_MAPS = Opcodes.V1_6;

  private final Map<String, byte[]> entries;

  /** Classes whose bytes change, by their internal names. */
  private final Map<String, ClassNode> changed = new TreeMap<>();

  ClassFiles(Map<String, byte[]> entries) {
    this.entries = entries;
  }

  /** All entries, the changed ones in place of the old, and the new ones behind. */
  Map<String, byte[]> quickened() {
    Map<String, byte[]> all = new LinkedHashMap<>(entries);
    Map<String, ClassNode> made = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (isClass(entry.getKey())) {
        int version = new ClassReader(entry.getValue()).readUnsignedShort(6);
        if (version < STACK_MAPS) {
          all.put(entry.getKey(), new OldClassFile(entries).withStackMaps(entry.getValue()));
        } else if (version >= NESTS) {
          replaceLambdas(entry.getKey(), made);
        }
      }
    }
    made.forEach((name, node) -> all.put(name + ".class", bytes(node)));
    changed.forEach((name, node) -> all.put(name + ".class", bytes(node)));
    return all;
  }

  private static boolean isClass(String entry) {
    return entry.endsWith(".class")
        && !entry.startsWith("META-INF/")
        && !entry.endsWith("module-info.class");
  }

  private void replaceLambdas(String entry, Map<String, ClassNode> made) {
    String name = entry.substring(0, entry.length() - ".class".length());
    ClassNode host = node(name);
    Map<String, ClassNode> classes = new LambdaReplacement(host).replace();
    if (classes.isEmpty()) {
      return;
    }
    changed.put(name, host);
    made.putAll(classes);
    String nest = host.nestHostClass == null ? name : host.nestHostClass;
    ClassNode nestHost = node(nest);
    for (ClassNode lambda : classes.values()) {
      lambda.nestHostClass = nest;
      nestHost.visitNestMember(lambda.name);
    }
    changed.put(nest, nestHost);
  }

  /** A class as it stands by now. */
  private ClassNode node(String name) {
    ClassNode known = changed.get(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = entries.get(name + ".class");
    if (bytes == null) {
      throw new IllegalStateException("no class " + name);
    }
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    return node;
  }

  private static byte[] bytes(ClassNode node) {
    // No call changes what is on the stack, so sizes and stack maps stay as they are.
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
