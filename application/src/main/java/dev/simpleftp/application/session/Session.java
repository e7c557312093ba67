package dev.simpleftp.application.session;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Refused;

/// One login: who it is, the store it may use and the directory it is in.
///
/// One thread owns it. A transfer may borrow the store while the owner waits for it.
public final class Session {
  private final Identity identity;
  private final FileStore store;
  private FilePath workingDirectory;
  private boolean closed;

  public Session(Identity identity, FileStore store, FilePath home) {
    this.identity = identity;
    this.store = store;
    this.workingDirectory = home;
  }

  public Identity identity() {
    return identity;
  }

  public FileStore store() {
    return store;
  }

  public FilePath workingDirectory() {
    return workingDirectory;
  }

  /// Only `ChangeDirectory` calls this, after it looked.
  public void enter(FilePath directory) {
    workingDirectory = directory;
  }

  /// The path that a name given in this session means.
  ///
  /// @throws Refused BAD_NAME
  public FilePath resolve(String pathname) throws Refused {
    return workingDirectory.resolve(pathname);
  }

  /// Marks the session as ended.
  ///
  /// @return whether it was open until now
  public boolean end() {
    boolean wasOpen = !closed;
    closed = true;
    return wasOpen;
  }
}
