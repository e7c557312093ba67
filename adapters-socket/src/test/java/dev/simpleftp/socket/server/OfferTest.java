package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What the configuration leaves out is neither announced nor carried out.
class OfferTest {

  @Test
  void answers502ToAWithheldVerbAndNamesItNowhere() throws IOException {
    try (var server = offering(Set.of(Verb.SIZE, Verb.MLST, Verb.CLNT));
        var wire = server.login()) {
      wire.send("SIZE x").expect(502);
      wire.send("SIZE").expect(502);
      wire.send("CLNT x").expect(502);
      wire.send("HELP SIZE").expect(501);
      wire.send("OPTS MLST size;").expect(501);
      assertThat(wire.send("FEAT").expect(211).lines())
          .noneMatch(line -> line.startsWith(" SIZE") || line.startsWith(" MLST"))
          .doesNotContain(" CLNT", " MODE Z");
      assertThat(wire.send("HELP").expect(214).text().split(" +"))
          .contains("MDTM")
          .doesNotContain("SIZE", "MLST", "CLNT");
    }
  }

  @Test
  void announcesAndExplainsEveryVerbItCarriesOut() throws IOException {
    try (var server = offering(Set.of());
        var wire = server.login()) {
      var named = List.of(wire.send("HELP").expect(214).text().split(" +"));
      var features = wire.send("FEAT").expect(211).lines();
      for (Verb verb : Verb.values()) {
        assertThat(named).contains(verb.name());
        assertThat(wire.send("HELP " + verb).expect(214).text()).contains(verb.name());
        assertThat(features).anyMatch(line -> line.contains(verb.feature()));
      }
    }
  }

  @Test
  void neverLeavesOutWhatEverySessionNeeds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Offer(Set.of(Verb.QUIT), Optional.empty()))
        .withMessageContaining("QUIT");
  }

  @Test
  void refusesAlloBeyondTheRoom() throws IOException {
    var tree = new MemoryTree();
    try (var server =
            ServerFixture.over(
                () -> RoomOf.octets(100, tree.newStore()), UnaryOperator.identity());
        var wire = server.login()) {
      wire.send("ALLO 101").expect(452);
      wire.send("ALLO 100").expect(200);
    }
  }

  private static ServerFixture offering(Set<Verb> withheld) throws IOException {
    return ServerFixture.over(
        new MemoryTree()::newStore,
        UnaryOperator.identity(),
        new Offer(withheld, Optional.empty()));
  }
}
