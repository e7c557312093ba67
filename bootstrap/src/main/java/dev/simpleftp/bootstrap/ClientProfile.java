package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ConsoleClient;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// `simpleftp client`: the console, for people and for scripts.
final class ClientProfile {
  private final PrintStream out;

  ClientProfile(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) throws UsageError, IOException {
    Arguments arguments = Arguments.parse(ClientOptions.options(), words, ClientOptions.WORDS);
    if (arguments.has("help")) {
      Arguments.help(out, ClientOptions.SYNTAX, ClientOptions.ABOUT, ClientOptions.options());
      return Main.DONE;
    }
    ClientOptions options = ClientOptions.read(arguments);
    var console =
        Wiring.build(ConsoleClient.class, new ClientModule(options.local(), options.tls()));
    return console.run(options.target(), options.script()).number();
  }
}
