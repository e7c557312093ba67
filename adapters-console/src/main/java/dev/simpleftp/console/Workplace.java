package dev.simpleftp.console;

import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.console.terminal.Screen;
import java.io.IOException;

/// Where a transfer runs: its two sides, and who watches it. In the background it has one of its
/// own.
record Workplace(Endpoint remote, LocalSide local, ConsoleParts parts) {

  /// The remote session, opened again if it was lost.
  Session session() throws IOException {
    return remote.session();
  }

  Screen screen() {
    return parts.screen();
  }

  /// A fresh view for one command.
  CopyView view() {
    return parts.copies();
  }
}
