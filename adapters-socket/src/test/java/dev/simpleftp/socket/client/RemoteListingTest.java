package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.EPSV;
import static dev.simpleftp.socket.client.Dialogues.FACTS;
import static dev.simpleftp.socket.client.Dialogues.NO_FEATURES;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Listings of foreign servers, and what is asked of them where nothing else tells.
class RemoteListingTest {
  private static final String LIST =
      "C: CWD /\nS: 250 in\n" + EPSV + "C: LIST -a\nS: 150 listing\n";
  private static final String PLAIN = EPSV + "C: LIST\nS: 150 listing\n";
  private static final String AGAIN = "C: CWD /\nS: 250 in\n" + PLAIN;
  private static final String END = "D: close\nS: 226 done\n";
  private static final String NEITHER = "C: SIZE /f\nS: 500 what?\nC: CWD /f\nS: 550 no\n";
  private static final String ROW = "D: send -rw-r--r-- 1 o g 4711 Jan  2  2020 ";

  @Test
  void readsAForeignDialectAndCountsWhatItCannotRead() throws Exception {
    String rows =
        "D: send 11-21-26  04:15PM       <DIR>          photos{nl}what is this?{nl}"
            + "11-21-26  04:15PM                 4711 two words{nl}"
            + "11-21-26  04:15PM                 4711 ../../evil{nl}"
            + "11-21-26  04:15PM                 4711 C:/windows{nl}{nl}\n";

    assertListed(List.of("photos", "two words"), 3, NO_FEATURES, LIST + rows + END);
  }

  @Test
  void countsAWrappedLineOnlyWhenItsRestIsMissing() throws Exception {
    String rows =
        "D: send LONG.TXT;1{nl}  1/2  21-NOV-2026 04:15:09{nl}"
            + "LOST.TXT;1{nl}NEXT.TXT;1  1/2  21-NOV-2026 04:15:09{nl}END.TXT;1{nl}\n";

    assertListed(List.of("LONG.TXT", "NEXT.TXT"), 2, NO_FEATURES, LIST + rows + END);
  }

  @Test
  void countsALineThatIsTooLong() throws Exception {
    String rows = ROW + "a".repeat(10_000) + "{nl}\n" + ROW + "b{nl}\n";

    assertListed(List.of("b"), 1, NO_FEATURES, LIST + rows + END);
  }

  @Test
  void countsUnsafeNamesOfAListingByFacts() throws Exception {
    String list = EPSV + "C: MLSD /\nS: 150 listing\n";
    String rows =
        "D: send type=cdir; /{nl}type=file;size=1; /etc/passwd{nl}junk{nl}type=dir; ok{nl}\n";

    assertListed(List.of("ok"), 2, FACTS, list + rows + END);
  }

  @Test
  void asksForANameThatIsNoUtf8ByTheBytesOfTheListing() throws Exception {
    String size = "C: SIZE /caf\uDCE9\nS: 213 4711\nC: MDTM /caf\uDCE9\nS: 500 what?\n";
    try (var server =
        ScriptedServer.playing(NO_FEATURES, LIST, ROW + "caf\uDCE9{nl}\n", END, size, QUIT)) {
      var store = open(server).store();
      List<FileEntry> entries = new ArrayList<>();
      try (var listing = store.list(path("/"))) {
        listing.forEach(entries::add);
      }

      var name = entries.getFirst().name();
      assertThat(store.describe(path("/").child(name)).size()).isEqualTo(4711);
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void looksIntoTheParentWhereTheServerKnowsNoSize() throws Exception {
    String rows = ROW + "other{nl}\n" + ROW + "f{nl}\n";
    var time = Instant.parse("2020-01-02T03:04:05Z");

    assertThat(described(LIST, rows, END, "C: MDTM /f\nS: 213 20200102030405\n"))
        .isEqualTo(FileEntry.file(new FileName("f"), 4711, time));
    assertThat(described(LIST, rows, END, "C: MDTM /f\nS: 500 what?\n").modified())
        .isEqualTo(Instant.parse("2020-01-02T00:00:00Z"));
  }

  @Test
  void looksIntoTheParentBeforeItBelievesThatNothingIsThere() throws Exception {
    String no = "C: SIZE /f\nS: 550 no\nC: CWD /f\nS: 550 no\n";
    String sized = "C: SIZE /f\nS: 213 5\nC: MDTM /f\nS: 500 what?\n";
    try (var server =
        ScriptedServer.playing(
            NO_FEATURES,
            no + LIST + ROW + "f{nl}\n" + END + "C: MDTM /f\nS: 500 what?\n",
            no + AGAIN.replace("LIST", "LIST -a") + ROW + "other{nl}\n" + END,
            sized + no,
            QUIT)) {
      var store = open(server).store();

      assertThat(store.describe(path("/f")).size()).isEqualTo(4711);
      assertThatThrownBy(() -> store.describe(path("/f"))).satisfies(this::isMissing);
      assertThat(store.describe(path("/f")).size()).isEqualTo(5);
      assertThatThrownBy(() -> store.describe(path("/f"))).satisfies(this::isMissing);
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void aNameThatTheParentDoesNotShowIsMissing() throws Exception {
    assertThatThrownBy(() -> described(LIST, ROW + "other{nl}\n", END)).satisfies(this::isMissing);
    assertThatThrownBy(() -> described("C: CWD /\nS: 550 no\n")).satisfies(this::isMissing);
  }

  @Test
  void asksForNamesWithADotInFrontUntilThatIsRefused() throws Exception {
    String refused = LIST.replace("150 listing", "501 no options");
    try (var server =
        ScriptedServer.playing(
            NO_FEATURES,
            refused,
            PLAIN + ROW + "f{nl}\n" + END,
            AGAIN + ROW + "f{nl}\n" + END,
            QUIT)) {
      assertListedTwice(server, List.of("f"));
    }
  }

  @Test
  void leavesOutAnOptionThatIsTakenForAName() throws Exception {
    for (String taken : List.of("", ROW + "-a{nl}\n", "D: send -a: no such file{nl}\n")) {
      try (var server =
          ScriptedServer.playing(
              NO_FEATURES,
              LIST + taken + END,
              PLAIN + ROW + "f{nl}\n" + END,
              AGAIN + ROW + "f{nl}\n" + END,
              QUIT)) {
        assertListedTwice(server, List.of("f"));
      }
    }
  }

  @Test
  void keepsAskingForNamesWithADotInFrontWhereItHelps() throws Exception {
    String rows = ROW.replace("-rw", "drw") + "..{nl}\n" + ROW + "-a{nl}\n";
    String none = ROW.replace("-rw", "drw") + ".{nl}\n";
    try (var server =
        ScriptedServer.playing(NO_FEATURES, LIST + rows + END, LIST + rows + END, QUIT)) {
      assertListedTwice(server, List.of("-a"));
    }
    try (var server =
        ScriptedServer.playing(NO_FEATURES, LIST + none + END, LIST + none + END, QUIT)) {
      assertListedTwice(server, List.of());
    }
  }

  private static void assertListedTwice(ScriptedServer server, List<String> names)
      throws Exception {
    var store = open(server).store();
    for (int i = 0; i < 2; i++) {
      List<String> listed = new ArrayList<>();
      try (var listing = store.list(path("/"))) {
        listing.forEach(entry -> listed.add(entry.name().text()));
      }
      assertThat(listed).isEqualTo(names);
    }
    store.close();
    server.awaitEnd();
  }

  private void isMissing(Throwable failure) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
  }

  private static FileEntry described(String... script) throws Exception {
    try (var server = ScriptedServer.playing(NO_FEATURES, NEITHER, String.join("", script), QUIT)) {
      var store = open(server).store();
      try {
        return store.describe(path("/f"));
      } finally {
        store.close();
        server.awaitEnd();
      }
    }
  }

  private static void assertListed(List<String> names, long unread, String features, String script)
      throws Exception {
    try (var server = ScriptedServer.playing(features, script, QUIT)) {
      var store = open(server).store();
      List<String> listed = new ArrayList<>();
      try (var listing = store.list(path("/"))) {
        listing.forEach(entry -> listed.add(entry.name().text()));

        assertThat(listed).isEqualTo(names);
        assertThat(listing.unread()).isEqualTo(unread);
      }
      store.close();
      server.awaitEnd();
    }
  }
}
