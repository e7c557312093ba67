package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.Connector;
import dev.simpleftp.socket.client.Transcript;
import java.io.IOException;

/// Stores on servers that speak the dialect of the course paper.
public final class ClassroomFileStores implements FileStores {
  private final Dialogue.Surroundings around;

  /// @param transcript hears every message of every connection
  /// @param watchdog ends connections that stand still; it stays the caller's
  public ClassroomFileStores(ClientConfig limits, Transcript transcript, Watchdog watchdog) {
    this.around = new Dialogue.Surroundings(limits, transcript, watchdog);
  }

  /// Opens a connection of its own. The dialect has neither login nor greeting: whether the other
  /// side speaks it shows with the first command.
  ///
  /// @throws IOException with one sentence that names the cause and what to look at
  @Override
  public Access open(Login login, Peer peer) throws IOException {
    var socket = Connector.connect(peer, around.limits().connect());
    return new Access(new ClassroomFileStore(new Dialogue(socket, peer, around)), FilePath.ROOT);
  }
}
