package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Plays steps against a server and a model of it.
final class ModelRun {
  private final FuzzServer server;
  private final Maker grounds;

  /// @param grounds makes a new tree for every run
  ModelRun(FuzzServer server, Maker grounds) {
    this.server = server;
    this.grounds = grounds;
  }

  /// Makes trees.
  @FunctionalInterface
  interface Maker {
    Ground make() throws IOException;
  }

  /// Plays them one after the other; the sessions take turns as the steps say.
  ///
  /// @param account free for this run
  /// @throws AssertionError when the server does not as the model says
  void play(String account, List<Step> steps) throws IOException {
    try (Ground ground = grounds.make()) {
      server.serve(account, ground.stores());
      var tree = new ModelTree();
      Map<String, String> held = play(account, ground.possible(steps), tree);
      assertThat(ground.contents()).as("the store").isEqualTo(held);
      ground.assertNobodyWrites(held);
      ground.finish();
      server.events().assertNothingFound();
    } finally {
      server.remove(account);
    }
  }

  private Map<String, String> play(String account, List<Step> steps, ModelTree tree)
      throws IOException {
    int sessions = 1 + steps.stream().mapToInt(Step::session).max().orElse(0);
    List<Participant> participants = new ArrayList<>();
    try {
      for (int i = 0; i < sessions; i++) {
        participants.add(new Participant(server, tree, account));
      }
      for (List<Step> together : joined(steps)) {
        participants.get(together.getFirst().session()).perform(together);
      }
      for (Participant participant : participants) {
        participant.quit();
      }
      return tree.contents();
    } finally {
      for (Participant participant : participants) {
        participant.close();
      }
    }
  }

  /// The steps, those together that are sent together.
  private static List<List<Step>> joined(List<Step> steps) {
    List<List<Step>> all = new ArrayList<>();
    for (Step step : steps) {
      Step before = all.isEmpty() ? step : all.getLast().getLast();
      boolean joins =
          !all.isEmpty()
              && step.joined()
              && step.session() == before.session()
              && Steps.mayJoin(before.line())
              && Steps.mayJoin(step.line());
      if (joins) {
        all.getLast().add(step);
      } else {
        all.add(new ArrayList<>(List.of(step)));
      }
    }
    return all;
  }
}
