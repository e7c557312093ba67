package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.EPSV;
import static dev.simpleftp.socket.client.Dialogues.FACTS;
import static dev.simpleftp.socket.client.Dialogues.NO_FEATURES;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteTreeTest {
  private static final String DIRECTORY = "S: 250-\nS:  type=dir; x\nS: 250 End\n";
  private static final String FILE = "S: 250-\nS:  type=file;size=1; x\nS: 250 End\n";

  @Test
  void listsByFactsAndLeavesOutWhatIsNoSafeName() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS,
            EPSV,
            "C: MLSD /d e\nS: 150 listing\n",
            "D: send type=cdir; .{nl}type=file;size=7; ../evil{nl}",
            "D: send type=file;size=7;  a b{nl}type=dir; d{nl}type=dir; last",
            "D: close\nS: 226 done\n",
            QUIT)) {
      assertThat(list(server, "/d e")).containsExactly(" a b", "d", "last");
    }
  }

  @Test
  void listsWithoutFactsByEnteringTheDirectory() throws Exception {
    try (var server =
        ScriptedServer.playing(
            NO_FEATURES,
            "C: CWD /d\nS: 250 in\n",
            EPSV,
            "C: LIST -a\nS: 125 listing\n",
            "D: send total 1{nl}-rw-r--r-- 1 o g 7 Jan  1  2020 -la{nl}",
            "D: close\nS: 250 done\n",
            QUIT)) {
      assertThat(list(server, "/d")).containsExactly("-la");
    }
  }

  @Test
  void aListingThatIsCutOffFails() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS, EPSV, "C: MLSD /\nS: 150 a\nD: close\nS: 426 no more\n", QUIT)) {
      assertThatThrownBy(() -> list(server, "/")).hasMessage("The server broke off: no more");
    }
  }

  @Test
  void saysWhyThereIsNothingToList() throws Exception {
    String no = "C: MLSD /x\nS: 501 No such directory.\n";
    refused(Refusal.NOT_A_DIRECTORY, s -> s.list(path("/x")), EPSV, no, "C: MLST /x\n" + FILE);
    refused(
        Refusal.NOT_FOUND,
        s -> s.list(path("/x")),
        EPSV,
        no,
        "C: MLST /x\nS: 550 no\nC: MLST /\n" + DIRECTORY);
  }

  @Test
  void describesWithoutMlstByAskingForSizeAndTime() throws Exception {
    try (var server =
        ScriptedServer.playing(
            NO_FEATURES,
            "C: SIZE /f\nS: 213 5000000000\nC: MDTM /f\nS: 213 20260102030405.5\n",
            "C: SIZE /d\nS: 550 no\nC: CWD /d\nS: 250 in\n",
            "C: SIZE /x\nS: 550 no\nC: CWD /x\nS: 550 no\n",
            "C: CWD /\nS: 250 in\n",
            QUIT)) {
      var store = open(server).store();

      var time = Instant.parse("2026-01-02T03:04:05.5Z");
      assertThat(store.describe(path("/f")))
          .isEqualTo(FileEntry.file(new FileName("f"), 5_000_000_000L, time));
      assertThat(store.describe(path("/d")).isDirectory()).isTrue();
      assertThatThrownBy(() -> store.describe(path("/x")))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
      assertThat(store.describe(path("/")).name()).isEqualTo(FileName.ROOT);
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void changesTheTree() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS,
            "C: MKD /d\nS: 257 \"/d\"\nC: RMD /d\nS: 250 gone\nC: DELE /f\nS: 250 gone\n",
            "C: RNFR /a\nS: 350 to?\nC: RNTO /b\nS: 250 done\n",
            QUIT)) {
      var store = open(server).store();
      store.makeDirectory(path("/d"));
      store.removeDirectory(path("/d"));
      store.removeFile(path("/f"));
      store.rename(path("/a"), path("/b"));

      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void readsTheReasonFromTheWords() throws Exception {
    refused(
        Refusal.ALREADY_EXISTS, s -> s.makeDirectory(path("/x")), "C: MKD /x\nS: 550 File exists");
    refused(
        Refusal.NOT_EMPTY,
        s -> s.removeDirectory(path("/x")),
        "C: RMD /x\nS: 550 Directory not empty");
    refused(
        Refusal.NOT_FOUND, s -> s.rename(path("/x"), path("/y")), "C: RNFR /x\nS: 550 x not found");
  }

  @Test
  void aDirectoryAtTheNewNameIsInTheWay() throws Exception {
    refused(
        Refusal.ALREADY_EXISTS,
        s -> s.rename(path("/x"), path("/y")),
        "C: RNFR /x\nS: 350 to?\nC: RNTO /y\nS: 550 Is a directory.\n");
  }

  @Test
  void looksForAReasonThatTheWordsDoNotGive() throws Exception {
    String isDirectory = "C: MLST /x\n" + DIRECTORY;
    refused(
        Refusal.NOT_EMPTY,
        s -> s.removeDirectory(path("/x")),
        "C: RMD /x\nS: 550 no\n",
        isDirectory);
    refused(
        Refusal.NOT_A_FILE, s -> s.removeFile(path("/x")), "C: DELE /x\nS: 550 no\n", isDirectory);
    refused(
        Refusal.ALREADY_EXISTS,
        s -> s.makeDirectory(path("/x")),
        "C: MKD /x\nS: 550 no\n",
        isDirectory);
  }

  @Test
  void looksForTheReasonOfAServerThatCallsAllBusy() throws Exception {
    String isDirectory = "C: MLST /x\n" + DIRECTORY;
    refused(
        Refusal.NOT_EMPTY,
        s -> s.removeDirectory(path("/x")),
        "C: RMD /x\nS: 450 Can't remove directory.\n",
        isDirectory);
    refused(
        Refusal.BUSY,
        s -> s.removeFile(path("/x")),
        "C: DELE /x\nS: 450 Can't delete file.\n",
        "C: MLST /x\n" + FILE);
    refused(
        Refusal.BUSY, s -> s.removeDirectory(path("/x")), "C: RMD /x\nS: 450 Try again later.\n");
  }

  @Test
  void nothingIsWhereMlstIsRefused() throws Exception {
    for (String no :
        List.of("501 Not a valid pathname.", "550 no", "504 no", "550 Not a directory")) {
      refused(Refusal.NOT_FOUND, s -> s.describe(path("/x")), "C: MLST /x\nS: " + no + "\n");
    }
    refused(Refusal.DENIED, s -> s.describe(path("/x")), "C: MLST /x\nS: 550 Permission denied\n");
  }

  @Test
  void looksWhetherWhatIsListedAsEmptyIsThere() throws Exception {
    String empty = EPSV + "C: MLSD /x\nS: 150 a\nD: close\nS: 226 b\nC: MLST /x\n";
    refused(
        Refusal.NOT_FOUND,
        s -> s.list(path("/x")),
        empty + "S: 501 no\n",
        "C: MLST /x\nS: 501 no\n",
        "C: MLST /\n" + DIRECTORY);
    refused(Refusal.NOT_A_DIRECTORY, s -> s.list(path("/x")), empty + FILE, "C: MLST /x\n" + FILE);
    try (var server = ScriptedServer.playing(FACTS, empty + DIRECTORY, QUIT)) {
      assertThat(list(server, "/x")).isEmpty();
    }
  }

  @Test
  void neverAsksToRemoveOrRenameTheRoot() throws Exception {
    refused(Refusal.DENIED, s -> s.removeDirectory(path("/")), "");
    refused(Refusal.DENIED, s -> s.rename(path("/"), path("/x")), "");
  }

  private static void refused(Refusal refusal, Act act, String... script) throws Exception {
    try (var server = ScriptedServer.playing(FACTS, String.join("\n", script), QUIT)) {
      var store = open(server).store();

      assertThatThrownBy(() -> act.on(store))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
      store.close();
      server.awaitEnd();
    }
  }

  private static List<String> list(ScriptedServer server, String directory) throws Exception {
    List<String> names = new ArrayList<>();
    var store = open(server).store();
    try (var listing = store.list(path(directory))) {
      long entries = listing.forEach(entry -> names.add(entry.name().text()));
      assertThat(entries).isEqualTo(names.size());
    } finally {
      store.close();
      server.awaitEnd();
    }
    return names;
  }

  private interface Act {
    void on(FileStore store) throws IOException;
  }
}
