package dev.simpleftp.socket.contract;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;

/// client → server that does not promise whole files → memory: unfinished uploads stay.
@SuppressWarnings("NullAway.Init") // made before each test
class RemoteKeepingPartsTest extends RemoteContract {
  private ReplyFilter filter;
  private FileStores remote;

  RemoteKeepingPartsTest() {
    super(Deviation.KEEPS_UNFINISHED, Deviation.APPENDS_IN_PLACE);
  }

  @Override
  protected void openTree() throws IOException {
    serve(new MemoryTree()::newStore);
    filter = new ReplyFilter(address(), line -> line.startsWith(" ATOMIC"));
    remote = at(filter.peer());
  }

  @Override
  protected void closeTree() throws Exception {
    super.closeTree();
    filter.close();
  }

  @Override
  protected FileStore newStore() throws IOException {
    return connect(remote);
  }
}
