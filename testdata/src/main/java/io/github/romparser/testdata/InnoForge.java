package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Builds set-ups of Inno Setup: a program that does not run, chunks, a header (innoextract,
 * src/loader, src/setup, src/stream). The setters change this builder and return it.
 */
public final class InnoForge {
  private static final byte[] MAGIC = {'z', 'l', 'b', 0x1a};
  private static final int TABLE = 0x2c;
  private static final int SLICE_HEADER = 12;
  private static final int LOADER_NUMBER = 11111;

  /** A file, and whether it begins a chunk of its own. */
  private static final class File {
    private final String name;
    private final byte[] content;
    private final boolean compressed;
    private final boolean program;
    private final boolean own;

    File(String name, byte[] content, boolean compressed, boolean program, boolean own) {
      this.name = name;
      this.content = content;
      this.compressed = compressed;
      this.program = program;
      this.own = own;
    }
  }

  private record Place(int slice, int lastSlice, int chunk, int offset, int stored, File file) {}

  private final InnoEdition edition;
  private final List<File> files = new ArrayList<>();
  private final Map<String, byte[]> slices = new LinkedHashMap<>();
  private String text;
  private int method;
  private UnaryOperator<byte[]> packer = bytes -> bytes;
  private UnaryOperator<byte[]> headerPacker = UnaryOperator.identity();
  private boolean headerPacked;
  private boolean encrypted;
  private boolean wrongHashes;
  private boolean table = true;
  private boolean headerApart;
  private int sliceSize;
  private int slicesPerDisk = 1;
  private int repeatedEntries = 1;
  private int oddBytes;

  private InnoForge(InnoEdition edition) {
    this.edition = edition;
    this.text = edition.header();
  }

  /** A set-up without files. */
  public static InnoForge of(InnoEdition edition) {
    return new InnoForge(edition);
  }

  /** How chunks are compressed: 0 not at all, 1 zlib, 2 bzip2, 3 LZMA1, 4 LZMA2, and by whom. */
  public InnoForge packing(int number, UnaryOperator<byte[]> how) {
    method = number;
    packer = how;
    return this;
  }

  /** Compresses the header: LZMA1 behind five bytes of properties. */
  public InnoForge packingHeader(UnaryOperator<byte[]> how) {
    headerPacker = how;
    headerPacked = true;
    return this;
  }

  /** Adds a file in a chunk of its own. */
  public InnoForge file(String name, byte[] content) {
    files.add(new File(name, content, true, false, true));
    return this;
  }

  /** Adds a file to the chunk of the one before. */
  public InnoForge solid(String name, byte[] content) {
    files.add(new File(name, content, true, false, files.isEmpty()));
    return this;
  }

  /** Adds a file in a chunk of its own that is not compressed. */
  public InnoForge stored(String name, byte[] content) {
    files.add(new File(name, content, false, false, true));
    return this;
  }

  /** Adds a program to the chunk of the file before; its addresses are changed. */
  public InnoForge program(String name, byte[] content) {
    boolean compressed = files.isEmpty() || files.get(files.size() - 1).compressed;
    files.add(new File(name, content, compressed, true, files.isEmpty()));
    return this;
  }

  /** Says that everything is encrypted. */
  public InnoForge encrypted() {
    encrypted = true;
    return this;
  }

  /** Changes the hashes. */
  public InnoForge wrongHashes() {
    wrongHashes = true;
    return this;
  }

  /** Writes another text at the start of the header. */
  public InnoForge text(String other) {
    text = other;
    return this;
  }

  /** Leaves the table of places out. */
  public InnoForge withoutTable() {
    table = false;
    return this;
  }

  /** Puts the header into a file of its own, {@code setup-0.bin}. */
  public InnoForge headerApart() {
    headerApart = true;
    return this;
  }

  /** Puts the data into files beside it, of at most so many bytes. */
  public InnoForge spanned(int size, int perDisk) {
    sliceSize = size;
    slicesPerDisk = perDisk;
    return this;
  }

  /** Puts bytes behind what the header should have, so that nobody knows its layout. */
  public InnoForge oddHeader() {
    oddBytes = 3;
    return this;
  }

  /** Writes the list of data so many times over. */
  public InnoForge repeatedEntries(int times) {
    repeatedEntries = times;
    return this;
  }

  /** The files beside the program, by their names; known once it was built. */
  public Map<String, byte[]> slices() {
    return Map.copyOf(slices);
  }

  /** One of them. */
  public byte[] slice(String name) {
    return Optional.ofNullable(slices.get(name)).orElseThrow().clone();
  }

  /** The program. */
  public byte[] build() {
    slices.clear();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    List<Place> places = sliceSize > 0 ? spanned() : chunks(data);
    byte[] header = header(places);
    int start = program(new byte[TABLE]).length;
    if (headerApart) {
      slices.put("setup-0.bin", header);
    } else {
      data.writeBytes(header);
    }
    int at = headerApart ? 0 : start + data.size() - header.length;
    byte[] loader = loader(start + data.size(), at, sliceSize > 0 ? 0 : start);
    return join(program(loader), data.toByteArray());
  }

  private byte[] program(byte[] loader) {
    if (!edition.oldLoader()) {
      return ProgramForge.start()
          .section(".text", new byte[64])
          .resource(10, table ? LOADER_NUMBER : 1, loader)
          .build();
    }
    byte[] program = ProgramForge.start().section(".text", loader).build();
    int place = program.length - Canvas.align(loader.length, 0x200);
    ByteBuffer words = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    words.put(0x30, "Inno".getBytes(StandardCharsets.US_ASCII));
    words.putInt(0x34, place).putInt(0x38, table ? ~place : place);
    return program;
  }

  private byte[] loader(int size, int header, int data) {
    boolean old = edition.oldLoader();
    Canvas canvas = new Canvas(old ? TABLE - 4 : TABLE);
    canvas.put(0, magic(old));
    int shift = old ? -4 : 0;
    if (!old) {
      canvas.u32(0x0c, 1);
    }
    canvas.u32(0x10 + shift, size).u32(0x20 + shift, header).u32(0x24 + shift, data);
    int sum = 0x28 + shift;
    return canvas.u32(sum, crc(Arrays.copyOf(canvas.bytes(), sum))).bytes();
  }

  private static byte[] magic(boolean old) {
    String magic = old ? "rDlPtS07\u0087eVx" : "rDlPtS\u00cd\u00e6\u00d7{\u000b*";
    return magic.getBytes(StandardCharsets.ISO_8859_1);
  }

  // ---- data ----------------------------------------------------------------------------------

  private List<List<File>> groups() {
    List<List<File>> groups = new ArrayList<>();
    for (File file : files) {
      if (file.own) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(file);
    }
    return groups;
  }

  private byte[] packed(List<File> group) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    group.forEach(file -> plain.writeBytes(filtered(file)));
    byte[] bytes = plain.toByteArray();
    return group.get(0).compressed ? packer.apply(bytes) : bytes;
  }

  private byte[] filtered(File file) {
    return file.program ? InnoCalls.change(file.content, edition.filter()) : file.content.clone();
  }

  private List<Place> chunks(ByteArrayOutputStream data) {
    List<Place> places = new ArrayList<>();
    for (List<File> group : groups()) {
      byte[] packed = packed(group);
      places(group, 0, 0, data.size(), packed.length, places);
      data.writeBytes(MAGIC);
      data.writeBytes(new byte[encrypted ? 8 : 0]);
      data.writeBytes(packed);
    }
    return places;
  }

  private static void places(
      List<File> group, int slice, int last, int chunk, int stored, List<Place> places) {
    int offset = 0;
    for (File file : group) {
      places.add(new Place(slice, last, chunk, offset, stored, file));
      offset += file.content.length;
    }
  }

  private List<Place> spanned() {
    List<Place> places = new ArrayList<>();
    List<ByteArrayOutputStream> out = new ArrayList<>(List.of(new ByteArrayOutputStream()));
    for (List<File> group : groups()) {
      byte[] packed = packed(group);
      if (room(out) < MAGIC.length + 1) {
        out.add(new ByteArrayOutputStream());
      }
      int slice = out.size() - 1;
      int chunk = SLICE_HEADER + out.get(slice).size();
      byte[] all = join(MAGIC, packed);
      int done = 0;
      while (done < all.length) {
        if (room(out) == 0) {
          out.add(new ByteArrayOutputStream());
        }
        int n = Math.min(room(out), all.length - done);
        out.get(out.size() - 1).write(all, done, n);
        done += n;
      }
      places(group, slice, out.size() - 1, chunk, packed.length, places);
    }
    for (int i = 0; i < out.size(); i++) {
      Canvas header = new Canvas(SLICE_HEADER);
      header.ascii(0, "idska32\u001a").u32(8, SLICE_HEADER + out.get(i).size());
      slices.put(sliceName(i), join(header.bytes(), out.get(i).toByteArray()));
    }
    return places;
  }

  private String sliceName(int number) {
    String disk = "setup-" + (number / slicesPerDisk + 1);
    return slicesPerDisk == 1
        ? disk + ".bin"
        : disk + (char) ('a' + number % slicesPerDisk) + ".bin";
  }

  private int room(List<ByteArrayOutputStream> out) {
    return sliceSize - SLICE_HEADER - out.get(out.size() - 1).size();
  }

  // ---- the header ----------------------------------------------------------------------------

  private byte[] header(List<Place> places) {
    byte[] id = Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), 64);
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    for (int i = 0; i < repeatedEntries; i++) {
      places.forEach(place -> entries.writeBytes(entry(place)));
    }
    return join(id, block(first()), block(entries.toByteArray()));
  }

  private byte[] block(byte[] content) {
    byte[] packed = headerPacker.apply(content);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int at = 0; at < packed.length; at += 4096) {
      byte[] piece = Arrays.copyOfRange(packed, at, Math.min(packed.length, at + 4096));
      body.writeBytes(new Canvas(4).u32(0, crc(piece)).bytes());
      body.writeBytes(piece);
    }
    Canvas head = new Canvas(9);
    head.u32(4, body.size()).u8(8, headerPacked ? 1 : 0);
    head.u32(0, crc(Arrays.copyOfRange(head.bytes(), 4, 9)));
    return join(head.bytes(), body.toByteArray());
  }

  private byte[] first() {
    InnoFields out = new InnoFields(edition.unicode);
    for (int i = 0; i < edition.headerStrings; i++) {
      out.string(i == edition.baseName ? "setup" : i % 3 == 0 ? "" : "text " + i);
    }
    out.zeros(edition.unicode ? 0 : 32);
    // Languages to directories, files, data, icons to what is run when it is removed.
    for (int i = 0; i < 7; i++) {
      out.u32(1);
    }
    out.u32(files.size()).u32((long) files.size() * repeatedEntries);
    for (int i = 0; i < 7; i++) {
      out.u32(1);
    }
    out.zeros(edition.beforePassword).zeros(edition.password).zeros(8).u32(slicesPerDisk);
    out.zeros(edition.beforeCompression).u8(method).zeros(edition.beforeOptions);
    byte[] options = new byte[edition.options];
    options[edition.encryptionOption / 8] |=
        (byte) (encrypted ? 1 << edition.encryptionOption % 8 : 0);
    out.bytes(options);
    out.entry(10, edition.languageFixed).entry(2, 4).entry(1, 0).entry(4, 30);
    out.entry(5, 42).entry(6, 26).entry(7, 27);
    for (int i = 0; i < files.size(); i++) {
      out.string("").string(files.get(i).name).strings(edition.fileStrings - 2);
      out.zeros(20).u32(i).zeros(19);
    }
    out.entry(edition.iconStrings, edition.iconFixed).entry(10, 21).entry(9, 29);
    out.entry(7, 21).entry(7, 21);
    out.entry(edition.runStrings(), edition.runFixed).entry(edition.runStrings(), edition.runFixed);
    for (int i = 0; i < 2; i++) {
      if (edition.pictures) {
        out.u32(1);
      }
      out.string("picture");
    }
    out.strings(method == 1 || method == 2 ? 1 : 0);
    out.strings(encrypted && edition.record < 85 ? 1 : 0).zeros(oddBytes);
    return out.array();
  }

  private byte[] entry(Place place) {
    InnoFields out = new InnoFields(edition.unicode);
    out.u32(place.slice()).u32(place.lastSlice()).u32(place.chunk()).u64(place.offset());
    out.u64(place.file().content.length).u64(place.stored());
    byte[] hash = hash(place.file().content);
    hash[0] ^= (byte) (wrongHashes ? 1 : 0);
    // A day in 2020.
    out.bytes(hash).u64(0x01d5_c000_0000_0000L).zeros(8);
    int flags =
        (place.file().program ? 1 << edition.optimizedFlag() : 0)
            | (encrypted ? 1 << edition.encryptedFlag() : 0)
            | (place.file().compressed && method != 0 ? 2 << edition.encryptedFlag() : 0);
    out.u8(flags);
    return Arrays.copyOf(out.array(), edition.record);
  }

  private byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance(edition.hash()).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has them", e);
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
