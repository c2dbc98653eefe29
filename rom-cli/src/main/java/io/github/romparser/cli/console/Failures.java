package io.github.romparser.cli.console;

import io.github.romparser.cli.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on standard error and exit status 2. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Console console;

  /** For the given streams. */
  public Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    String message = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    console.error(message);
    UnmatchedArgumentException.printSuggestions(problem, console.err());
    console.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.TROUBLE;
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) {
    console.error(FailureText.reason(problem));
    return ExitStatus.TROUBLE;
  }
}
