package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with the call: one sentence on standard error, exit code 2, no stack trace.
class BadInputIT {
  private static final int BAD_USAGE = 2;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  private Path root;

  @BeforeEach
  void makeRoot() throws Exception {
    root = Files.createDirectory(folder.resolve("root"));
  }

  @Test
  void anUnknownOption() throws Exception {
    assertRefused(run("server", "--rooot", root.toString()), "--rooot");
  }

  @Test
  void anUnknownCommand() throws Exception {
    assertRefused(run("serve"), "serve");
  }

  @Test
  void aPortThatIsNoNumber() throws Exception {
    assertRefused(run("server", "--root", root.toString(), "--port", "ftp"), "ftp");
  }

  @Test
  void aPortBeyondTheLast() throws Exception {
    assertRefused(run("server", "--root", root.toString(), "--port", "65536"), "65536");
  }

  @Test
  void aPortInUse() throws Exception {
    try (var first = Program.serve(root)) {
      String port = String.valueOf(first.port());

      assertRefused(run("server", "--root", root.toString(), "--port", port), port);
    }
  }

  @Test
  void aRootThatIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no directory");

    assertRefused(server("--root", file.toString()), file.toString());
  }

  @Test
  void aRootBelowAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no directory");

    assertRefused(server("--root", file.resolve("root").toString()), file.toString());
  }

  @Test
  void aRootThatMayNotBeRead() throws Exception {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("---------"));

    assertRefused(serverWithoutPrivileges(), root.toString());
  }

  @Test
  void aUsersFileWithABadLine() throws Exception {
    Path users = Files.writeString(folder.resolve("users"), "this line says nothing\n");

    var ended = server("--root", root.toString(), "--users", users.toString());

    assertRefused(ended, users.toString());
    assertThat(ended.err()).containsIgnoringCase("line 1");
  }

  @Test
  void aUsersFileWithABadHash() throws Exception {
    Path users = Files.writeString(folder.resolve("users"), "bob:secret:/:write\n");

    var ended = server("--root", root.toString(), "--users", users.toString());

    assertRefused(ended, users.toString());
    assertThat(ended.err()).contains("hash");
  }

  @Test
  void aUsersFileThatCannotBeWritten() throws Exception {
    String users = folder.resolve("nowhere/users").toString();

    var ended =
        Program.start(List.of(), folder, "user", "add", "bob", "--users", users, "--password-stdin")
            .typing("secret\n")
            .ended();

    assertRefused(ended, users);
  }

  @Test
  void aUsersFileThatIsMissing() throws Exception {
    Path users = folder.resolve("nobody");

    assertRefused(server("--root", root.toString(), "--users", users.toString()), users.toString());
  }

  @Test
  void aForeignAddressWithoutAWordOnGuests() throws Exception {
    assertRefused(server("--root", root.toString(), "--listen", "0.0.0.0"), "--anonymous");
  }

  @Test
  void aLocalDirectoryThatIsMissing() throws Exception {
    Path missing = folder.resolve("missing");

    assertRefused(run("client", "--local", missing.toString(), "-c", "lls"), missing.toString());
  }

  private Child.Ended server(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("server", "--port", "0"));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private Child.Ended run(String... arguments) throws Exception {
    return Program.run(folder, arguments);
  }

  /// The server as somebody whom permissions bind: root would read everything.
  private Child.Ended serverWithoutPrivileges() throws Exception {
    List<String> arguments = List.of("server", "--port", "0", "--root", root.toString());
    if (!"root".equals(System.getProperty("user.name"))) {
      return run(arguments.toArray(String[]::new));
    }
    Tools.requireTool("setpriv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jar = Files.copy(Program.jar(), folder.resolve("simpleftp.jar"));
    List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534"));
    command.addAll(List.of("--regid=65534", "--clear-groups"));
    for (String word : Program.command(List.of(), arguments)) {
      command.add(word.equals(Program.jar().toString()) ? jar.toString() : word);
    }
    return Child.start(Path.of("/"), command).typing("").ended();
  }

  private static void assertRefused(Child.Ended ended, String cause) {
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(BAD_USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasLineCount(1)
        .startsWith("simpleftp: ")
        .contains(cause)
        .containsPattern("[.?]$");
    assertThat(ended.err()).doesNotContain("Exception", "\tat ");
  }
}
