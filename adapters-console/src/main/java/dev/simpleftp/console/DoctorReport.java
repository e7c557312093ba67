package dev.simpleftp.console;

import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.login.LoginSource;
import dev.simpleftp.console.terminal.PlainScreen;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Login;
import java.io.IOException;
import java.util.Locale;

/// Prints what an examination of a server finds, a line each.
public final class DoctorReport {
  private final ConsoleEnvironment environment;
  private final Screen screen;
  private int problems;

  public DoctorReport(ConsoleEnvironment environment) {
    this.environment = environment;
    this.screen = new PlainScreen(environment.out(), environment.err(), environment.width());
  }

  /// Who is to log in: from the address, the environment or `~/.netrc`, else a guest. Nobody is
  /// asked.
  public Login login(OpenTarget target) throws IOException {
    return new LoginSource(environment.variables(), environment.home(), screen)
        .find(target)
        .orElseGet(Login::anonymous);
  }

  /// Prints a good finding.
  public void ok(String topic, String text) {
    line("ok", topic, text);
  }

  /// Prints a finding that somebody should know of.
  public void note(String topic, String text) {
    line("note", topic, text);
  }

  /// Prints a finding that needs a remedy, and counts it.
  public void problem(String topic, String text) {
    problems++;
    line("problem", topic, text);
  }

  /// Sums up.
  ///
  /// @return [ExitCode#SUCCESS] when there was no problem
  public ExitCode end() {
    screen.line(
        switch (problems) {
          case 0 -> "No problem was found.";
          case 1 -> "1 problem was found.";
          default -> problems + " problems were found.";
        });
    return problems == 0 ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private void line(String level, String topic, String text) {
    screen.line(String.format(Locale.ROOT, "%-7s  %-10s  %s", level, topic, text));
  }
}
