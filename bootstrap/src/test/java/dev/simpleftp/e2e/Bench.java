package dev.simpleftp.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Our packaged server with one account, a served and a local directory. All clients of others
/// share it, one after the other: so a server starts once for each address, and the large directory
/// is made once.
final class Bench implements AutoCloseable {
  static final String MANY = "many";
  static final List<String> MANY_NAMES =
      IntStream.range(0, 10_000).mapToObj("file %05d.txt"::formatted).toList();

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String USER = "lena";
  private static final String PASSWORD = "pa ss#1";

  /// What clients try first that would like to encrypt.
  private static final Set<String> NOT_OFFERED = Set.of("AUTH", "PBSZ", "PROT");

  private static final String PROTECTED = "protected";

  private final Map<String, Program.Served> servers = new HashMap<>();
  private final Path folder;
  private int implicitPort;

  private Bench(Path folder) {
    this.folder = folder;
  }

  private static Bench prepared() {
    try {
      Bench bench = new Bench(Files.createTempDirectory("simpleftp-bench"));
      bench.prepare();
      return bench;
    } catch (Exception e) {
      throw new AssertionError("the bench cannot be prepared", e);
    }
  }

  private void prepare() throws Exception {
    Files.createDirectory(local());
    Files.createDirectory(home());
    Path many = Files.createDirectories(served().resolve(MANY));
    for (String name : MANY_NAMES) {
      Files.createFile(many.resolve(name));
    }
    Program.addUser(users(), USER, PASSWORD);
  }

  Path served() {
    return folder.resolve("served");
  }

  Path local() {
    return folder.resolve("local");
  }

  /// Where clients find no settings of anybody.
  Path home() {
    return folder.resolve("home");
  }

  private Path users() {
    return folder.resolve("users");
  }

  /// The server of this route, with the login that it knows. Guests may write as well.
  Site site(Route route) throws IOException {
    if (!servers.containsKey(route.host())) {
      String users = users().toString();
      var server =
          Program.serve(
              served(), "--listen", route.host(), "--users", users, "--anonymous", "write");
      servers.put(route.host(), server);
    }
    return new Site(route, Encryption.NONE, servers.get(route.host()).port(), USER, PASSWORD);
  }

  /// A server that does nothing without TLS, over the same directory.
  Site site(Encryption encryption) throws IOException {
    if (!servers.containsKey(PROTECTED)) {
      implicitPort = Program.freePort();
      servers.put(PROTECTED, Program.serve(served(), protectedOptions()));
    }
    int port = encryption.isImplicit() ? implicitPort : servers.get(PROTECTED).port();
    return new Site(Route.PASSIVE_IPV4, encryption, port, USER, PASSWORD);
  }

  private String[] protectedOptions() {
    var options = List.of("--users", users().toString(), "--tls", "required", "--tls-self-signed");
    var implicit = List.of("--implicit-tls-port", String.valueOf(implicitPort));
    return Stream.concat(options.stream(), implicit.stream()).toArray(String[]::new);
  }

  /// The names in the served directory, without the large one.
  List<String> servedNames() throws IOException {
    return TestFiles.names(served()).stream().filter(name -> !name.equals(MANY)).toList();
  }

  /// Removes what the last test left.
  void tidy() throws IOException {
    for (String name : servedNames()) {
      TestFiles.delete(served().resolve(name));
    }
    for (String name : TestFiles.names(local())) {
      TestFiles.delete(local().resolve(name));
    }
  }

  /// Waits until nothing is left of unfinished uploads.
  void awaitNoParts() {
    await().atMost(PATIENCE).until(() -> TestFiles.parts(served()) == 0);
  }

  /// The verbs that clients have sent so far and our server does not know.
  Set<String> unknownVerbs() throws IOException {
    Set<String> verbs = new TreeSet<>();
    for (var server : servers.values()) {
      server.child().said().stream().flatMap(line -> verb(line).stream()).forEach(verbs::add);
    }
    verbs.removeAll(NOT_OFFERED);
    try (var raw = new RawFtp(site(Route.PASSIVE_IPV4).port())) {
      for (String verb : List.copyOf(verbs)) {
        if (raw.send("HELP " + verb).startsWith("214")) {
          verbs.remove(verb);
        }
      }
    }
    return verbs;
  }

  /// The verb in a line of the log, if it tells of a command.
  private static Optional<String> verb(String line) {
    String sign = "command received: ";
    int start = line.indexOf(sign);
    if (start < 0) {
      return Optional.empty();
    }
    String command = line.substring(start + sign.length());
    int end = command.indexOf(' ');
    return Optional.of((end < 0 ? command : command.substring(0, end)).toUpperCase(Locale.ROOT));
  }

  @Override
  public void close() throws IOException {
    servers.values().forEach(Program.Served::close);
    TestFiles.delete(folder);
  }

  /// Gives every class the same bench, and closes it after the last.
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(Bench.class))
          .getOrComputeIfAbsent(Bench.class, _ -> prepared(), Bench.class);
    }
  }
}
