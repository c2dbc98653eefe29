/** The command line: arguments to library to report to exit status. */
@org.jspecify.annotations.NullMarked
module io.github.romparser.cli {
  requires io.github.romparser.extract;
  requires info.picocli;
  requires com.fasterxml.jackson.core;
  requires me.tongfei.progressbar;
  requires org.bouncycastle.pkix; // Nothing here uses it, but the library does when it is there.
  requires static org.jspecify;

  opens io.github.romparser.cli to
      info.picocli;
  opens io.github.romparser.cli.command to
      info.picocli;
}
