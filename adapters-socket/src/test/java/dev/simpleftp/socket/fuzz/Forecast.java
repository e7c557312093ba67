package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.wire.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What must come of one command.
///
/// @param codes of the one final reply; empty where a transfer must begin
/// @param effect hears that reply: what has changed by it, and what its text must say
/// @param transfer what begins with 150
record Forecast(Set<Integer> codes, Consumer<Reply> effect, Optional<ModelTransfer> transfer) {
  static Forecast of(Integer... codes) {
    return new Forecast(Set.of(codes), _ -> {}, Optional.empty());
  }

  static Forecast of(Set<Integer> codes) {
    return new Forecast(Set.copyOf(codes), _ -> {}, Optional.empty());
  }

  static Forecast begins(ModelTransfer transfer) {
    return new Forecast(Set.of(), _ -> {}, Optional.of(transfer));
  }

  /// What happens if it is not refused.
  Forecast then(Runnable effect) {
    return hears(reply -> {
      if (reply.code() < 400) {
        effect.run();
      }
    });
  }

  Forecast hears(Consumer<Reply> listener) {
    return new Forecast(codes, listener, transfer);
  }
}
