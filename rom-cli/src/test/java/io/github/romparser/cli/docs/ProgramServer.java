package io.github.romparser.cli.docs;

import io.github.romparser.cli.Main;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A JVM of its own that runs the program again and again. A JVM cannot change its folder, and the
 * documents name files as one does who stands beside them.
 */
final class ProgramServer {

  private ProgramServer() {}

  /** Runs commands from standard input until there are no more. */
  public static void main(String[] none) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream answer = new DataOutputStream(System.out);
    while (true) {
      String[] args;
      try {
        args = new String[in.readInt()];
      } catch (EOFException e) {
        return;
      }
      for (int i = 0; i < args.length; i++) {
        args[i] = in.readUTF();
      }
      byte[] input = in.readNBytes(in.readInt());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream screen = new ByteArrayOutputStream();
      int status =
          Main.run(
              new ByteArrayInputStream(input),
              new PrintWriter(new Both(out, screen)),
              new PrintWriter(new Both(OutputStream.nullOutputStream(), screen)),
              args);
      answer.writeInt(status);
      answer.writeInt(out.size());
      out.writeTo(answer);
      answer.writeInt(screen.size());
      screen.writeTo(answer);
      answer.flush();
    }
  }

  /** Writes to two streams at once. */
  private static final class Both extends Writer {
    private final OutputStream one;
    private final OutputStream other;

    Both(OutputStream one, OutputStream other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public void write(char[] chars, int from, int count) throws IOException {
      byte[] bytes = new String(chars, from, count).getBytes(StandardCharsets.UTF_8);
      one.write(bytes);
      other.write(bytes);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
