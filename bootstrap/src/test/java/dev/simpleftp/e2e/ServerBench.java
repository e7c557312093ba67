package dev.simpleftp.e2e;

import dev.simpleftp.application.port.out.FileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// One server over a directory of its own that tests share, one after the other, and our client's
/// connections to it.
final class ServerBench implements AutoCloseable {
  private static final int SHOWN = 60;

  private final ForeignServer kind;
  private final Path folder;
  private final LiveServer server;
  private final ServerVisit visit;

  private ServerBench(ForeignServer kind, Path folder, LiveServer server) {
    this.kind = kind;
    this.folder = folder;
    this.server = server;
    this.visit = new ServerVisit(server);
  }

  static ServerBench start(ForeignServer kind) throws Exception {
    Tools.requireUnicodeNames();
    kind.requireHere();
    Path folder = Files.createTempDirectory("served");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new ServerBench(kind, folder, kind.start(Files.createDirectory(folder.resolve("root"))));
  }

  ForeignServer kind() {
    return kind;
  }

  LiveServer server() {
    return server;
  }

  ServerVisit visit() {
    return visit;
  }

  Path root() {
    return server.root();
  }

  FileStore open() throws IOException {
    return visit.open();
  }

  /// Removes what the last test left.
  void tidy() throws IOException {
    for (String name : TestFiles.names(root())) {
      TestFiles.delete(root().resolve(name));
    }
    visit.takeLines();
  }

  /// The last that client and server said.
  String said() {
    return "client:\n" + last(visit.takeLines()) + "\nserver:\n" + last(server.log());
  }

  private static String last(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
  }

  @Override
  public void close() throws IOException {
    visit.close();
    server.close();
    TestFiles.delete(folder);
  }
}
