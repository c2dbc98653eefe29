package io.github.romparser.it.embed;

import io.github.romparser.bytes.ByteInput;
import io.github.romparser.bytes.Slice;
import io.github.romparser.extract.Budget;
import io.github.romparser.extract.ExtractListener;
import io.github.romparser.extract.ExtractOptions;
import io.github.romparser.extract.Extraction;
import io.github.romparser.extract.Extractor;
import io.github.romparser.extract.FoundRom;
import io.github.romparser.extract.output.OutputDir;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The ROMs inside a firmware update, whatever it is wrapped in. */
public final class UpdateSearch {

  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** For one search. */
  public UpdateSearch() {}

  /**
   * Searches. Containers are opened when their turn comes and forgotten afterwards; each ROM is
   * handed over as soon as it is found.
   *
   * @param found is called by the thread that called this
   * @return all that was found, and what could not be opened; what was found so far if the search
   *     was cancelled or its time was over
   */
  // tag::extract[]
  public Extraction search(Path update, Consumer<FoundRom> found) throws IOException {
    Slice bytes = ByteInput.of(update).read();
    ExtractListener listener =
        new ExtractListener() {
          @Override
          public void found(FoundRom rom) {
            found.accept(rom);
          }
        };
    ExtractOptions options =
        ExtractOptions.usual()
            .with(Budget.usual().within(Duration.ofMinutes(2)).bytes(64 << 20, 256 << 20, 1L << 30))
            .with(listener)
            .cancelled(cancelled::get);
    return Extractor.extract(update.getFileName().toString(), bytes, options);
  }

  /** Ends the search soon; from any thread. */
  public void cancel() {
    cancelled.set(true);
  }

  // end::extract[]

  /**
   * Writes ROMs to a folder. No name that stands in the update leads out of it, and no existing
   * file is overwritten.
   */
  // tag::write[]
  public static void write(Extraction found, Path folder) throws IOException {
    OutputDir out = OutputDir.of(folder, false);
    for (FoundRom rom : found.roms()) {
      out.write(rom.fileName(), rom.bytes());
    }
  }
  // end::write[]
}
