package io.github.romparser.cli.report.html;

import io.github.romparser.bytes.Slice;
import io.github.romparser.cli.console.PciIds;
import io.github.romparser.cli.report.RomText;
import io.github.romparser.rom.RomFile;
import io.github.romparser.vendor.RomContents;
import java.util.List;

/** The page of {@code show}. */
public final class ShowPage {

  private final PciIds names;
  private final FilesPage page;

  /**
   * A page without files.
   *
   * @param names names of vendors and devices
   * @param given the names of the files that will be added
   */
  public ShowPage(PciIds names, List<String> given) {
    this.names = names;
    this.page = new FilesPage("what is in the file", given);
  }

  /** Adds a file. */
  public void add(String name, RomContents contents) {
    RomFile rom = contents.judged();
    String title = RomText.title(rom, names);
    String said = RomText.count(rom.findings());
    if (page.isFull()) {
      page.add(name, title, said);
      return;
    }
    RomChapters rest =
        new RomChapters(page.nextId(), name, contents, names, RomChapters.forAll(rom.findings()));
    page.add(
        new FilesPage.File(
            page.nextId(), name, title, rest.findings().counts(), said, rest.facts()),
        List.of(rest.map(), rest.findings(page.level()), rest.regions()));
  }

  /** Adds a file that could not be read. */
  public void unreadable(String name) {
    page.add(name, "could not be read", "");
  }

  /** Whether no file could be read, so that there is nothing to write. */
  public boolean isEmpty() {
    return page.isEmpty();
  }

  /** The page, UTF-8. */
  public Slice bytes() {
    return page.bytes();
  }
}
