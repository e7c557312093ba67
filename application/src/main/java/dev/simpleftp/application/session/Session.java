package dev.simpleftp.application.session;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Refused;

/// One login: who it is, the store it may use and the directory it is in.
///
/// One thread owns it. A transfer may borrow the store while the owner waits for it.
public final class Session {
  private final Identity identity;
  private final FileStore store;
  private final Grants grants;
  private FilePath workingDirectory;
  private boolean closed;

  public Session(Identity identity, FileStores.Access access) {
    this.identity = identity;
    this.store = access.store();
    this.grants = access.grants();
    this.workingDirectory = access.home();
  }

  /// A session that may try everything.
  public Session(Identity identity, FileStore store, FilePath home) {
    this(identity, new FileStores.Access(store, home));
  }

  public Identity identity() {
    return identity;
  }

  public FileStore store() {
    return store;
  }

  /// What this session may try; the store itself refuses the rest.
  public Grants grants() {
    return grants;
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
