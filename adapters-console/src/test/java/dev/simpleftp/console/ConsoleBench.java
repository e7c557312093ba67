package dev.simpleftp.console;

import dev.simpleftp.application.copy.CopyFileService;
import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.OpenSession;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.service.ChangeDirectoryService;
import dev.simpleftp.application.service.CloseSessionService;
import dev.simpleftp.application.service.DescribeFileService;
import dev.simpleftp.application.service.DigestFileService;
import dev.simpleftp.application.service.EditTreeService;
import dev.simpleftp.application.service.GetFileService;
import dev.simpleftp.application.service.ListFilesService;
import dev.simpleftp.application.service.OpenSessionService;
import dev.simpleftp.application.service.PutFileService;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A console between two trees in memory, with the real use cases in between.
final class ConsoleBench {
  final FakeTree remote = new FakeTree();
  final FakeTree local = new FakeTree();

  /// Who logged in, as `user@host:port`.
  final List<String> logins = new ArrayList<>();

  final Map<String, String> variables = new HashMap<>();
  final ProtocolTranscript transcript = new ProtocolTranscript();

  /// How often a copy is tried again; nobody likes to wait in a test.
  CopyFile.Retries retries = CopyFile.Retries.NONE;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path home;

  ConsoleBench(Path home) {
    this.home = home;
    variables.put("XDG_STATE_HOME", home.resolve("state").toString());
    variables.put("XDG_CONFIG_HOME", home.resolve("config").toString());
  }

  /// Runs lines as if they came through a pipe.
  ExitCode pipe(String... lines) throws IOException {
    return client(String.join("\n", lines) + "\n").run(Optional.empty(), Optional.empty());
  }

  /// The same, and does something when the lines are at their end.
  ExitCode pipe(Runnable atTheEnd, String... lines) throws IOException {
    var text = new ByteArrayInputStream(bytes(String.join("\n", lines) + "\n"));
    var end =
        new ReadableByteChannel() {
          @Override
          public int read(ByteBuffer into) {
            atTheEnd.run();
            return -1;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };
    return client(new SequenceInputStream(text, Channels.newInputStream(end)))
        .run(Optional.empty(), Optional.empty());
  }

  /// Runs commands as if they came with `-c`.
  ExitCode commands(String commands) throws IOException {
    return client("").run(Optional.empty(), Optional.of(new Script.Commands(commands)));
  }

  /// Runs the lines of a file as if it came with `-f`.
  ExitCode file(Path file) throws IOException {
    return client("").run(Optional.empty(), Optional.of(new Script.File(file)));
  }

  /// Runs a call of the program.
  ///
  /// @param input what comes from the standard input
  ExitCode call(ConsoleCommand command, String input) throws IOException, BadCommand {
    var step = new OneShot.Step(OpenTarget.of(List.of("2121")), command);
    var output = new OneShot.Output(false, false, false);
    var call = new OneShot(List.of(step), output, Path.of(""), CopyFile.Options.USUAL);
    return client(input).run(call);
  }

  ConsoleClient client(String input) throws IOException {
    return client(new ByteArrayInputStream(bytes(input)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private ConsoleClient client(InputStream in) throws IOException {
    var environment =
        new ConsoleEnvironment(in, print(out), print(err), variables, home, false, false);
    return new ConsoleClient(core(), transcript, environment);
  }

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private ConsoleCore core() {
    UseCases useCases = useCases();
    var copies = new CopyFileService(TransferJournal.NONE);
    CopyFile bounded =
        (order, listener) ->
            copies.copy(
                new CopyFile.Order(order.from(), order.to(), order.options().withRetries(retries)),
                listener);
    var here = new Endpoint("file://", opener(this::localSession, useCases));
    return new ConsoleCore(
        useCases,
        bounded,
        new CopyTreeService(bounded, InstantSource.system()),
        new ConsoleCore.LocalTree(here, path -> new CopyFile.Place(here.another(), path)),
        (login, target) ->
            new Endpoint(
                target.scheme().prefix() + login.user() + "@" + target.peer(),
                opener(() -> useCases.open().open(login, target.peer()), useCases)));
  }

  private static Endpoint.Opener opener(Opening opening, UseCases useCases) {
    return new Endpoint.Opener() {
      @Override
      public Session open() throws IOException {
        return opening.open();
      }

      @Override
      public void close(Session session) throws IOException {
        useCases.close().close(session);
      }
    };
  }

  /// Opens a session.
  private interface Opening {
    Session open() throws IOException;
  }

  private UseCases useCases() {
    OpenSession open = new OpenSessionService(this::logIn, SessionEvents.NONE);
    CloseSession close = new CloseSessionService(SessionEvents.NONE);
    return new UseCases(
        open,
        close,
        new GetFileService(SessionEvents.NONE),
        new PutFileService(SessionEvents.NONE),
        new ListFilesService(SessionEvents.NONE),
        new DescribeFileService(),
        new ChangeDirectoryService(),
        new EditTreeService(SessionEvents.NONE),
        new DigestFileService(InstantSource.system(), 1));
  }

  private FileStores.Access logIn(Login login, Peer peer) throws IOException {
    if (remote.unreachable) {
      throw ConnectionFailed.ofSession("nobody is there");
    }
    logins.add(login.user() + "@" + peer);
    transcript.protocolLine("> PASS " + login.secret().reveal());
    if (login.secret().reveal().equals("wrong")) {
      throw new Refused(Refusal.LOGIN_DENIED, "Go away");
    }
    remote.closed = false;
    remote.lost = false;
    return new FileStores.Access(remote.store(), FilePath.ROOT);
  }

  private Session localSession() {
    var identity = new Identity(0, "me", new Peer("localhost", 1));
    return new Session(identity, local.store(), FilePath.ROOT);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
