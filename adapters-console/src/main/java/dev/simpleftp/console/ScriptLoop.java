package dev.simpleftp.console;

import dev.simpleftp.console.CommandRunner.Outcome;
import dev.simpleftp.console.command.ConsoleCommand.Open;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.LosslessUtf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Runs commands nobody watches: the first failure ends it, and so does the end of the text.
final class ScriptLoop {
  private final CommandRunner runner;
  private final RemoteSession remote;
  private final Jobs jobs;
  private final Screen screen;

  ScriptLoop(CommandRunner runner, RemoteSession remote, Jobs jobs, Screen screen) {
    this.jobs = jobs;
    this.runner = runner;
    this.remote = remote;
    this.screen = screen;
  }

  /// Gives one line after the other.
  interface Lines {
    /// The next line; empty at the end.
    Optional<String> next() throws IOException;

    static Lines of(List<String> lines) {
      Iterator<String> rest = lines.iterator();
      return () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    /// Names may hold any byte, so lines are read as bytes.
    static Lines of(InputStream in) {
      return () -> readLine(in);
    }
  }

  /// @param first runs before the lines
  ExitCode run(Optional<Open> first, Lines lines) {
    try {
      ExitCode code = first.map(runner::run).map(this::told).orElse(ExitCode.SUCCESS);
      return finish(code == ExitCode.SUCCESS ? runAll(lines) : code);
    } catch (IOException e) {
      screen.error(Failures.sentence(e));
      return ExitCode.FAILURE;
    } finally {
      remote.drop();
    }
  }

  /// The jobs still go on; the first failure is the one that counts.
  private ExitCode finish(ExitCode code) {
    Optional<ExitCode> ofJobs = jobs.finish();
    return code == ExitCode.SUCCESS ? ofJobs.orElse(code) : code;
  }

  private ExitCode runAll(Lines lines) throws IOException {
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      Outcome outcome = runner.run(line.get());
      if (!(outcome instanceof CommandRunner.Done)) {
        return told(outcome);
      }
    }
    return ExitCode.SUCCESS;
  }

  private ExitCode told(Outcome outcome) {
    if (outcome instanceof CommandRunner.Failed(var code, var sentence)) {
      screen.error(sentence);
      return code;
    }
    return ExitCode.SUCCESS;
  }

  private static Optional<String> readLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = in.read();
    }
    String text = LosslessUtf8.decode(line.toByteArray());
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
