package io.github.romparser.quickjar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Classes do the same before and after. */
class QuickJarTest {

  private static final String SPECIMEN = Specimen.class.getName();

  @TempDir private Path folder;

  /** The entries of a jar with the specimen and what belongs to it. */
  private static Map<String, byte[]> specimen() throws IOException, URISyntaxException {
    String main = SPECIMEN.replace('.', '/') + ".class";
    URI place = Objects.requireNonNull(QuickJarTest.class.getResource("/" + main)).toURI();
    Map<String, byte[]> entries = new HashMap<>();
    Path classes = Objects.requireNonNull(Path.of(place).getParent());
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("Spec")).toList()) {
        entries.put(
            main.substring(0, main.lastIndexOf('/') + 1) + file.getFileName(),
            Files.readAllBytes(file));
      }
    }
    return entries;
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  @SuppressWarnings("unchecked")
  private static Object run(Path jar, String name) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(name);
      return ((Supplier<Object>) type.getDeclaredConstructor().newInstance()).get();
    }
  }

  private static long lambdas(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    return node.methods.stream()
        .flatMap(method -> Stream.of(method.instructions.toArray()))
        .filter(InvokeDynamicInsnNode.class::isInstance)
        .map(InvokeDynamicInsnNode.class::cast)
        .filter(call -> call.bsm.getName().equals("metafactory"))
        .count();
  }

  private static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream stream = zip.getInputStream(entry)) {
          entries.put(entry.getName(), stream.readAllBytes());
        }
      }
    }
    return entries;
  }

  @Test
  void lambdas_of_every_kind_do_what_they_did() throws Exception {
    List<String> expected = new Specimen().get();
    assertThat(expected).hasSize(37).contains("inner 8 of 7", "kept text");
    Path jar = jar(specimen());
    assertThat(run(jar, SPECIMEN)).isEqualTo(expected);
    long before = specimen().values().stream().mapToLong(QuickJarTest::lambdas).sum();
    QuickJar.main(new String[] {jar.toString()});
    assertThat(run(jar, SPECIMEN)).isEqualTo(expected);
    Map<String, byte[]> after = entries(jar);
    assertThat(after.values().stream().mapToLong(QuickJarTest::lambdas).sum()).isZero();
    assertThat(before).isGreaterThan(40);
    assertThat(after).hasSize((int) before + specimen().size());
  }

  @Test
  void the_same_jar_gives_the_same_bytes() throws Exception {
    Path jar = jar(specimen());
    byte[] original = Files.readAllBytes(jar);
    QuickJar.main(new String[] {jar.toString()});
    byte[] once = Files.readAllBytes(jar);
    Files.write(jar, original);
    QuickJar.main(new String[] {jar.toString()});
    assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    QuickJar.main(new String[] {jar.toString()});
    assertThat(Files.readAllBytes(jar)).as("nothing is left to do").isEqualTo(once);
  }

  @Test
  void entries_that_are_no_classes_stay_and_the_manifest_comes_first() throws Exception {
    Path jar =
        jar(
            Map.of(
                "a.txt", new byte[] {1, 2},
                "META-INF/MANIFEST.MF", new byte[] {10},
                "META-INF/versions/9/Some.class", new byte[] {3}));
    QuickJar.main(new String[] {jar.toString()});
    assertThat(entries(jar))
        .containsOnlyKeys("a.txt", "META-INF/MANIFEST.MF", "META-INF/versions/9/Some.class")
        .containsEntry("a.txt", new byte[] {1, 2});
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertThat(zip.entries().nextElement().getName()).isEqualTo("META-INF/MANIFEST.MF");
    }
  }

  /** A class file of Java 5 with a branch at whose end one of two types is on the stack. */
  private static byte[] old() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V1_5,
        Opcodes.ACC_PUBLIC,
        "Old",
        null,
        "java/lang/Object",
        new String[] {"java/util/function/Supplier"});
    MethodVisitor make = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    make.visitVarInsn(Opcodes.ALOAD, 0);
    make.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    make.visitInsn(Opcodes.RETURN);
    make.visitMaxs(0, 0);
    make.visitEnd();
    MethodVisitor get =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "get", "()Ljava/lang/Object;", null, null);
    Label other = new Label();
    Label end = new Label();
    get.visitVarInsn(Opcodes.ALOAD, 0);
    get.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "hashCode", "()I", false);
    get.visitJumpInsn(Opcodes.IFEQ, other);
    get.visitIntInsn(Opcodes.BIPUSH, 5);
    get.visitMethodInsn(
        Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    get.visitJumpInsn(Opcodes.GOTO, end);
    get.visitLabel(other);
    get.visitLdcInsn(5L);
    get.visitMethodInsn(
        Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
    get.visitLabel(end);
    get.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Number", "intValue", "()I", false);
    get.visitMethodInsn(
        Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    get.visitInsn(Opcodes.ARETURN);
    get.visitMaxs(0, 0);
    get.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void an_old_class_file_gets_stack_maps() throws Exception {
    Path jar = jar(Map.of("Old.class", old()));
    QuickJar.main(new String[] {jar.toString()});
    byte[] made = Objects.requireNonNull(entries(jar).get("Old.class"));
    assertThat(new ClassReader(made).readUnsignedShort(6)).isEqualTo(Opcodes.V1_8);
    assertThat(run(jar, "Old")).isEqualTo(5);
  }
}
