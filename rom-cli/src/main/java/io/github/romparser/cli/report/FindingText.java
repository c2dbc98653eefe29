package io.github.romparser.cli.report;

import io.github.romparser.cli.console.Console;
import io.github.romparser.cli.console.Plain;
import io.github.romparser.finding.Finding;
import io.github.romparser.finding.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings as text: level, code and place, what is the matter, what to do. */
public final class FindingText {

  /** Width of a screen, in characters. */
  static final int WIDTH = 100;

  private final PrintWriter out;
  private final boolean colour;
  private final String arrow;

  FindingText(Console console, boolean colour) {
    this(console, console.out(), colour);
  }

  FindingText(Console console, PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
    this.arrow = console.shows("→") ? "→" : "->";
  }

  /**
   * Writes one.
   *
   * @param file name of the file, for the commands in the advice
   * @param concerns whom it concerns, in brackets; empty for everybody
   */
  void write(Finding finding, String file, String concerns) {
    String place =
        finding.range().length() == 0 && finding.range().offset() == 0
            ? ""
            : String.format(Locale.US, " at 0x%x", finding.range().offset());
    out.println(paint(finding.severity()) + " " + finding.code().id() + place + concerns);
    for (String text : wrap(finding.message(), WIDTH - 2)) {
      out.println("  " + text);
    }
    boolean command = finding.command().isPresent();
    List<String> advice = wrap(finding.advice(), WIDTH - 3 - arrow.length());
    for (int i = 0; i < advice.size(); i++) {
      String before = i == 0 ? arrow : " ".repeat(arrow.length());
      out.println("  " + (command ? "" : before + " ") + advice.get(i));
    }
    finding.command().ifPresent(text -> out.println("  " + arrow + " " + withNames(text, file)));
    out.println();
  }

  /** A command with the name of the file, and with one for the new file that is not the same. */
  public static String withNames(String command, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String stem = name.endsWith(".rom") ? name.substring(0, name.length() - 4) : name;
    String output = file.equals("-") ? "new.rom" : stem + "-new.rom";
    return command.replace("OUT", quoted(output)).replace("FILE", quoted(file));
  }

  /** A name as a shell takes it. */
  private static String quoted(String name) {
    String plain = Plain.text(name);
    return plain.matches("[A-Za-z0-9_./+:@%-]+") ? plain : "'" + plain.replace("'", "'\\''") + "'";
  }

  /** Breaks a text into lines at blanks. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String paint(Severity severity) {
    if (!colour) {
      return severity.id();
    }
    String code =
        switch (severity) {
          case ERROR -> "31;1";
          case WARNING -> "33;1";
          case NOTE -> "36";
        };
    return "\u001b[" + code + "m" + severity.id() + "\u001b[0m";
  }
}
