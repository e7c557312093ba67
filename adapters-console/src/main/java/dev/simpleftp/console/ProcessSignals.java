package dev.simpleftp.console;

import org.jline.utils.Signals;

/// The signals of the operating system to this process.
public final class ProcessSignals {
  private ProcessSignals() {}

  /// From now on this signal does only this, on a thread of its own.
  ///
  /// A signal that was ignored when the process began, as SIGHUP under `nohup`, stays ignored; one
  /// that the system does not have never comes.
  ///
  /// @param name without SIG, such as `TERM`
  public static void on(String name, Runnable action) {
    Signals.register(name, action);
  }
}
