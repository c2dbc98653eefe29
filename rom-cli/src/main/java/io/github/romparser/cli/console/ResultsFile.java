package io.github.romparser.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A file of lines that is written on with every run until all is done. A run that was killed may
 * have left half a line, which is cut off; the lines before it count.
 */
public final class ResultsFile implements AutoCloseable {

  /** A longer line is none that this program wrote, in bytes. */
  private static final int LONGEST = 64 << 20;

  /** The first bytes of a name's SHA-256: names are many, and only their being there matters. */
  private record Key(long high, long low) {}

  /** Where whole lines go. */
  private interface Lines extends AutoCloseable {
    void write(String line) throws IOException;

    boolean failed();

    @Override
    void close() throws IOException;
  }

  private final Lines out;
  private final Set<Key> done;
  private final int before;

  private ResultsFile(Lines out, Set<Key> done) {
    this.out = out;
    this.done = done;
    this.before = done.size();
  }

  /**
   * Opens a file to go on with it, or begins it.
   *
   * @param path where it is
   * @param anew whether what is there is thrown away
   * @param name tells what a line is about; empty for what is no line of results
   * @throws IOException with a plain reason; also if the file holds anything else than results
   */
  public static ResultsFile open(Path path, boolean anew, Function<String, Optional<String>> name)
      throws IOException {
    Set<Key> done = new HashSet<>();
    long end = 0;
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(path)) {
        throw new FileSystemException(path.toString(), null, "Not a file");
      }
      end = anew ? 0 : read(path, name, done);
    }
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new FileSystemException(path.toString(), null, "another program is writing it");
    }
    channel.truncate(end);
    channel.position(end);
    return new ResultsFile(new ToFile(path, channel), done);
  }

  /** Lines to standard output or another stream, of which none is known. */
  public static ResultsFile of(PrintWriter out) {
    return new ResultsFile(new ToStream(out), new HashSet<>());
  }

  /** A line that could not be written wholly, as on a full disk, is taken back. */
  private record ToFile(Path path, FileChannel channel) implements Lines {
    @Override
    public void write(String line) throws IOException {
      long end = channel.position();
      ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        channel.truncate(end);
        throw new IOException(path + ": " + e.getMessage(), e);
      }
    }

    @Override
    public boolean failed() {
      return false; // it would have thrown
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The stream is left open. */
  private record ToStream(PrintWriter out) implements Lines {
    @Override
    public void write(String line) {
      out.write(line);
      out.write('\n');
      out.flush();
    }

    @Override
    public boolean failed() {
      return out.checkError();
    }

    @Override
    public void close() {
      out.flush();
    }
  }

  /** Reads the lines that are whole, and tells where the last of them ends. */
  private static long read(Path path, Function<String, Optional<String>> name, Set<Key> done)
      throws IOException {
    long end = 0;
    long at = 0;
    int number = 1;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path, StandardOpenOption.READ)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        int from = 0;
        for (int i = 0; i < n; i++) {
          if (piece[i] == '\n') {
            line.write(piece, from, i - from);
            done.add(key(named(line, name, path, number++)));
            line.reset();
            from = i + 1;
            end = at + from;
          }
        }
        line.write(piece, from, n - from);
        if (line.size() > LONGEST) {
          throw strange(path, number);
        }
        at += n;
      }
    }
    // Half a line has to be the beginning of one.
    String rest = line.toString(StandardCharsets.UTF_8);
    if (!rest.isEmpty() && !rest.startsWith("{")) {
      throw strange(path, number);
    }
    return end;
  }

  private static String named(
      ByteArrayOutputStream line, Function<String, Optional<String>> name, Path path, int number)
      throws IOException {
    Optional<String> file = name.apply(line.toString(StandardCharsets.UTF_8));
    if (file.isEmpty()) {
      throw strange(path, number);
    }
    return file.get();
  }

  private static IOException strange(Path path, int number) {
    return new FileSystemException(
        path.toString(),
        null,
        "exists, and line " + number + " of it is no result; --force throws it away");
  }

  /** How many lines there were. */
  public int before() {
    return before;
  }

  /** Whether there is a line about a file. */
  public boolean has(String file) {
    return done.contains(key(file));
  }

  /**
   * Writes a line; it is in the file when this returns.
   *
   * @param file what it is about
   */
  public void write(String file, String line) throws IOException {
    out.write(line);
    done.add(key(file));
  }

  /** Whether nobody reads a stream any more, or it cannot be written; nothing is gained then. */
  public boolean failed() {
    return out.failed();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static Key key(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(digest);
      return new Key(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
