package dev.simpleftp.socket.server;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.socket.channel.PassiveListener;
import dev.simpleftp.socket.wire.MlsxFacts.Fact;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What FTP remembers between two commands of a connection, apart from the session itself.
///
/// The type begins as image, not ASCII as RFC 959 has it: a client that never says TYPE gets its
/// bytes unchanged.
final class ProtocolState {
  private TransferType type = TransferType.IMAGE;
  private long restart;
  private boolean onlyExtendedPassive;
  private Set<Fact> facts = EnumSet.allOf(Fact.class);
  private @Nullable FilePath renameFrom;
  private @Nullable PassiveListener listener;

  TransferType type() {
    return type;
  }

  void type(TransferType newType) {
    type = newType;
  }

  void restartAt(long offset) {
    restart = offset;
  }

  /// The offset for this transfer; the one after it starts at 0 again.
  long takeRestart() {
    long offset = restart;
    restart = 0;
    return offset;
  }

  boolean onlyExtendedPassive() {
    return onlyExtendedPassive;
  }

  void allowOnlyExtendedPassive() {
    onlyExtendedPassive = true;
  }

  /// What MLSD and MLST tell, as OPTS MLST chose it.
  Set<Fact> facts() {
    return facts;
  }

  void facts(Set<Fact> chosen) {
    facts = chosen;
  }

  void renameFrom(FilePath path) {
    renameFrom = path;
  }

  /// What RNFR named, if it was the command before this one.
  Optional<FilePath> takeRenameFrom() {
    Optional<FilePath> path = Optional.ofNullable(renameFrom);
    renameFrom = null;
    return path;
  }

  /// Keeps a port for the next transfer.
  void listener(PassiveListener next) {
    listener = next;
  }

  /// The port for this transfer, which is used once.
  Optional<PassiveListener> takeListener() {
    Optional<PassiveListener> taken = Optional.ofNullable(listener);
    listener = null;
    return taken;
  }

  void closeListener() throws IOException {
    if (listener != null) {
      listener.close();
      listener = null;
    }
  }
}
