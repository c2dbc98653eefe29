package io.github.romparser.cli.console;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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

  private final Writer out;
  private final Set<Key> done;

  private ResultsFile(Writer out, Set<Key> done) {
    this.out = out;
    this.done = done;
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
    return new ResultsFile(
        new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)), done);
  }

  /** Lines to standard output or another stream, of which none is known. */
  public static ResultsFile of(Writer out) {
    return new ResultsFile(out, new HashSet<>());
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
    return done.size();
  }

  /** Whether there was a line about a file. */
  public boolean has(String file) {
    return done.contains(key(file));
  }

  /** Writes a line; it is in the file when this returns. */
  public void write(String line) throws IOException {
    out.write(line);
    out.write('\n');
    out.flush();
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
