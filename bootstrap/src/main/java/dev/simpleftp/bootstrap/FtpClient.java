package dev.simpleftp.bootstrap;

import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.TreeEdit;
import dev.simpleftp.filesystem.directory.LocalFiles;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A session on an FTP server.
///
/// A method that returns has done what it says; whatever else happened is an exception:
/// [dev.simpleftp.domain.Refused] when the server (or this machine) says no,
/// [dev.simpleftp.domain.ConnectionFailed] when it cannot be reached any more,
/// [dev.simpleftp.domain.StoreFailure] when a disk failed, [CopyFile.Mismatch] when what arrived is
/// not what was sent. Paths are relative to the directory that the login begins in, or absolute.
///
/// One thread uses it; interrupting that thread ends what it does, and keeps what can be resumed.
public final class FtpClient implements Closeable {
  private final UseCases useCases;
  private final CopyFile copyFile;
  private final Endpoint remote;
  private final Endpoint local = Endpoints.local();
  private final Watchdog watchdog;
  private CopyFile.Options options = CopyFile.Options.USUAL;
  private CopyListener listener = CopyListener.NONE;

  FtpClient(UseCases useCases, CopyFile copyFile, Endpoint remote, Watchdog watchdog) {
    this.useCases = useCases;
    this.copyFile = copyFile;
    this.remote = remote;
    this.watchdog = watchdog;
  }

  void copyWith(CopyFile.Options how, CopyListener ears) {
    options = how;
    listener = ears;
  }

  void connect() throws IOException {
    boolean connected = false;
    try {
      remote.session();
      connected = true;
    } finally {
      if (!connected) {
        watchdog.close();
      }
    }
  }

  /// Receives a file. It stands under its name only when it is complete.
  public CopyFile.Report get(String path, Path file) throws IOException {
    return copy(remotePlace(path), localPlace(file));
  }

  /// Sends a file. It replaces what stands there only when it is complete, as far as the server can
  /// do that.
  public CopyFile.Report put(Path file, String path) throws IOException {
    return copy(localPlace(file), remotePlace(path));
  }

  /// Makes a directory of this machine, which is made when it is missing, like one of the server.
  /// Files that are equal are not copied; nothing is removed. No link leads out of it.
  ///
  /// @return what was done; a file that failed is in it, the rest went on
  public CopyTree.Report mirror(String from, Path to) throws IOException {
    Files.createDirectories(to);
    return mirror(remotePlace(from), Endpoints.enclosed(LocalFiles.pathOf(to)));
  }

  /// The same the other way round.
  public CopyTree.Report mirror(Path from, String to) throws IOException {
    return mirror(Endpoints.enclosed(LocalFiles.pathOf(from)), remotePlace(to));
  }

  private CopyTree.Report mirror(CopyFile.Place from, CopyFile.Place to) throws IOException {
    var how = new CopyTree.Options(false, 1, false, false, options);
    var ears =
        new CopyTree.TreeListener() {
          @Override
          public CopyListener begins(CopyTree.Step step, int lane) {
            return listener;
          }
        };
    return new CopyTreeService(copyFile, InstantSource.system())
        .copy(new CopyTree.Order(from, to, how), ears);
  }

  /// What stands at a path.
  public FileEntry describe(String path) throws IOException {
    Session session = remote.session();
    return useCases.describe().describe(session, session.resolve(path));
  }

  /// The entries of a directory, all in memory.
  public List<FileEntry> list(String path) throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    Session session = remote.session();
    useCases
        .list()
        .list(
            session,
            session.resolve(path),
            new ListFiles.Reader() {
              @Override
              public void begin(ListFiles.Subject subject) {}

              @Override
              public void entry(FileEntry entry) {
                entries.add(entry);
              }
            });
    return entries;
  }

  /// Makes an empty directory.
  public void makeDirectory(String path) throws IOException {
    edit(new TreeEdit.MakeDirectory(remote.session().resolve(path)));
  }

  /// Removes a file.
  public void removeFile(String path) throws IOException {
    edit(new TreeEdit.RemoveFile(remote.session().resolve(path)));
  }

  /// Removes an empty directory.
  public void removeDirectory(String path) throws IOException {
    edit(new TreeEdit.RemoveDirectory(remote.session().resolve(path)));
  }

  /// Gives an entry another name or place; a file that stands there is replaced.
  public void rename(String from, String to) throws IOException {
    Session session = remote.session();
    edit(new TreeEdit.Rename(session.resolve(from), session.resolve(to)));
  }

  /// Takes leave of the server.
  @Override
  public void close() throws IOException {
    try (watchdog;
        local) {
      remote.close();
    }
  }

  private void edit(TreeEdit edit) throws IOException {
    useCases.editTree().apply(remote.session(), edit);
  }

  private CopyFile.Place remotePlace(String path) throws IOException {
    return new CopyFile.Place(remote, remote.session().resolve(path));
  }

  private CopyFile.Place localPlace(Path file) throws IOException {
    return new CopyFile.Place(local, LocalFiles.pathOf(file));
  }

  private CopyFile.Report copy(CopyFile.Place from, CopyFile.Place to) throws IOException {
    try {
      return copyFile.copy(new CopyFile.Order(from, to, options), listener);
    } catch (CopyFile.Failed failed) {
      throw failed.reason();
    }
  }
}
