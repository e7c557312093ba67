package dev.simpleftp.console;

import dev.simpleftp.console.terminal.OutputSwitch;
import dev.simpleftp.console.terminal.Screen;
import java.time.ZoneId;

/// What the commands share.
///
/// @param screen where results go
/// @param transcript the lines of the protocol
/// @param cancellation whether the running command is still wanted
/// @param zone dates are shown in
record ConsoleParts(
    OutputSwitch screen, ProtocolTranscript transcript, Cancellation cancellation, ZoneId zone) {

  /// The same for something that runs beside the commands and shows itself elsewhere.
  ConsoleParts on(Screen other) {
    return new ConsoleParts(new OutputSwitch(other), transcript, new Cancellation(), zone);
  }
}
