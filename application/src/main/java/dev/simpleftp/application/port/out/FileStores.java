package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import java.io.IOException;

/// Where stores come from: accounts on this machine, or a connection to another one.
public interface FileStores {

  /// Lets this login in.
  ///
  /// @param peer the other machine: who asks, or who is asked
  /// @throws Refused LOGIN_DENIED
  Access open(Login login, Peer peer) throws IOException;

  /// What a login is given.
  ///
  /// @param store the tree it may see, its own until it is closed
  /// @param home the directory it starts in
  record Access(FileStore store, FilePath home) {}
}
