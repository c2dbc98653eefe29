package io.github.romparser.packaging;

import io.github.romparser.cli.Commands;
import io.github.romparser.cli.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes the AsciiDoc source of one man page for each command from the model that {@code --help} is
 * printed from. Run as a source file: {@code java -cp ... ManPages.java FOLDER ADDITIONS}, where
 * the second folder holds further sections of some pages.
 *
 * <p>picocli's generator does the sections that are alike everywhere. What it does not know is
 * added here: examples as they are typed, and the pages to see next.
 */
public final class ManPages {

  private static final String HEADER = "// end::picocli-generated-man-section-header[]";
  private static final String END = "// end::picocli-generated-full-manpage[]";

  private ManPages() {}

  /** Writes the pages into the folder that is named. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path additions = Path.of(args[1]);
    Console console =
        Console.of(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()));
    for (CommandSpec command : all(Commands.all(console)).toList()) {
      Files.writeString(folder.resolve(name(command) + ".adoc"), page(command, additions));
    }
  }

  private static Stream<CommandSpec> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(ManPages::all));
  }

  private static String page(CommandSpec command, Path additions) throws IOException {
    UsageMessageSpec usage = command.usageMessage();
    List<String> examples = List.of(usage.footer());
    usage.exitCodeListHeading("Exit status");
    usage.header(phrase(usage.description()[0]));
    usage.footer(new String[0]);
    usage.customSynopsis(
        Stream.of(usage.customSynopsis())
            .map(String::strip)
            .collect(Collectors.joining(" +%n"))
            .transform(lines -> lines.isEmpty() ? new String[0] : new String[] {lines}));
    StringWriter text = new StringWriter();
    ManPageGenerator.writeSingleManPage(new PrintWriter(text, true), command);
    String page =
        text.toString()
            .replaceAll(":manmanual: .*", ":manmanual: User Commands")
            .replaceAll("xref:([a-z-]+)[.]adoc\\[[^]]+\\]::", "*$1*(1)::")
            // Three points are three points, and a quote is what is typed.
            .replace(HEADER, ":!replacements:\n" + HEADER);
    StringBuilder added = new StringBuilder();
    if (!examples.isEmpty()) {
      added.append("== Examples\n\n").append(literal(examples)).append('\n');
    }
    Path more = additions.resolve(name(command) + ".adoc");
    if (Files.exists(more)) {
      added.append(Files.readString(more)).append('\n');
    }
    added.append("== See also\n\n").append(seeAlso(command)).append("\n\n");
    return page.replace(END, added + END);
  }

  /** A sentence as the line after a page's name has it: without capital and full stop. */
  private static String phrase(String sentence) {
    String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  private static String literal(List<String> lines) {
    return lines.stream()
        .map(line -> line.startsWith("  ") ? line.substring(2) : line)
        .collect(Collectors.joining("\n", "....\n", "\n....\n"));
  }

  private static String seeAlso(CommandSpec command) {
    List<String> pages = new ArrayList<>();
    if (command.parent() == null) {
      command.subcommands().values().forEach(c -> pages.add(name(c.getCommandSpec())));
      pages.add("lspci");
    } else {
      pages.add(name(command.parent()));
      // Beside the commands of the program itself are too many to name on every page.
      if (command.parent().parent() != null) {
        command.parent().subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(other -> other != command)
            .forEach(other -> pages.add(name(other)));
      }
    }
    return pages.stream().map(page -> "*" + page + "*(1)").collect(Collectors.joining(", "));
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }
}
