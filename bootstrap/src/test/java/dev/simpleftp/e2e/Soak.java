package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.e2e.faults.Fault;
import dev.simpleftp.e2e.faults.Faults;
import dev.simpleftp.e2e.faults.FaultyRelay;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.TlsDefaults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many kinds of clients at our packaged server for a long time, over good and bad lines: every
/// file is right, and the server does not grow. Runs in the profile `soak`, for so many minutes as
/// `simpleftp.soak.minutes` says.
class Soak {
  private static final int MINUTES = Integer.getInteger("simpleftp.soak.minutes", 30);
  private static final String USER = "lena";
  private static final String PASSWORD = "secret";
  private static final Duration SETTLING = Duration.ofMinutes(2);

  /// Bounds, against the first sample under load.
  private static final long MORE_HEAP_KIB = 8 * 1024;

  private static final long MORE_DESCRIPTORS = 16;
  private static final long MORE_THREADS = 32;

  private static final List<Fault.Kind> ANY =
      List.of(
          Fault.Kind.RESET,
          Fault.Kind.HALF_CLOSE,
          Fault.Kind.STALL,
          Fault.Kind.SPLIT,
          Fault.Kind.DELAY);

  /// What a client that compares nothing can notice.
  private static final List<Fault.Kind> PLAIN =
      List.of(Fault.Kind.RESET, Fault.Kind.SPLIT, Fault.Kind.DELAY);

  private static final Set<Encryption> TLS =
      EnumSet.of(Encryption.EXPLICIT_TLS_1_2, Encryption.EXPLICIT_TLS_1_3);
  private static final Set<Encryption> PLAIN_OR_TLS =
      EnumSet.of(Encryption.NONE, Encryption.EXPLICIT_TLS_1_2, Encryption.EXPLICIT_TLS_1_3);

  @TempDir Path folder;
  private final SoakTally tally = new SoakTally();
  private final List<SoakWorker> workers = new ArrayList<>();
  private final List<String> report = new ArrayList<>();

  @Test
  void keepsEveryFileWholeAndDoesNotGrow() throws Exception {
    TlsDefaults.install();
    Path served = Files.createDirectory(folder.resolve("served"));
    Path users = folder.resolve("users");
    Program.addUser(users, USER, PASSWORD);
    ServerKeys keys = ServerKeys.in(Files.createDirectory(folder.resolve("keys")));
    String known = Fingerprint.of(keys.renew().certificate()).toString();
    int port = Program.freePort();
    try (Child server = serve(served, users, keys, port);
        var ownLine = FaultyRelay.to(port, Faults.seeded(1, 15, 2 * TestFiles.MIB, ANY));
        var curlLine = FaultyRelay.to(port, Faults.seeded(2, 15, 200_000, PLAIN))) {
      awaitGreeting(server, port);
      employ(served, port, known);
      employOnBadLines(served, ownLine, curlLine);
      watch(new SoakMeter(server.pid()));
      tell("faults on the lines: " + (ownLine.happened() + curlLine.happened()));
      tell("the server said: " + server.allSaid());
    }
    assertThat(TestFiles.parts(served)).isZero();
  }

  private Child serve(Path served, Path users, ServerKeys keys, int port) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("server", "--root", served.toString()));
    arguments.addAll(List.of("--port", "" + port, "--users", users.toString(), "--quiet"));
    arguments.addAll(List.of("--stall-timeout", "5s", "--idle-timeout", "20s"));
    arguments.addAll(keys.options());
    return Child.start(folder, Program.command(List.of("-Xmx256m"), arguments));
  }

  private static void awaitGreeting(Child server, int port) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          assertThat(server.isAlive()).as("the server runs: %s", server.allSaid()).isTrue();
          try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '2';
          } catch (IOException _) {
            return false;
          }
        });
  }

  private void employ(Path served, int port, String known) throws Exception {
    employ("own", served, List.of(new SoakLibrary(port, USER, PASSWORD, "")));
    employ("tls", served, List.of(new SoakLibrary(port, USER, PASSWORD, known)));
    // Where it may choose, lftp asks for TLS, and then for a certificate it knows.
    employOthers(
        "curl-lftp",
        ground("curl-lftp", served),
        port,
        Map.of(new CurlIT(), PLAIN_OR_TLS, new LftpIT(), TLS));
    employOthers(
        "libraries",
        ground("libraries", served),
        port,
        Map.of(new FtplibClientIT(), PLAIN_OR_TLS, new CommonsNetIT(), PLAIN_OR_TLS));
    var ground = ground("killed", served);
    var killed = new SoakProgram(new CurlIT(), site(Encryption.NONE, port), ground.local());
    workers.add(new SoakWorker("killed", List.of(killed), SoakWorker.Line.DEADLY, ground));
  }

  private void employOthers(
      String name,
      SoakWorker.Ground ground,
      int port,
      Map<ForeignClient, Set<Encryption>> programs) {
    List<SoakClient> clients = new ArrayList<>();
    programs.forEach((client, encryptions) ->
        encryptions.forEach(encryption ->
            clients.add(new SoakProgram(client, site(encryption, port), ground.local()))));
    workers.add(new SoakWorker(name, clients, SoakWorker.Line.GOOD, ground));
  }

  private SoakWorker.Ground ground(String name, Path served) throws IOException {
    return new SoakWorker.Ground(served, Files.createDirectory(folder.resolve(name)), tally);
  }

  private void employOnBadLines(Path served, FaultyRelay ownLine, FaultyRelay curlLine)
      throws IOException {
    var own = new SoakLibrary(ownLine.port(), USER, PASSWORD, "");
    workers.add(
        new SoakWorker("bad-own", List.of(own), SoakWorker.Line.BAD, ground("bad-own", served)));
    var ground = ground("bad-curl", served);
    var curl =
        new SoakProgram(new CurlIT(), site(Encryption.NONE, curlLine.port()), ground.local());
    workers.add(new SoakWorker("bad-curl", List.of(curl), SoakWorker.Line.BAD, ground));
  }

  private void employ(String name, Path served, List<SoakClient> clients) throws IOException {
    workers.add(new SoakWorker(name, clients, SoakWorker.Line.GOOD, ground(name, served)));
  }

  private static Site site(Encryption encryption, int port) {
    return new Site(Route.PASSIVE_IPV4, encryption, port, USER, PASSWORD);
  }

  private void watch(SoakMeter meter) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    tell(
        "| minute | transfers | wrong | failed | late | failed on bad lines | heap KiB | descriptors | threads |");
    tell("|---|---|---|---|---|---|---|---|---|");
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newCachedThreadPool()) {
      for (SoakWorker worker : workers) {
        running.add(
            threads.submit(() -> {
              worker.runUntil(end);
              return worker;
            }));
      }
      sample(meter, running);
    }
    judge(meter);
  }

  /// A sample each minute while they work.
  private void sample(SoakMeter meter, List<Future<?>> running) throws Exception {
    for (int minute = 1; !running.stream().allMatch(Future::isDone); minute++) {
      awaitOneOf(running);
      line("" + minute, meter.take());
    }
    for (Future<?> worker : running) {
      worker.get();
    }
  }

  /// For a minute.
  private static void awaitOneOf(List<Future<?>> running) throws Exception {
    var working = running.stream().filter(worker -> !worker.isDone()).findFirst();
    if (working.isPresent()) {
      try {
        working.get().get(1, TimeUnit.MINUTES);
      } catch (TimeoutException _) {
        // It still works.
      }
    }
  }

  private void judge(SoakMeter meter) throws Exception {
    var first = meter.samples().getFirst();
    await()
        .atMost(SETTLING)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> meter.descriptors() <= first.descriptors() + MORE_DESCRIPTORS);
    var last = meter.take();
    line("end", last);
    tell("heap: %.1f KiB a minute".formatted(meter.slope(1)));
    assertThat(tally.wrong()).as(tally.troubles().toString()).isZero();
    assertThat(tally.failures()).as(tally.troubles().toString()).isZero();
    assertThat(tally.late()).isLessThanOrEqualTo(tally.transfers() / 100);
    assertThat(last.heap()).isLessThanOrEqualTo(first.heap() + MORE_HEAP_KIB);
    assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + MORE_THREADS);
  }

  private void line(String minute, SoakMeter.Sample sample) throws IOException {
    tell(
        "| %s | %d | %d | %d | %d | %d | %d | %d | %d |"
            .formatted(
                minute,
                tally.transfers(),
                tally.wrong(),
                tally.failures(),
                tally.late(),
                tally.faults(),
                sample.heap(),
                sample.descriptors(),
                sample.threads()));
  }

  /// To whoever waits, and into `target/soak.md`.
  private void tell(String line) throws IOException {
    System.err.println(line);
    report.add(line);
    Files.write(Program.home().resolve("bootstrap/target/soak.md"), report);
  }
}
