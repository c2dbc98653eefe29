package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a program for Windows: a PE32+ file with sections, a tree of resources, something behind
 * it and a certificate (Microsoft PE/COFF specification). Nothing in it runs. The setters change
 * this builder and return it.
 */
public final class ProgramForge {
  private static final int PE = 0x80;
  private static final int OPTIONAL = PE + 0x18;
  private static final int DIRECTORIES = OPTIONAL + 0x70;
  private static final int OPTIONAL_SIZE = 0xf0;
  private static final int SECTIONS = OPTIONAL + OPTIONAL_SIZE;
  private static final int HEADERS = 0x400;
  private static final int FILE_ALIGNMENT = 0x200;
  private static final int MEMORY_ALIGNMENT = 0x1000;
  private static final int FURTHER = 0x8000_0000;
  private static final int LANGUAGE = 1033;

  private record Resource(Object type, Object name) {}

  private final List<String> sections = new ArrayList<>();
  private final List<byte[]> sectionBytes = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<byte[]> resourceBytes = new ArrayList<>();
  private int subsystem = 2;
  private byte[] overlay = {};
  private byte[] certificate = {};

  private ProgramForge() {}

  /** A program without sections. */
  public static ProgramForge start() {
    return new ProgramForge();
  }

  /** The subsystem: 2 Windows, 10 to 12 EFI. */
  public ProgramForge subsystem(int value) {
    subsystem = value;
    return this;
  }

  /** Adds a section. */
  public ProgramForge section(String name, byte[] bytes) {
    sections.add(name);
    sectionBytes.add(bytes);
    return this;
  }

  /** Adds a resource; type and name are each an Integer or a String. */
  public ProgramForge resource(Object type, Object name, byte[] bytes) {
    resources.add(new Resource(type, name));
    resourceBytes.add(bytes);
    return this;
  }

  /** Puts bytes behind the last section. */
  public ProgramForge overlay(byte[] bytes) {
    overlay = bytes;
    return this;
  }

  /** Puts a certificate behind everything else. */
  public ProgramForge certificate(byte[] bytes) {
    certificate = bytes;
    return this;
  }

  /** The file. */
  public byte[] build() {
    int address = MEMORY_ALIGNMENT;
    int place = HEADERS;
    int count = sections.size() + (resources.isEmpty() ? 0 : 1);
    Canvas headers = new Canvas(HEADERS);
    headers.ascii(0, "MZ").u32(0x3c, PE).ascii(PE, "PE");
    headers.u16(PE + 4, 0x8664).u16(PE + 6, count).u16(PE + 0x14, OPTIONAL_SIZE);
    headers.u16(PE + 0x16, 0x22).u16(OPTIONAL, 0x20b);
    headers.u32(OPTIONAL + 0x20, MEMORY_ALIGNMENT).u32(OPTIONAL + 0x24, FILE_ALIGNMENT);
    headers.u32(OPTIONAL + 0x3c, HEADERS).u16(OPTIONAL + 0x44, subsystem);
    headers.u32(OPTIONAL + 0x6c, 16);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(headers.bytes());
    List<String> names = new ArrayList<>(sections);
    List<byte[]> all = new ArrayList<>(sectionBytes);
    if (!resources.isEmpty()) {
      for (byte[] bytes : sectionBytes) {
        address += Canvas.align(bytes.length, MEMORY_ALIGNMENT);
      }
      byte[] tree = tree(address);
      headers.u32(DIRECTORIES + 2 * 8, address).u32(DIRECTORIES + 2 * 8 + 4, tree.length);
      names.add(".rsrc");
      all.add(tree);
      address = MEMORY_ALIGNMENT;
    }
    for (int i = 0; i < all.size(); i++) {
      byte[] bytes = all.get(i);
      int size = Canvas.align(bytes.length, FILE_ALIGNMENT);
      int at = SECTIONS + i * 0x28;
      headers.ascii(at, names.get(i));
      headers.u32(at + 0x08, bytes.length).u32(at + 0x0c, address);
      headers.u32(at + 0x10, size).u32(at + 0x14, place).u32(at + 0x24, 0x4000_0040);
      out.writeBytes(bytes);
      out.writeBytes(new byte[size - bytes.length]);
      address += Canvas.align(bytes.length, MEMORY_ALIGNMENT);
      place += size;
    }
    headers.u32(OPTIONAL + 0x38, address);
    out.writeBytes(overlay);
    certificate(out, headers);
    byte[] file = out.toByteArray();
    System.arraycopy(headers.bytes(), 0, file, 0, HEADERS);
    return file;
  }

  private void certificate(ByteArrayOutputStream out, Canvas headers) {
    if (certificate.length > 0) {
      out.writeBytes(new byte[Canvas.align(out.size(), 8) - out.size()]);
      int length = Canvas.align(certificate.length + 8, 8);
      headers.u32(DIRECTORIES + 4 * 8, out.size()).u32(DIRECTORIES + 4 * 8 + 4, length);
      Canvas table = new Canvas(length);
      table.u32(0, length).u16(4, 0x200).u16(6, 2).put(8, certificate);
      out.writeBytes(table.bytes());
    }
  }

  /** Folders of types, names and languages, data entries, names, data. */
  private byte[] tree(int address) {
    int count = resources.size();
    int names = 16 + count * 8;
    int languages = names + count * 24;
    int leaves = languages + count * 24;
    int texts = leaves + count * 16;
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    Canvas folders = new Canvas(texts);
    folders.u16(0x0e, count);
    for (int i = 0; i < count; i++) {
      Resource resource = resources.get(i);
      byte[] bytes = resourceBytes.get(i);
      folders.u32(16 + i * 8, name(resource.type(), texts, behind));
      folders.u32(16 + i * 8 + 4, FURTHER | names + i * 24);
      folders.u16(names + i * 24 + 0x0e, 1);
      folders.u32(names + i * 24 + 16, name(resource.name(), texts, behind));
      folders.u32(names + i * 24 + 20, FURTHER | languages + i * 24);
      folders.u16(languages + i * 24 + 0x0e, 1);
      folders.u32(languages + i * 24 + 16, LANGUAGE);
      folders.u32(languages + i * 24 + 20, leaves + i * 16);
      behind.writeBytes(new byte[Canvas.align(behind.size(), 8) - behind.size()]);
      folders.u32(leaves + i * 16, address + texts + behind.size());
      folders.u32(leaves + i * 16 + 4, bytes.length);
      behind.writeBytes(bytes);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(folders.bytes());
    all.writeBytes(behind.toByteArray());
    return all.toByteArray();
  }

  private static int name(Object name, int base, ByteArrayOutputStream behind) {
    if (name instanceof Integer number) {
      return number;
    }
    int at = base + behind.size();
    String text = name.toString();
    behind.write(text.length());
    behind.write(text.length() >>> 8);
    behind.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
    return FURTHER | at;
  }
}
