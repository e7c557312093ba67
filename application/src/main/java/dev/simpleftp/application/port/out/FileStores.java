package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refused;
import java.io.IOException;

/// Where stores come from: accounts on this machine, or a connection to another one.
public interface FileStores {

  /// Lets this login in.
  ///
  /// @param peer the other machine: who asks, or who is asked
  /// @throws Refused LOGIN_DENIED, BANNED
  Access open(Login login, Peer peer) throws IOException;

  /// What a login is given.
  ///
  /// @param store the tree it may see, its own until it is closed
  /// @param home the directory it starts in
  /// @param grants what it may try; the store guards itself, this is for telling
  record Access(FileStore store, FilePath home, Grants grants) {
    /// A store whose rights nobody knows beforehand.
    public Access(FileStore store, FilePath home) {
      this(store, home, Grants.everywhere(Permission.all()));
    }
  }
}
