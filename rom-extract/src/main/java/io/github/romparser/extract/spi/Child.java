package io.github.romparser.extract.spi;

import io.github.romparser.bytes.Range;
import io.github.romparser.bytes.Slice;
import java.util.Optional;

/**
 * Something in a container.
 *
 * @param step what it is called
 * @param content its bytes, or how to get them
 * @param handler who opens it; empty if nothing is known of it, so that it is searched
 */
public record Child(Step step, Content content, Optional<Handler> handler) {

  /** The bytes of a child. */
  public sealed interface Content {}

  /**
   * Bytes that stand in the container as they are.
   *
   * @param bytes a view of the container's bytes
   */
  public record Stored(Slice bytes) implements Content {}

  /**
   * Bytes that have to be decoded.
   *
   * @param source where they are stored, in bytes from the start of the file that the container is
   *     in; several children may share one, and it may be empty if it cannot be told
   * @param input from how many bytes they are made, which says how many they may be; more than
   *     {@code source} has if they stand in another file
   * @param decoder makes them
   */
  public record Packed(Range source, long input, Decoder decoder) implements Content {}

  /**
   * {@return a child whose bytes stand in the container as they are, and of which nothing is known:
   * it is searched}
   *
   * @param step what it is called
   * @param bytes a view of the container's bytes
   */
  public static Child stored(Step step, Slice bytes) {
    return new Child(step, new Stored(bytes), Optional.empty());
  }

  /**
   * {@return a child whose bytes stand in the container as they are, and whose format is known}
   *
   * @param step what it is called
   * @param bytes a view of the container's bytes
   * @param handler opens it without probing
   */
  public static Child stored(Step step, Slice bytes, Handler handler) {
    return new Child(step, new Stored(bytes), Optional.of(handler));
  }

  /**
   * {@return a child that has to be decoded, and of which nothing is known: what comes out is
   * searched}
   *
   * @param step what it is called
   * @param source where it is stored, in bytes from the start of the file that the container is in;
   *     so many bytes are its input
   * @param decoder makes its bytes when they are needed
   */
  public static Child packed(Step step, Range source, Decoder decoder) {
    return new Child(step, new Packed(source, source.length(), decoder), Optional.empty());
  }

  /**
   * {@return a child that has to be decoded, and whose format is known}
   *
   * @param step what it is called
   * @param source where it is stored, in bytes from the start of the file that the container is in;
   *     so many bytes are its input
   * @param decoder makes its bytes when they are needed
   * @param handler opens what comes out, without probing
   */
  public static Child packed(Step step, Range source, Decoder decoder, Handler handler) {
    return new Child(step, new Packed(source, source.length(), decoder), Optional.of(handler));
  }
}
