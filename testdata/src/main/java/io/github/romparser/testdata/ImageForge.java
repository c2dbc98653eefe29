package io.github.romparser.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds one image of an option ROM: header, PCI data structure, optional NPDE, whatever is put on
 * top, and noise in all the rest (PCI Firmware 3.0 §5.1). Lengths count in blocks of 512 bytes,
 * offsets in bytes from the image. The setters change this builder and return it.
 *
 * <p>The last 16 bytes of every image stay free of noise, so that a checksum byte can go there.
 */
public final class ImageForge {
  /** Bytes of one block. */
  public static final int BLOCK = 512;

  private static final int SIGNATURE = 0xAA55;

  /** NVIDIA's private images: "VN" (Linux nouveau, nvkm/subdev/bios/pcir.c). */
  private static final int SIGNATURE_VN = 0x4E56;

  /** NVIDIA's other private signature, bytes 77 BB (Linux nouveau, pcir.c). */
  private static final int SIGNATURE_BB77 = 0xBB77;

  private static final int SPARE = 16;

  /** What an image is filled with beyond header and structures. */
  private interface Body {
    /** Draws into the image; {@code from} is the first byte behind all structures. */
    void draw(Canvas canvas, int from, int end);
  }

  private static final class Piece {
    final int at;
    final byte[] bytes;

    Piece(int at, byte[] bytes) {
      this.at = at;
      this.bytes = bytes;
    }

    boolean covers(int offset) {
      return offset >= at && offset < at + bytes.length;
    }
  }

  private final int blocks;
  private final PcirForge pcir;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Integer> sums = new ArrayList<>();
  private int signature = SIGNATURE;
  private int pcirAt = 0x1C;
  private int sumAt = -1;
  private int bodyAt;
  private long seed = 1;
  private @Nullable NpdeForge npde;
  private Body body = this::noise;

  private ImageForge(int blocks, PcirForge pcir) {
    this.blocks = blocks;
    this.pcir = pcir.blocks(blocks);
  }

  // ---- starters ------------------------------------------------------------------------------

  /**
   * An x86 image (code type 0) with a jump to a far return, an init size of the whole image and a
   * byte sum of 0 over it.
   */
  public static ImageForge legacy(int blocks, int vendor, int device) {
    ImageForge image = new ImageForge(blocks, PcirForge.pcir().ids(vendor, device));
    return image.initBlocks(Math.min(blocks, 0xFF)).entry(0x40).sums(blocks);
  }

  /** An EFI image (code type 3) whose driver stands uncompressed at the end of the image. */
  public static ImageForge efi(int blocks, int vendor, int device, PeForge driver) {
    ImageForge image = new ImageForge(blocks, PcirForge.pcir().ids(vendor, device).type(3));
    image.body =
        (canvas, from, end) -> {
          // Padding goes before the driver: behind it, it would break a signature (EfiRom does so).
          int start = Math.max(Canvas.align(from, PeForge.ALIGNMENT), image.bodyAt);
          byte[] pe = driver.seed(image.seed).size(end - start).build();
          image.efiHeader(canvas, driver, 0, start).put(start, pe);
        };
    return image;
  }

  /** An EFI image (code type 3) whose driver is a compressed stream with padding behind it. */
  public static ImageForge efiCompressed(int blocks, int vendor, int device, PeForge driver) {
    ImageForge image = new ImageForge(blocks, PcirForge.pcir().ids(vendor, device).type(3));
    image.body =
        (canvas, from, end) -> {
          int start = Math.max(Canvas.align(from, 8), image.bodyAt);
          int room = end - SPARE - start;
          int size = (room - (StoreStream.bound(room) - room)) & -PeForge.ALIGNMENT;
          byte[] stream = StoreStream.of(driver.seed(image.seed).size(size).build());
          image.efiHeader(canvas, driver, 1, start).put(start, stream);
          canvas.fill(start + stream.length, end, 0xFF);
        };
    return image;
  }

  /**
   * An EFI image (code type 3), as long as needed, whose driver is the given file, not compressed.
   *
   * @param driver what the image's header says of the file
   * @param file its length is a multiple of 8, as that of signed files is
   */
  public static ImageForge efi(int vendor, int device, PeForge driver, byte[] file) {
    ImageForge image = sized(vendor, device, file.length);
    image.body =
        (canvas, from, end) -> {
          int start = end - file.length;
          image.efiHeader(canvas, driver, 0, start).put(start, file);
        };
    return image;
  }

  /** An EFI image (code type 3), as long as needed, whose driver is the given file, compressed. */
  public static ImageForge efiCompressed(int vendor, int device, PeForge driver, byte[] file) {
    byte[] stream = StoreStream.of(file);
    ImageForge image = sized(vendor, device, stream.length + SPARE);
    image.body =
        (canvas, from, end) -> {
          int start = Math.max(Canvas.align(from, 8), image.bodyAt);
          image.efiHeader(canvas, driver, 1, start).put(start, stream);
          canvas.fill(start + stream.length, end, 0xFF);
        };
    return image;
  }

  private static ImageForge sized(int vendor, int device, int length) {
    int headers = 0x40; // ROM header, data structure, alignment
    int blocks = Canvas.align(headers + length, BLOCK) / BLOCK;
    return new ImageForge(blocks, PcirForge.pcir().ids(vendor, device).type(3));
  }

  /** An Open Firmware image (code type 1) with an FCode program. */
  public static ImageForge fcode(int blocks, int vendor, int device) {
    ImageForge image = new ImageForge(blocks, PcirForge.pcir().ids(vendor, device).type(1));
    image.body =
        (canvas, from, end) -> {
          byte[] program = FcodeForge.build(image.seed, end - SPARE - from);
          canvas.u16(0x02, from).put(from, program).fill(end - SPARE, end, 0xFF);
        };
    return image;
  }

  /** A PA-RISC image (code type 2): nothing but the number of the type is public. */
  public static ImageForge paRisc(int blocks, int vendor, int device) {
    ImageForge image = new ImageForge(blocks, PcirForge.pcir().ids(vendor, device).type(2));
    return image.put(0x02, Noise.of(2, 0x16));
  }

  /**
   * A vendor's image of any code type with signature 55 AA and any data structure; no init size.
   *
   * @param type such as 0x70, 0xE0 or 0xFF
   * @param structure its ids, class and layout; type and length are set here
   */
  public static ImageForge vendor(int type, int blocks, PcirForge structure) {
    return new ImageForge(blocks, structure.type(type));
  }

  /**
   * An NVIDIA extension image (0xE0): "VN", NPDS, a sum of 0 and an NPDE with its own length.
   *
   * @param device a generic id of the family
   */
  public static ImageForge nvidiaExtension(int blocks, int device) {
    return vendor(0xE0, blocks, PcirForge.npds().ids(0x10DE, device).revision3())
        .vnSignature()
        .pcirAt(0x24)
        .npde(NpdeForge.plain())
        .sums(blocks);
  }

  /** An NVIDIA notebook system information image (0x70), otherwise like the extension image. */
  public static ImageForge nvidiaNotebook(int blocks) {
    int dataAt = 0x80;
    return vendor(0x70, blocks, PcirForge.npds().ids(0x10DE, 0))
        .vnSignature()
        .pcirAt(0x24)
        .npde(NpdeForge.plain())
        .put(0x16, new Canvas(2).u16(0, dataAt).bytes())
        .put(0x1A, new Canvas(4).u32(0, (long) blocks * BLOCK - dataAt).bytes())
        .sums(blocks);
  }

  // ---- the generic header --------------------------------------------------------------------

  /** The header signature "VN". */
  public ImageForge vnSignature() {
    this.signature = SIGNATURE_VN;
    return this;
  }

  /** The header signature 77 BB. */
  public ImageForge bb77Signature() {
    this.signature = SIGNATURE_BB77;
    return this;
  }

  /** Where the PCI data structure goes; 0 for none, with a pointer of 0, as ISA ROMs have it. */
  public ImageForge pcirAt(int at) {
    this.pcirAt = at;
    return this;
  }

  /** Changes the PCI data structure. */
  public ImageForge pcir(Consumer<PcirForge> change) {
    change.accept(pcir);
    return this;
  }

  /** The class code, 0xBBSSPP. */
  public ImageForge classCode(int classCode) {
    return pcir(p -> p.classCode(classCode));
  }

  /** Sets the last-image bit of the PCI data structure. */
  public ImageForge last() {
    return pcir(p -> p.last(true));
  }

  /** Adds an NPDE behind the PCI data structure; its length becomes that of this image. */
  public ImageForge npde(NpdeForge extension) {
    this.npde = extension.blocks(blocks);
    return this;
  }

  /** Puts a device list at an offset and points to it; the structure becomes revision 3. */
  public ImageForge deviceList(int at, int... devices) {
    pcir.revision3().deviceListAt(at - pcirAt);
    return put(at, PcirForge.deviceList(devices));
  }

  // ---- what x86 images have ------------------------------------------------------------------

  /** The init size of an x86 image in blocks, 8 bits; may differ from the image length. */
  public ImageForge initBlocks(int initBlocks) {
    return put(0x02, initBlocks);
  }

  /** A short jump at 0x03 to a far return at the offset given (5 to 0x84). */
  public ImageForge entry(int at) {
    return put(0x03, 0xEB, at - 5).put(at, 0xCB);
  }

  /** Puts a Plug and Play header at an offset; the first one is pointed to. */
  public ImageForge pnp(int at, PnpForge header) {
    if (pieces.stream().noneMatch(p -> p.at == 0x1A)) {
      put(0x1A, new Canvas(2).u16(0, at).bytes());
    }
    return put(at, header.build());
  }

  /** Puts an UNDI ROM ID structure at an offset and points to it at 0x16. */
  public ImageForge undi(int at, byte[] structure) {
    return put(0x16, new Canvas(2).u16(0, at).bytes()).put(at, structure);
  }

  // ---- anything ------------------------------------------------------------------------------

  /** Puts bytes on top of everything else. */
  public ImageForge put(int at, byte[] bytes) {
    pieces.add(new Piece(at, bytes.clone()));
    return this;
  }

  /** Puts bytes, given as numbers from 0 to 255, on top of everything else. */
  public ImageForge put(int at, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return put(at, bytes);
  }

  /** Puts ASCII text, without a NUL. */
  public ImageForge text(int at, String text) {
    return put(at, new Canvas(text.length()).ascii(0, text).bytes());
  }

  /** The first offset where the body may begin; structures further on are left alone. */
  public ImageForge bodyAt(int at) {
    this.bodyAt = at;
    return this;
  }

  /** The seed of the noise. */
  public ImageForge seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * The lengths, in blocks from the start of the image, over which the bytes shall sum to 0. A
   * length beyond the image itself needs no word here: when every image of a group sums to 0, so
   * does the group.
   */
  public ImageForge sums(int... lengths) {
    sums.clear();
    for (int length : lengths) {
      if (length < 1 || length > blocks) {
        throw new IllegalArgumentException("no sum over " + length + " of " + blocks + " blocks");
      }
      sums.add(length);
    }
    sums.sort(null);
    return this;
  }

  /** The byte that corrects the first sum; the others take the last byte of their length. */
  public ImageForge sumAt(int at) {
    this.sumAt = at;
    return this;
  }

  /** The length of this image alone, in blocks. */
  public int blocks() {
    return blocks;
  }

  /** The image. */
  public byte[] build() {
    int end = blocks * BLOCK;
    Canvas canvas = new Canvas(end);
    int from = Math.max(0x1C, bodyAt);
    if (pcirAt > 0) {
      int behind = pcirAt + pcir.length();
      if (npde != null) {
        behind = Canvas.align(behind, 16) + npde.length();
      }
      // A structure in the last quarter does not push the body there.
      from = pcirAt > end / 4 * 3 ? from : Math.max(from, behind);
    }
    body.draw(canvas, from, end);
    canvas.u16(0, signature);
    structures(canvas);
    for (Piece piece : pieces) {
      canvas.put(piece.at, piece.bytes);
    }
    balance(canvas);
    return canvas.bytes();
  }

  private void structures(Canvas canvas) {
    if (pcirAt == 0) {
      return;
    }
    canvas.u16(0x18, pcirAt).put(pcirAt, pcir.build());
    if (npde != null) {
      // The place is counted from the structure's length (Linux nouveau npde.c).
      canvas.put(Canvas.align(pcirAt + pcir.length(), 16), npde.build());
    }
  }

  private void balance(Canvas canvas) {
    int from = 0;
    for (int length : sums) {
      int end = length * BLOCK;
      int at = from == 0 && sumAt >= 0 ? sumAt : end - 1;
      if (at < from || pieces.stream().anyMatch(p -> p.covers(at))) {
        throw new IllegalStateException("the checksum byte at " + at + " is taken");
      }
      canvas.balance(0, end, at);
      from = end;
    }
  }

  private void noise(Canvas canvas, int from, int end) {
    canvas.put(from, Noise.of(seed, end - SPARE - from)).fill(end - SPARE, end, 0xFF);
  }

  private Canvas efiHeader(Canvas canvas, PeForge driver, int compression, int start) {
    return canvas
        .u16(0x02, blocks) // 16 bits, not 8 as x86 has it (edk2 Pci22.h)
        .u32(0x04, 0x0EF1)
        .u16(0x08, driver.subsystem())
        .u16(0x0A, driver.machine())
        .u16(0x0C, compression)
        .u16(0x16, start);
  }
}
