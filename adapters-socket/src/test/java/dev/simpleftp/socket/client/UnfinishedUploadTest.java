package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.DECENT;
import static dev.simpleftp.socket.client.Dialogues.OURS;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Uploads to servers that would spoil the old file on the way.
class UnfinishedUploadTest {
  private static final String NOTHING = "C: MLST\nS: 550 No such file\n";
  private static final String PART_OF_3 =
      "C: MLST /f.part\nS: 250-\nS:  type=file;size=3; f.part\nS: 250 End\n";
  private static final String TAKES =
      """
      C: STOR
      S: 150 send
      D: receive
      S: 226 stored
      C: APPE
      S: 150 send
      D: receive
      S: 226 stored
      C: REST
      S: 350 so be it
      C: RNFR /f.part
      S: 350 to?
      C: RNTO /f
      S: 250 renamed
      C: DELE /f.part
      S: 250 gone
      """;

  @Test
  void offersItOnlyWhereTheServerIsNotAtomic() throws Exception {
    try (var server = ScriptedServer.answering(DECENT)) {
      var unfinished = open(server).store().capability(Capability.Unfinished.class).orElseThrow();

      assertThat(unfinished.placeOf(path("/d/f"))).isEqualTo(path("/d/f.part"));
      assertThatThrownBy(() -> unfinished.placeOf(path("/"))).isInstanceOf(Refused.class);
    }
    try (var server = ScriptedServer.playing(OURS)) {
      assertThat(open(server).store().capability(Capability.Unfinished.class)).isEmpty();
    }
  }

  @Test
  void looksForTheDirectoryWhenTheServerFailsAtTheEnd() throws Exception {
    String failing = "C: STOR\nS: 150 send\nD: receive\nS: 551 Error on output file.\n";
    try (var server = ScriptedServer.answering(DECENT, NOTHING, failing)) {
      assertThatThrownBy(() -> put(server, 0, "hello"))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND))
          .hasMessageContaining("Error on output file.");
    }
    String root = "C: MLST /\nS: 250-\nS:  type=dir; /\nS: 250 End\n";
    try (var server = ScriptedServer.answering(DECENT, NOTHING, root, failing)) {
      assertThatThrownBy(() -> put(server, 0, "hello"))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("Error on output file.");
    }
  }

  @Test
  void keepsWhatWasSentWhenItIsClosedWithoutACommit() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, NOTHING, TAKES)) {
      leave(server, WriteMode.REPLACE, "hello");

      assertThat(server.uploaded()).isEqualTo("hello");
      assertThat(server.dataEnd()).isEqualTo("end");
      assertThat(server.received()).doesNotContain("DELE /f.part", "RNFR /f.part");
    }
  }

  @Test
  void leavesNoEmptyPart() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, NOTHING, TAKES)) {
      leave(server, WriteMode.REPLACE, "");

      assertThat(server.received()).containsSubsequence("STOR /f.part", "DELE /f.part");
    }
  }

  @Test
  void goesOnWhereItWas() throws Exception {
    String grown = size("/f.part", 8);
    try (var server = ScriptedServer.answering(DECENT, NOTHING, PART_OF_3, TAKES)) {
      assertThatThrownBy(() -> put(server, 3, "45678"))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("has 3 octets and should have 8");
      assertThat(server.received()).containsSubsequence("REST 3", "STOR /f.part");
      assertThat(server.received()).doesNotContain("RNFR /f.part");
    }
    try (var server =
        ScriptedServer.playing(
            Dialogues.FACTS,
            "C: MLST /f\nS: 550 no\n",
            size("/f.part", 3),
            Dialogues.EPSV,
            "C: REST 3\nS: 350 a\nC: STOR /f.part\nS: 150 b\nD: receive\nS: 226 c\n",
            grown,
            "C: RNFR /f.part\nS: 350 d\nC: RNTO /f\nS: 250 e\n",
            Dialogues.QUIT)) {
      put(server, 3, "45678");

      assertThat(server.uploaded()).isEqualTo("45678");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C: REST 3\nS: 502 no REST\n",
        "C: REST 3\nS: 350 a\nC: STOR /f.part\nS: 451 Append/Restart not permitted\nC: REST 0\nS: 350 b\n",
        "C: REST 3\nS: 350 a\nC: STOR /f.part\nS: 501 no\nC: REST 0\nS: 350 b\n"
      })
  void appendsWhereAnOffsetIsRefused(String refusal) throws Exception {
    try (var server =
        ScriptedServer.playing(
            Dialogues.FACTS,
            "C: MLST /f\nS: 550 no\n",
            size("/f.part", 3),
            Dialogues.EPSV + refusal,
            size("/f.part", 3),
            Dialogues.EPSV + "C: APPE /f.part\nS: 150 b\nD: receive\nS: 226 c\n",
            size("/f.part", 8),
            "C: RNFR /f.part\nS: 350 d\nC: RNTO /f\nS: 250 e\n",
            Dialogues.QUIT)) {
      put(server, 3, "45678");

      assertThat(server.uploaded()).isEqualTo("45678");
    }
  }

  @Test
  void aPartThatIsCompleteIsOnlyRenamed() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, NOTHING, PART_OF_3, TAKES)) {
      put(server, 3, "");

      assertThat(server.received())
          .containsSubsequence("RNFR /f.part", "RNTO /f")
          .doesNotContain("EPSV", "STOR /f.part", "APPE /f.part");
    }
  }

  @Test
  void aPartThatIsLeftAloneStays() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, NOTHING, PART_OF_3, TAKES)) {
      leave(server, new WriteMode.ResumeAt(3), "");

      assertThat(server.received()).doesNotContain("EPSV", "DELE /f.part");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, 4})
  void refusesToContinueAPartOfAnotherSize(long offset) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, NOTHING, PART_OF_3, TAKES)) {
      assertThatThrownBy(() -> put(server, offset, "x"))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OFFSET_BEYOND_END));
    }
  }

  @Test
  void saysSoWhenOnlyThePartIsNotTaken() throws Exception {
    String parent = "C: MLST /\nS: 250-\nS:  type=dir; /\nS: 250 End\n";
    String denied = "C: STOR /f.part\nS: 553 Prohibited file name: f.part\n";
    try (var server = ScriptedServer.answering(DECENT, NOTHING, parent, TAKES, denied)) {
      assertThatThrownBy(() -> leave(server, WriteMode.REPLACE, "x"))
          .isInstanceOf(Refused.class)
          .hasMessage(
              "The server does not take '/f.part', where an upload lies until it is complete: "
                  + "Prohibited file name: f.part");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"553 Can't rename file.", "550 File exists", "450 No.", "451 No."})
  void makesRoomWhereAServerRenamesOverNoFile(String refusal) throws Exception {
    try (var server =
        ScriptedServer.playing(
            old(refusal),
            size("/f", 9),
            size("/f.part", 5),
            "C: DELE /f\nS: 250 d\n",
            "C: RNFR /f.part\nS: 350 e\nC: RNTO /f\nS: 250 f\n",
            Dialogues.QUIT)) {
      replace(server);

      assertThat(server.uploaded()).isEqualTo("hello");
    }
  }

  @Test
  void removesNoOldFileForAPartThatIsCut() throws Exception {
    try (var server =
        ScriptedServer.playing(
            old("553 Can't rename file."), size("/f", 9), size("/f.part", 4), Dialogues.QUIT)) {
      assertThatThrownBy(() -> replace(server))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("'/f.part' has 4 octets and should have 5");
    }
  }

  /// The server takes the end of the data connection for the end of the file, wherever it was cut.
  @Test
  void replacesNoOldFileByAPartThatIsCut() throws Exception {
    try (var server = ScriptedServer.playing(stored(4), Dialogues.QUIT)) {
      assertThatThrownBy(() -> replace(server))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("'/f.part' has 4 octets and should have 5");
    }
  }

  @Test
  void removesNoOldFileWhereTheRenameIsDenied() throws Exception {
    try (var server = ScriptedServer.playing(old("550 Permission denied"), Dialogues.QUIT)) {
      assertThatThrownBy(() -> replace(server))
          .isInstanceOf(Refused.class)
          .hasMessage(
              "The server does not rename '/f.part', which holds all bytes: Permission denied");
    }
  }

  @Test
  void saysWhereTheBytesAreWhenNothingHelps() throws Exception {
    try (var server =
        ScriptedServer.playing(
            old("553 Can't rename file."),
            size("/f", 9),
            size("/f.part", 5),
            "C: DELE /f\nS: 550 Permission denied\n",
            Dialogues.QUIT)) {
      assertThatThrownBy(() -> replace(server))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("'/f.part', which holds all bytes: Permission denied");
    }
  }

  /// A session up to the first refusal to rename over an old file.
  private static String old(String refusal) {
    return stored(5) + "C: RNFR /f.part\nS: 350 c\nC: RNTO /f\nS: " + refusal + "\n";
  }

  /// A session up to the last look at what was stored, where there is an old file.
  private static String stored(int size) {
    return String.join(
        "\n",
        Dialogues.FACTS,
        size("/f", 9),
        Dialogues.EPSV,
        "C: STOR /f.part\nS: 150 a\nD: receive\nS: 226 b",
        size("/f.part", size));
  }

  private static void replace(ScriptedServer server) throws Exception {
    FileStore store = open(server).store();
    try (Upload upload = store.upload(path("/f"), WriteMode.REPLACE)) {
      upload.transferFrom(source("hello"), ProgressListener.NONE);
      upload.commit(() -> true);
    } finally {
      store.close();
      server.awaitEnd();
    }
  }

  private static String size(String path, int size) {
    return "C: MLST %s\nS: 250-\nS:  type=file;size=%d; x\nS: 250 End\n".formatted(path, size);
  }

  private static void put(ScriptedServer server, long offset, String content) throws Exception {
    FileStore store = open(server).store();
    try (Upload upload = store.upload(path("/f"), new WriteMode.ResumeAt(offset))) {
      assertThat(upload.transferFrom(source(content), ProgressListener.NONE))
          .isEqualTo(content.length());
      assertThat(upload.commit(() -> true)).isTrue();
    } finally {
      store.close();
      server.awaitEnd();
    }
  }

  private static void leave(ScriptedServer server, WriteMode mode, String content)
      throws Exception {
    FileStore store = open(server).store();
    try (Upload upload = store.upload(path("/f"), mode)) {
      upload.transferFrom(source(content), ProgressListener.NONE);
    } finally {
      store.close();
      server.awaitEnd();
    }
  }

  private static ReadableByteChannel source(String content) {
    return Channels.newChannel(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }
}
