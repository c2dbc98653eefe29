package io.github.romparser.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builds TPM event logs (TCG PC Client Platform Firmware Profile §10.2). What is called first comes
 * first in the log; the setters change this builder and return it.
 */
public final class EventLogForge {
  /** EV_SEPARATOR. */
  public static final long SEPARATOR = 0x4;

  /** EV_EFI_BOOT_SERVICES_APPLICATION. */
  public static final long APPLICATION = 0x8000_0003L;

  /** EV_EFI_BOOT_SERVICES_DRIVER. */
  public static final long DRIVER = 0x8000_0004L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Digests by TPM_ALG_ID; empty for the form with SHA-1 alone. */
  private final Map<Integer, String> algorithms = new LinkedHashMap<>();

  private EventLogForge() {}

  /** A log with SHA-1 alone. */
  public static EventLogForge sha1() {
    return new EventLogForge();
  }

  /** A crypto-agile log whose events have digests of these kinds: SHA1, SHA256, SHA384. */
  public static EventLogForge agile(String... digests) {
    EventLogForge log = new EventLogForge();
    Canvas head = new Canvas(0x1C + 4 * digests.length + 1);
    head.ascii(0, "Spec ID Event03").u8(0x15, 2).u8(0x17, 2).u32(0x18, digests.length);
    int at = 0x1C;
    for (String digest : digests) {
      int id = id(digest);
      log.algorithms.put(id, digest);
      head.u16(at, id).u16(at + 2, SignatureForge.digest(digest, new byte[0]).length);
      at += 4;
    }
    log.out.writeBytes(new Canvas(0x20).u32(4, 3).u32(0x1C, head.bytes().length).bytes());
    log.out.writeBytes(head.bytes());
    return log;
  }

  /** An event about some bytes, which are digested. */
  public EventLogForge event(int register, long type, byte[] about, byte[] data) {
    out.writeBytes(new Canvas(8).u32(0, register).u32(4, type).bytes());
    if (algorithms.isEmpty()) {
      out.writeBytes(SignatureForge.digest("SHA1", about));
    } else {
      out.writeBytes(new Canvas(4).u32(0, algorithms.size()).bytes());
      algorithms.forEach(
          (id, digest) -> {
            out.writeBytes(new Canvas(2).u16(0, id).bytes());
            out.writeBytes(SignatureForge.digest(digest, about));
          });
    }
    out.writeBytes(new Canvas(4).u32(0, data.length).bytes());
    out.writeBytes(data);
    return this;
  }

  /** A driver from the ROM of a device, measured into register 2. */
  public EventLogForge driver(byte[] file, int bridge, int device) {
    return event(2, DRIVER, SignatureForge.digested(file), load(bridge, device));
  }

  /** Bytes as they are. */
  public EventLogForge bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Text as the data of an event of another kind. */
  public EventLogForge text(int register, long type, String text) {
    byte[] data = text.getBytes(StandardCharsets.US_ASCII);
    return event(register, type, data, data);
  }

  /** UEFI_IMAGE_LOAD_EVENT: root bridge, bridge, device, bytes 0x600 to 0xFFF of its ROM. */
  private static byte[] load(int bridge, int device) {
    Canvas path = new Canvas(12 + 6 + 6 + 24 + 4);
    path.u8(0, 2).u8(1, 1).u16(2, 12).u32(4, 0x0A0341D0L);
    path.u8(12, 1).u8(13, 1).u16(14, 6).u8(17, bridge);
    path.u8(18, 1).u8(19, 1).u16(20, 6).u8(23, device);
    path.u8(24, 4).u8(25, 8).u16(26, 24).u32(32, 0x600).u32(40, 0xFFF);
    path.u8(48, 0x7F).u8(49, 0xFF).u16(50, 4);
    byte[] node = path.bytes();
    return new Canvas(0x20 + node.length).u32(0x18, node.length).put(0x20, node).bytes();
  }

  /** The log. */
  public byte[] build() {
    return out.toByteArray();
  }

  private static int id(String digest) {
    return switch (digest) {
      case "SHA1" -> 0x04;
      case "SHA256" -> 0x0B;
      case "SHA384" -> 0x0C;
      case "SHA512" -> 0x0D;
      default -> throw new IllegalArgumentException("no digest is called " + digest);
    };
  }
}
