package dev.simpleftp.console;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.console.command.Redirection;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sends the output of a command into a file or to another program.
///
/// A file is written when the command is done, in one step: a command that fails leaves the old one
/// as it was.
final class Redirector {
  /// A program that wrote to one that had enough.
  private static final int ENDED_BY_SIGPIPE = 141;

  private final LocalSide local;
  private final PutFile put;
  private final Programs programs;
  private final ConsoleParts parts;

  Redirector(LocalSide local, PutFile put, Programs programs, ConsoleParts parts) {
    this.local = local;
    this.put = put;
    this.programs = programs;
    this.parts = parts;
  }

  /// Something that prints.
  interface Action {
    void run() throws IOException, CommandFailure;
  }

  void run(Redirection where, Action action) throws IOException, CommandFailure {
    switch (where) {
      case Redirection.None() -> action.run();
      case Redirection.ToFile file -> intoFile(file, action);
      case Redirection.ToShell(var command) -> intoProgram(command, action);
    }
  }

  /// The program may end before it has read everything: then the rest is not wanted.
  ///
  /// @throws CommandFailure the action failed, or else the program
  void intoProgram(String command, Action action) throws IOException, CommandFailure {
    Process program = programs.startReader(command);
    int code;
    try {
      feed(program, action);
    } finally {
      code = programs.await(program);
    }
    if (Programs.wasMissing(code)) {
      throw new CommandFailure(ExitCode.LOCAL, "'" + command + "' is no program of this machine.");
    }
    if (code != 0 && code != ENDED_BY_SIGPIPE) {
      throw new CommandFailure(
          ExitCode.LOCAL, "'" + command + "' ended with exit code " + code + ".");
    }
  }

  private void feed(Process program, Action action) throws IOException, CommandFailure {
    OutputStream stream = new BufferedOutputStream(program.getOutputStream());
    try {
      redirected(stream, action);
    } catch (UncheckedIOException _) {
      // nobody reads any more
    } finally {
      closeQuietly(stream);
    }
  }

  private static void closeQuietly(OutputStream stream) {
    try {
      stream.close();
    } catch (IOException _) {
      // the reader went before the end, as 'head' does
    }
  }

  private void intoFile(Redirection.ToFile file, Action action) throws IOException, CommandFailure {
    Path spool = Files.createTempFile("simpleftp", ".out");
    try {
      fill(spool, action);
      keep(spool, file);
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private void fill(Path spool, Action action) throws IOException, CommandFailure {
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(spool))) {
      redirected(stream, action);
    } catch (UncheckedIOException e) {
      throw new CommandFailure("The output cannot be kept: " + Failures.sentence(e), e);
    }
  }

  private void keep(Path spool, Redirection.ToFile file) throws CommandFailure {
    try {
      WriteMode mode = file.append() ? WriteMode.APPEND : WriteMode.REPLACE;
      put.put(local.session(), local.resolve(file.path()), mode, new FileOrigin(spool));
    } catch (Refused refused) {
      throw new CommandFailure(
          file.path() + " (on this machine): " + Failures.sentence(refused), refused);
    } catch (IOException e) {
      throw new CommandFailure(file.path() + ": " + Failures.sentence(e), e);
    }
  }

  private void redirected(OutputStream stream, Action action) throws IOException, CommandFailure {
    parts.screen().redirect(stream);
    try {
      action.run();
    } finally {
      parts.screen().restore();
    }
  }
}
