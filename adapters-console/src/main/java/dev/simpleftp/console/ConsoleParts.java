package dev.simpleftp.console;

import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.console.progress.JsonView;
import dev.simpleftp.console.progress.ScreenView;
import dev.simpleftp.console.terminal.OutputSwitch;
import java.time.ZoneId;

/// What the commands share.
///
/// @param screen where results go
/// @param transcript the lines of the protocol
/// @param cancellation whether the running command is still wanted
/// @param zone dates are shown in
/// @param json whether programs read the results
record ConsoleParts(
    OutputSwitch screen,
    ProtocolTranscript transcript,
    Cancellation cancellation,
    ZoneId zone,
    boolean json) {

  ConsoleParts(
      OutputSwitch screen, ProtocolTranscript transcript, Cancellation cancellation, ZoneId zone) {
    this(screen, transcript, cancellation, zone, false);
  }

  ConsoleParts with(OneShot call) {
    return new ConsoleParts(screen, transcript, cancellation, zone, call.output().json());
  }

  /// Where the copies of one command are shown.
  CopyView copies() {
    return json
        ? new JsonView(screen::line, cancellation::check, System::nanoTime)
        : new ScreenView(screen, cancellation::check, System::nanoTime);
  }

  ReplaceQuestion question() {
    return new ReplaceQuestion(screen, zone);
  }
}
