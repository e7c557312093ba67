package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ExitCode;
import dev.simpleftp.console.OneShot;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// `simpleftp get` and its like: one thing on a server, then the end.
final class RemoteProfile {
  private final PrintStream out;

  RemoteProfile(PrintStream out) {
    this.out = out;
  }

  int run(RemoteCall call, List<String> words) throws UsageError, IOException {
    Arguments arguments = read(call, words);
    if (arguments.has("help")) {
      help(call);
      return Main.DONE;
    }
    OneShot wanted = call.read(arguments);
    return ClientParts.console(wanted.local(), ClientTlsOptions.read(arguments))
        .run(wanted)
        .number();
  }

  static Arguments read(RemoteCall call, List<String> words) throws UsageError {
    return Arguments.parse(call.allOptions(), words, call.most());
  }

  private void help(RemoteCall call) {
    Arguments.help(out, "simpleftp " + call.usage(), call.about(), call.allOptions());
    out.println("Examples:");
    call.examples().forEach(example -> out.println("  " + example));
    out.println();
    out.println(
        """
        A URL is ftp://[USER@]HOST[:PORT]/PATH, or the same with ftpes:// (never without TLS) or
        ftps:// (TLS from the first byte, port 990). PATH begins in the directory of the login; //PATH is
        absolute. BOOKMARK/PATH is understood, too. Without USER the guest logs in, unless ~/.netrc
        knows better; the password is read from SIMPLEFTP_PASSWORD or ~/.netrc, or asked for.
        """);
    out.println("Exit codes:");
    for (ExitCode code : ExitCode.values()) {
      out.println("  %3d  %s".formatted(code.number(), code.meaning()));
    }
  }
}
