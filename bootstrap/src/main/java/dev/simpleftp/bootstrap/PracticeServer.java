package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.store.ForwardingFileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A server in the memory of the console's own process, to practise with over real FTP.
///
/// It listens on a free loopback port while a session is open. Its files stay as they are left
/// until the process ends, so that a session that was lost finds them again.
final class PracticeServer {
  private final FileStores remote;
  private final boolean cutting;
  private @Nullable MemoryTree tree;
  private @Nullable RunningServer running;
  private int sessions;

  /// @param remote connects over FTP
  /// @param cutting whether the first big download breaks off in the middle
  PracticeServer(FileStores remote, boolean cutting) {
    this.remote = remote;
    this.cutting = cutting;
  }

  /// Starts listening if it does not yet.
  ///
  /// @return where; [#leave()] follows once
  synchronized Peer enter() throws IOException {
    RunningServer server = running == null ? start() : running;
    running = server;
    sessions++;
    return new Peer(server.address().getAddress().getHostAddress(), server.port());
  }

  /// Opens a session over FTP; [#leave()] is called when its store is closed.
  FileStores.Access open(Login login, Peer peer) throws IOException {
    FileStores.Access access = remote.open(login, peer);
    return new FileStores.Access(
        new VisitingFileStore(access.store()), access.home(), access.grants());
  }

  /// The last one to leave stops the listening.
  synchronized void leave() throws IOException {
    sessions--;
    RunningServer server = running;
    if (sessions == 0 && server != null) {
      running = null;
      server.close();
    }
  }

  private RunningServer start() throws IOException {
    MemoryTree files = tree == null ? PracticeFiles.newTree() : tree;
    tree = files;
    var cut = new CutOnce();
    return SimpleFtp.server()
        .stores((_, _) -> new FileStores.Access(served(files, cut), FilePath.ROOT))
        .start();
  }

  private FileStore served(MemoryTree files, CutOnce cut) {
    return cutting ? cut.around(files.newStore()) : files.newStore();
  }

  /// A store whose end is the end of a session.
  private final class VisitingFileStore extends ForwardingFileStore {
    private boolean over;

    VisitingFileStore(FileStore inner) {
      super(inner);
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        if (!over) {
          over = true;
          leave();
        }
      }
    }
  }
}
