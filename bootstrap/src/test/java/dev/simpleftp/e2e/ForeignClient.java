package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A client that others wrote, the served directory and its own. What it can do beyond reading is
/// told by the interfaces it implements, each with the tests of that ability.
interface ForeignClient {
  /// What names may look like and programs get wrong.
  List<String> ODD_NAMES =
      List.of(
          "two words",
          " lead",
          "-dash",
          "üß",
          "漢字",
          "📦",
          "say \"hi\"",
          "it's",
          "100%41",
          "#1",
          "a;b&c",
          "n".repeat(240));

  /// The processes that carry out these steps, one after the other: one for all of them if the
  /// client has sessions, else one for each.
  List<Invocation> invocations(Site site, List<Step> steps);

  /// The routes this client can go.
  default Set<Route> routes() {
    return EnumSet.allOf(Route.class);
  }

  /// The names this client can be told.
  default List<String> oddNames() {
    return ODD_NAMES;
  }

  Bench bench();

  default Path served() {
    return bench().served();
  }

  default Path local() {
    return bench().local();
  }

  default Site site() throws IOException {
    return bench().site(Route.PASSIVE_IPV4);
  }

  /// Carries out these steps and returns what the client printed.
  ///
  /// @throws AssertionError if the client says that it could not
  default String carryOut(Site site, Step... steps) throws Exception {
    var out = new StringBuilder();
    for (var invocation : invocations(site, List.of(steps))) {
      var ended = invocation.start(bench()).ended();
      assertThat(ended.exitCode()).as("%s: %s", invocation, ended).isZero();
      out.append(ended.out());
    }
    return out.toString();
  }

  /// Begins a transfer that takes long and stops the client once it is under way.
  default void interrupt(Step transfer) throws Exception {
    Path growing = transfer.kind() == Step.Kind.GET ? local() : served();
    long before = TestFiles.size(growing);
    try (Child child = invocations(site(), List.of(transfer)).getFirst().start(bench())) {
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> TestFiles.size(growing) > before + TestFiles.MIB || !child.isAlive());
      assertThat(child.isAlive()).as("the client still transfers").isTrue();
      stop(child);
    }
  }

  /// Stops this client in the midst of a transfer.
  default void stop(Child client) throws Exception {
    client.interrupt();
  }
}
