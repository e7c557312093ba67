package dev.simpleftp.socket.classroom;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One client of the dialect: message → use case → answer, until one side leaves.
///
/// Everything happens on its own virtual thread, transfers too: the dialect has no word to stop
/// one. There is no login either, so every client is a guest.
final class ClassroomSession implements Closeable {
  /// When a client is killed, its two connections end a moment after one another.
  private static final Duration QUIET = Duration.ofMillis(20);

  private final SegmentChannel channel;
  private final Peer peer;
  private final UseCases useCases;
  private final Watchdog watchdog;
  private final ClassroomConfig config;
  private volatile @Nullable DataPort transferring;
  private boolean answering;
  private boolean dismissed;

  ClassroomSession(
      SegmentChannel channel,
      Peer peer,
      UseCases useCases,
      Watchdog watchdog,
      ClassroomConfig config) {
    this.channel = channel;
    this.peer = peer;
    this.useCases = useCases;
    this.watchdog = watchdog;
    this.config = config;
  }

  /// Talks to the client until it leaves.
  ///
  /// @throws IOException when its connection broke
  void talk() throws IOException {
    Session session;
    try {
      session = useCases.open().open(Login.anonymous(), peer);
    } catch (Refused refused) {
      say(failure(refused.refusal()));
      return;
    }
    try {
      converse(session);
    } catch (SocketTimeoutException _) {
      say("FAILURE: Nothing was said for too long");
    } finally {
      useCases.close().close(session);
    }
  }

  /// Lets it answer what it was asked, a transfer too, and then ends it.
  synchronized void dismiss() throws IOException {
    dismissed = true;
    if (!answering) {
      close();
    }
  }

  private synchronized boolean begins() {
    answering = !dismissed;
    return answering;
  }

  private synchronized boolean ends() {
    answering = false;
    return !dismissed;
  }

  /// Ends it from outside, whatever it waits for.
  @Override
  public void close() throws IOException {
    try (channel) {
      DataPort current = transferring;
      if (current != null) {
        current.close();
      }
    }
  }

  private void converse(Session session) throws IOException {
    boolean stays = true;
    while (stays) {
      String segment = channel.receive(config.limits().idle());
      stays = segment != null && begins() && answerAll(session, segment) && ends();
    }
  }

  private boolean answerAll(Session session, String segment) throws IOException {
    for (ClassroomCommand command : ClassroomCommand.parse(segment)) {
      config.events().commandReceived(peer, command.toString());
      if (command instanceof ClassroomCommand.Quit) {
        return false;
      }
      answer(session, command);
    }
    return true;
  }

  private void answer(Session session, ClassroomCommand command) throws IOException {
    try {
      switch (command) {
        case ClassroomCommand.Ls() -> transfer(data -> list(session, data));
        case ClassroomCommand.Get(var name) ->
            transfer(data -> get(session, session.resolve(name), data));
        case ClassroomCommand.Put(var name) ->
            transfer(data -> put(session, session.resolve(name), data));
        case ClassroomCommand.Unknown _ -> say("FAILURE: Unknown command");
        case ClassroomCommand.Acknowledgement _, ClassroomCommand.Quit _ -> {}
      }
    } catch (Refused refused) {
      say(failure(refused.refusal()));
    } catch (StoreFailure _) {
      say("FAILURE: Local error");
    }
  }

  /// @throws IOException when the store said no or broke; a lost data connection is told
  private void transfer(Move move) throws IOException {
    String result;
    try (var data = new DataPort(channel, peer, watchdog, config)) {
      transferring = data;
      result = move.run(data);
      data.finish();
    } catch (Refused | StoreFailure e) {
      throw e;
    } catch (IOException _) {
      result = "FAILURE: The data connection was lost";
    } finally {
      transferring = null;
    }
    say(result);
  }

  private String list(Session session, DataPort data) throws IOException {
    var names = new NameWriter(() -> announced(data));
    useCases.list().list(session, session.workingDirectory(), names);
    names.flush();
    return "";
  }

  private String get(Session session, FilePath path, DataPort data) throws IOException {
    useCases
        .get()
        .get(session, path, OctetRange.WHOLE, download -> send(download, announced(data)));
    return "";
  }

  private static long send(Download download, DataConnection data) throws IOException {
    return download.transferTo(data.sink(), data);
  }

  private String put(Session session, FilePath path, DataPort data) throws IOException {
    useCases.put().put(session, path, WriteMode.REPLACE, new Sender(data));
    return "UPLOAD SUCCESS";
  }

  private DataConnection announced(DataPort data) throws IOException {
    say("SUCCESS");
    rest(config.gap());
    return data.open();
  }

  /// An empty message cannot be sent, and need not be.
  private void say(String message) throws IOException {
    if (!message.isEmpty()) {
      try (var _ = watchdog.watch(channel, config.limits().stall())) {
        channel.say(message);
      }
    }
  }

  private static String failure(Refusal refusal) {
    return "FAILURE: " + (refusal == Refusal.NOT_FOUND ? "File not found" : refusal.sentence());
  }

  private static void rest(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /// What a command does with its data connection.
  @FunctionalInterface
  private interface Move {

    /// @return what the client is told at the end; empty for nothing
    String run(DataPort data) throws IOException;
  }

  /// The client at the other end of a put.
  private final class Sender implements PutFile.Origin {
    private final DataPort data;

    Sender(DataPort data) {
      this.data = data;
    }

    @Override
    public long send(Upload upload) throws IOException {
      DataConnection opened = data.open();
      return upload.transferFrom(opened.source(), opened);
    }

    @Override
    public boolean complete() {
      rest(QUIET);
      try {
        return !channel.isGone();
      } catch (IOException _) {
        return false;
      }
    }
  }
}
