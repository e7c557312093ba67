package dev.simpleftp.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.simpleftp.console.progress.PrintableJson;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// What a server tells to programs: one JSON object on one line for each event.
///
/// Every object has `time` (UTC), `session`, `event` and `peer`; what else it has depends on the
/// event. Only ASCII is written, so that nothing from the network can look like something else.
public final class JsonServerLog implements ServerLog {
  private final JsonFactory json = PrintableJson.factory();
  private final Consumer<String> lines;
  private final InstantSource clock;
  private final SessionNumbers numbers;

  /// Prints to these lines.
  ///
  /// @param lines takes each line whole, without its end
  public JsonServerLog(Consumer<String> lines, InstantSource clock, SessionNumbers numbers) {
    this.lines = lines;
    this.clock = clock;
    this.numbers = numbers;
  }

  @Override
  public void listening(String address, int port) {
    print("listening", at(address, port));
  }

  @Override
  public void listeningUnderTls(String address, int port) {
    print("listening-under-tls", at(address, port));
  }

  @Override
  public void certificate(String fingerprint, Instant until) {
    print(
        "certificate",
        o -> {
          o.writeStringField("sha256", fingerprint);
          o.writeStringField("until", until.toString());
        });
  }

  @Override
  public void warning(String sentence) {
    print("warning", o -> o.writeStringField("text", sentence));
  }

  @Override
  public void listeningForClassroom(int port) {
    print("listening-for-classroom", o -> o.writeNumberField("port", port));
  }

  @Override
  public void reloaded(List<String> keys) {
    print("reloaded", o -> writeKeys(o, keys));
  }

  @Override
  public void needsRestart(List<String> keys) {
    print("needs-restart", o -> writeKeys(o, keys));
  }

  @Override
  public void stopping(Duration grace) {
    print("stopping", o -> o.writeNumberField("graceSeconds", grace.toMillis() / 1000.0));
  }

  @Override
  public void connected(Peer peer) {
    print(peer, "connected", _ -> {});
  }

  @Override
  public void commandReceived(Peer peer, String maskedLine) {
    print(peer, "command", o -> o.writeStringField("command", maskedLine));
  }

  @Override
  public void dataConnection(Peer peer) {
    print(peer, "data-connection", _ -> {});
  }

  @Override
  public void tlsBegan(Peer peer, String words) {
    print(peer, "tls-began", o -> o.writeStringField("protection", words));
  }

  @Override
  public void tlsFailed(Peer peer, String reason) {
    print(peer, "tls-failed", o -> o.writeStringField("reason", reason));
  }

  @Override
  public void turnedAway(Peer peer) {
    print(peer, "turned-away", _ -> {});
  }

  @Override
  public void proxyRefused(Peer proxy) {
    print(proxy, "proxy-refused", _ -> {});
  }

  @Override
  public void disconnected(Peer peer) {
    print(peer, "disconnected", _ -> {});
  }

  @Override
  public void opened(Identity session) {
    print(session, "login", _ -> {});
  }

  @Override
  public void loginRefused(String user, Peer peer, Refused cause) {
    print(peer, "login-refused", o -> o.writeStringField("user", user));
  }

  @Override
  public void transferEnded(Identity session, TransferReport report) {
    print(
        session,
        report.kind() == TransferKind.GET ? "sent" : "stored",
        o -> {
          o.writeStringField("path", report.path().toString());
          o.writeNumberField("bytes", report.bytes());
          o.writeNumberField("seconds", report.elapsed().toNanos() / 1e9);
          o.writeBooleanField("complete", report.complete());
        });
  }

  @Override
  public void listed(Identity session, FilePath path, long entries) {
    print(
        session,
        "listed",
        o -> {
          o.writeStringField("path", path.toString());
          o.writeNumberField("entries", entries);
        });
  }

  @Override
  public void treeChanged(Identity session, TreeEdit edit) {
    switch (edit) {
      case TreeEdit.MakeDirectory(var path) -> print(session, "directory-made", at(path));
      case TreeEdit.RemoveFile(var path) -> print(session, "file-removed", at(path));
      case TreeEdit.RemoveDirectory(var path) -> print(session, "directory-removed", at(path));
      case TreeEdit.Rename(var from, var to) ->
          print(session, "renamed", at(from).and(o -> o.writeStringField("to", to.toString())));
      case TreeEdit.Modify(var path, var modified) ->
          print(
              session,
              "time-set",
              at(path).and(o -> o.writeStringField("modified", modified.toString())));
      case TreeEdit.ChangeMode(var path, var mode) ->
          print(
              session,
              "permissions-set",
              at(path).and(o -> o.writeStringField("mode", Integer.toOctalString(mode))));
    }
  }

  private static void writeKeys(JsonGenerator object, List<String> keys) throws IOException {
    object.writeFieldName("keys");
    object.writeArray(keys.toArray(String[]::new), 0, keys.size());
  }

  private static Fields at(String address, int port) {
    return o -> {
      o.writeStringField("address", address);
      o.writeNumberField("port", port);
    };
  }

  private static Fields at(FilePath path) {
    return o -> o.writeStringField("path", path.toString());
  }

  private void print(Identity session, String event, Fields fields) {
    Fields user = o -> o.writeStringField("user", session.user());
    print(session.peer(), event, user.and(fields));
  }

  private void print(Peer peer, String event, Fields fields) {
    Fields who =
        o -> {
          o.writeNumberField("session", numbers.of(peer));
          o.writeStringField("peer", peer.toString());
        };
    print(event, who.and(fields));
  }

  private void print(String event, Fields fields) {
    var line = new StringWriter();
    try (JsonGenerator object = json.createGenerator(line)) {
      object.writeStartObject();
      object.writeStringField("time", clock.instant().toString());
      object.writeStringField("event", event);
      fields.write(object);
      object.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot be written to.", e);
    }
    lines.accept(line.toString());
  }

  /// What an event has beside the common fields.
  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator object) throws IOException;

    default Fields and(Fields more) {
      return object -> {
        write(object);
        more.write(object);
      };
    }
  }
}
