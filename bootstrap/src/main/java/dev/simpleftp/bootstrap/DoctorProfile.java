package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;

import dev.simpleftp.console.ConsoleEnvironment;
import dev.simpleftp.console.DoctorReport;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.command.Scheme;
import dev.simpleftp.domain.Login;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.Doctor;
import dev.simpleftp.socket.client.Finding;
import dev.simpleftp.socket.client.Transcript;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.commons.cli.Options;

/// `simpleftp doctor`: examines a server and advises.
final class DoctorProfile {
  private static final String SYNTAX = "simpleftp doctor [USER@]HOST[:PORT] | HOST PORT | URL";
  private static final String ABOUT =
      "Tells what works with a server and what to change on it. It changes nothing there. The"
          + " password is read from SIMPLEFTP_PASSWORD or ~/.netrc; without a user it is a guest."
          + " The exit code is 1 when there is a problem.";
  private static final int WORDS = 2;

  private static final ClientConfig LIMITS =
      new ClientConfig(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(3));

  private final PrintStream out;

  DoctorProfile(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) throws UsageError, IOException {
    Arguments arguments = Arguments.parse(options(), words, WORDS);
    if (arguments.has("help")) {
      Arguments.help(out, SYNTAX, ABOUT, options());
      return Main.DONE;
    }
    OpenTarget target = target(arguments.words());
    var report = new DoctorReport(ConsoleEnvironment.ofProcess());
    Login login = report.login(target);
    try (var _ = login.secret()) {
      examine(target, login, ClientTlsOptions.read(arguments), report);
    }
    return report.end().number();
  }

  private static void examine(
      OpenTarget target, Login login, ClientTlsOptions tls, DoctorReport report) {
    ClientTls.Mode mode =
        switch (target.scheme()) {
          case FTPS -> ClientTls.Mode.IMPLICIT;
          case FTPES -> ClientTls.Mode.REQUIRE;
          default -> tls.mode();
        };
    var protection =
        ClientTls.of(mode, CertificateTrust.only(tls.trusted())).authorities(tls.authorities());
    var doctor = new Doctor(LIMITS, Transcript.NONE, InstantSource.system(), protection);
    try {
      doctor.examine(target.peer(), login, finding -> tell(finding, report));
    } catch (IOException e) {
      report.problem("connection", String.valueOf(e.getMessage()));
    }
  }

  private static void tell(Finding finding, DoctorReport report) {
    String text =
        finding.advice().isEmpty() ? finding.text() : finding.text() + " - " + finding.advice();
    switch (finding.level()) {
      case OK -> report.ok(finding.topic(), text);
      case NOTE -> report.note(finding.topic(), text);
      case PROBLEM -> report.problem(finding.topic(), text);
    }
  }

  private static OpenTarget target(List<String> words) throws UsageError {
    if (words.isEmpty()) {
      throw new UsageError("Name the server: " + SYNTAX);
    }
    try {
      OpenTarget target = OpenTarget.of(withScheme(words));
      if (target.scheme() != Scheme.FTP && !target.scheme().isProtected()) {
        throw new UsageError("Only FTP servers can be examined.");
      }
      return target;
    } catch (BadCommand e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  /// `HOST:PORT` is the beginning of an address.
  private static List<String> withScheme(List<String> words) {
    String first = words.getFirst();
    int colon = first.lastIndexOf(':');
    boolean port = words.size() == 1 && colon > 0 && colon == first.indexOf(':');
    return port && !first.contains("//") && !first.startsWith("mem:")
        ? List.of(Scheme.FTP.prefix() + first)
        : words;
  }

  private static Options options() {
    return ClientTlsOptions.add(new Options()).addOption(flag("help", "show this help"));
  }
}
