package dev.simpleftp.console;

import dev.simpleftp.application.port.in.OpenSession;
import dev.simpleftp.console.command.Scheme;

/// Who opens the sessions of each scheme. Once open, they are all alike.
@FunctionalInterface
public interface Doors {
  OpenSession of(Scheme scheme);
}
