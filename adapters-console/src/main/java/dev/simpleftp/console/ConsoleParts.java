package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.console.progress.JsonView;
import dev.simpleftp.console.progress.ScreenView;
import dev.simpleftp.console.terminal.OutputSwitch;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Refusal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/// What the commands share.
///
/// @param screen where results go
/// @param transcript the lines of the protocol
/// @param cancellation whether the running command is still wanted
/// @param zone dates are shown in
/// @param call what they are run for; empty in the console
record ConsoleParts(
    OutputSwitch screen,
    ProtocolTranscript transcript,
    Cancellation cancellation,
    ZoneId zone,
    Optional<RunningCall> call) {

  ConsoleParts(
      OutputSwitch screen, ProtocolTranscript transcript, Cancellation cancellation, ZoneId zone) {
    this(screen, transcript, cancellation, zone, Optional.empty());
  }

  /// The same for a call of its own.
  ConsoleParts with(RunningCall running) {
    return new ConsoleParts(screen, transcript, cancellation, zone, Optional.of(running));
  }

  /// The same for something that runs beside the commands and shows itself elsewhere.
  ConsoleParts on(Screen other) {
    return new ConsoleParts(new OutputSwitch(other), transcript, new Cancellation(), zone, call);
  }

  /// Where events go, if programs want them.
  Optional<Consumer<String>> events() {
    return call.flatMap(RunningCall::events);
  }

  /// What may help against a no, in commands of the console; empty where nobody can type them.
  String advice(Refusal refusal) {
    return call.isPresent() ? "" : Failures.advice(refusal);
  }

  /// How files are copied.
  CopyFile.Options copying() {
    return call.map(RunningCall::copying).orElse(CopyFile.Options.USUAL);
  }

  /// A fresh view of the copies of one command.
  CopyView copies() {
    Runnable stillWanted = cancellation.watch();
    return events()
        .<CopyView>map(lines -> new JsonView(lines, stillWanted, System::nanoTime))
        .orElseGet(() -> new ScreenView(screen, stillWanted, System::nanoTime));
  }
}
