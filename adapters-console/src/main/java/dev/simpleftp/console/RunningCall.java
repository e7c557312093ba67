package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import java.util.Optional;
import java.util.function.Consumer;

/// The call that commands are run for; nobody types behind it.
///
/// @param out takes the lines for programs
record RunningCall(OneShot call, Consumer<String> out) {
  /// Where events go, if programs want them.
  Optional<Consumer<String>> events() {
    return call.output().json() ? Optional.of(out) : Optional.empty();
  }

  CopyFile.Options copying() {
    return call.copying();
  }
}
