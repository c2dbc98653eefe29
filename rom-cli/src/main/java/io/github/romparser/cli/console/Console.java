package io.github.romparser.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The three standard streams and what is known of the terminal behind them. */
public final class Console {

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;
  private final @Nullable WatchedStream watched;
  private final Charset charset;
  private final boolean terminal;

  private Console(
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      @Nullable WatchedStream watched,
      Charset charset,
      boolean terminal) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.watched = watched;
    this.charset = charset;
    this.terminal = terminal;
  }

  /** The streams of this process. */
  public static Console ofSystem() {
    Charset charset = nativeCharset();
    WatchedStream watched =
        new WatchedStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    return new Console(
        System.in,
        new PrintWriter(new OutputStreamWriter(watched, charset)),
        new PrintWriter(new OutputStreamWriter(System.err, charset), true),
        watched,
        charset,
        isTerminal());
  }

  /** Streams of the caller's, taken for no terminal. */
  public static Console of(InputStream in, PrintWriter out, PrintWriter err) {
    return new Console(in, out, err, null, StandardCharsets.UTF_8, false);
  }

  /**
   * Whether people read and write here. Up to JDK 21 there is a console only then; later ones have
   * to be asked.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(terminal);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  private static Charset nativeCharset() {
    try {
      return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /** Standard output, for results. */
  public PrintWriter out() {
    return out;
  }

  /** Standard error, for hints and errors. */
  public PrintWriter err() {
    return err;
  }

  /** Whether standard error is a terminal, so that a progress bar makes sense. */
  public boolean errorIsTerminal() {
    return watched != null && StandardStream.ERROR.isTerminal();
  }

  /** Whether the characters of a text can be shown. */
  public boolean shows(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /**
   * Whether to colour: as asked for, else on a terminal only. {@code NO_COLOR}, {@code
   * CLICOLOR_FORCE} and {@code TERM=dumb} are honoured.
   */
  public boolean colour(ColourMode mode) {
    return switch (mode) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        String forced = System.getenv().getOrDefault("CLICOLOR_FORCE", "0");
        boolean plain =
            !System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(System.getenv("TERM"));
        yield !plain && (terminal || !forced.equals("0"));
      }
    };
  }

  /** Prints one line for an error. */
  public void error(String message) {
    err.println("rom-parser: " + Plain.text(message));
    err.flush();
  }

  /**
   * Flushes both outputs.
   *
   * @return 0, or 2 if standard output could not be written. A reader that has had enough, as in
   *     {@code rom-parser … | head}, is no error.
   */
  public int close() {
    out.flush();
    err.flush();
    if (watched == null || watched.failure() == null) {
      return 0;
    }
    String message = String.valueOf(watched.failure().getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("broken pipe")) {
      return 0;
    }
    error("standard output: " + message);
    return 2;
  }
}
