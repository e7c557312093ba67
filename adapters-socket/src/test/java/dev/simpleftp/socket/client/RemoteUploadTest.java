package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.EPSV;
import static dev.simpleftp.socket.client.Dialogues.FACTS;
import static dev.simpleftp.socket.client.Dialogues.OURS;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RemoteUploadTest {
  private static final String STOR = "C: STOR /f\nS: 150 send\n";
  private static final String RECEIVE = "D: receive\n";
  private static final String FINE = "S: 226 stored\n";
  private static final String NOTHING_THERE = "C: MLST /f\nS: 550 /f: No such file or directory\n";
  private static final String STOR_PART = "C: STOR /f.part\nS: 150 send\n";
  private static final String RENAME = "C: RNFR /f.part\nS: 350 to?\nC: RNTO /f\n";

  @Test
  void leavesAnAtomicServerToReplaceTheFile() throws Exception {
    try (var server = ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, FINE, QUIT)) {
      assertThat(put(server, WriteMode.REPLACE, true)).isTrue();

      assertThat(server.uploaded()).isEqualTo("hello");
      assertThat(server.dataEnd()).isEqualTo("end");
    }
  }

  @Test
  void resetsTheConnectionWhenTheFileIsNoLongerWanted() throws Exception {
    try (var server =
        ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, "S: 426 discarded\n", QUIT)) {
      assertThat(put(server, WriteMode.REPLACE, false)).isFalse();

      assertThat(server.dataEnd()).isEqualTo("reset");
    }
  }

  @Test
  void resetsTheConnectionWhenItIsClosedWithoutACommit() throws Exception {
    try (var server =
        ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, "S: 426 discarded\n", QUIT)) {
      var store = open(server).store();
      try (var upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        upload.transferFrom(hello(), ProgressListener.NONE);
      }

      store.close();
      server.awaitEnd();
      assertThat(server.dataEnd()).isEqualTo("reset");
    }
  }

  @Test
  void anInterruptDoesNotLookLikeTheEndOfTheFile() throws Exception {
    try (var server =
        ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, "S: 426 discarded\n", QUIT)) {
      var store = open(server).store();
      try (var upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        upload.transferFrom(hello(), ProgressListener.NONE);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> upload.transferFrom(hello(), ProgressListener.NONE))
            .isInstanceOf(ClosedByInterruptException.class);
      }
      assertThat(Thread.interrupted()).isTrue();

      store.close();
      server.awaitEnd();
      assertThat(server.dataEnd()).isEqualTo("reset");
    }
  }

  @Test
  void aStalledServerDoesNotHoldTheTransferForEver() throws Exception {
    var second = Duration.ofSeconds(1);
    var hasty = new ClientConfig(second, second, second, second, second);
    try (var server = ScriptedServer.playing(OURS, EPSV, STOR, "D: take 1\nC: \n")) {
      var store = open(server, hasty, Transcript.NONE).store();
      try (var upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        assertThatIOException()
            .isThrownBy(() -> upload.transferFrom(zeros(), ProgressListener.NONE))
            .withMessage("Nothing moved on the data connection for 1 seconds.");
      }
      store.close();
    }
  }

  @Test
  void aSourceThatPausesIsNoStall() throws Exception {
    var second = Duration.ofSeconds(1);
    var patient = Duration.ofSeconds(10);
    var limits = new ClientConfig(patient, patient, patient, second, patient);
    try (var server = ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, FINE, QUIT)) {
      var store = open(server, limits, Transcript.NONE).store();
      try (var upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        upload.transferFrom(hello(), ProgressListener.NONE);
        Dialogues.outlast(second);
        upload.transferFrom(hello(), ProgressListener.NONE);
        assertThat(upload.commit(() -> true)).isTrue();
      }

      store.close();
      server.awaitEnd();
      assertThat(server.uploaded()).isEqualTo("hellohello");
    }
  }

  @Test
  void learnsOfARefusalBeforeAnyByte() throws Exception {
    refused(Refusal.DENIED, OURS, EPSV, "C: STOR /f\nS: 550 Permission denied.\n", QUIT);
    refused(Refusal.BUSY, OURS, EPSV, "C: STOR /f\nS: 450 Another transfer writes.\n", QUIT);
    refused(Refusal.OVER_QUOTA, OURS, EPSV, "C: STOR /f\nS: 552 Too much.\n", QUIT);
  }

  @Test
  void looksForTheReasonOfARefusalWithoutWords() throws Exception {
    String no = "C: STOR /f\nS: 553 Could not create file.\n";
    String aDirectory = "C: MLST /f\nS: 250-\nS:  type=dir; /f\nS: 250 End\n";
    String noParent = "C: MLST /\nS: 550 no\n";
    String aParent = "C: MLST /\nS: 250-\nS:  type=dir; /\nS: 250 End\n";

    refused(Refusal.NOT_A_FILE, OURS, EPSV, no, aDirectory, QUIT);
    refused(Refusal.NOT_FOUND, OURS, EPSV, no, NOTHING_THERE, noParent, QUIT);
    refused(Refusal.DENIED, OURS, EPSV, no, NOTHING_THERE, aParent, QUIT);
  }

  @Test
  void tellsTheServersReasonWhenItStopsInTheMiddle() throws Exception {
    String full = "D: take 1\nS: 452 Disk full, sorry.\nD: reset\n";
    try (var server = ScriptedServer.playing(OURS, EPSV, STOR, full, QUIT)) {
      var store = open(server).store();
      try (var upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        assertThatThrownBy(() -> upload.transferFrom(zeros(), ProgressListener.NONE))
            .isInstanceOfSatisfying(
                Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_SPACE))
            .hasMessage("Disk full, sorry.");
      }

      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void aRefusalAfterTheLastByteFailsTheCommit() throws Exception {
    try (var server =
        ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, "S: 552 Too much.\n", QUIT)) {
      assertThatThrownBy(() -> put(server, WriteMode.REPLACE, true))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OVER_QUOTA));
    }
  }

  @Test
  void appendsAndResumes() throws Exception {
    try (var server =
        ScriptedServer.playing(OURS, EPSV, "C: APPE /f\nS: 150 send\n", RECEIVE, FINE, QUIT)) {
      assertThat(put(server, WriteMode.APPEND, true)).isTrue();
    }
    try (var server =
        ScriptedServer.playing(
            OURS, EPSV, "C: REST 7\nS: 350 from 7\n", STOR, RECEIVE, FINE, QUIT)) {
      assertThat(put(server, new WriteMode.ResumeAt(7), true)).isTrue();
    }
  }

  @Test
  void letsADownloadSendItselfOnAVirtualThread() throws Exception {
    try (var server = ScriptedServer.playing(OURS, EPSV, STOR, RECEIVE, FINE, QUIT);
        var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      var store = open(server).store();
      try (var source = new SelfSending();
          Upload upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        virtual.submit(() -> upload.transferFrom(source, ProgressListener.NONE)).get();
        upload.commit(() -> true);
      }

      store.close();
      server.awaitEnd();
      assertThat(server.uploaded()).isEqualTo("hello");
    }
  }

  @Test
  void anotherServerGetsAPartThatIsRenamed() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS,
            NOTHING_THERE,
            EPSV,
            STOR_PART + RECEIVE + FINE,
            RENAME + "S: 250 renamed\n",
            QUIT)) {
      assertThat(put(server, WriteMode.REPLACE, true)).isTrue();
    }
  }

  @Test
  void anotherServerKeepsThePartThatIsNotWanted() throws Exception {
    try (var server =
        ScriptedServer.playing(FACTS, NOTHING_THERE, EPSV, STOR_PART + RECEIVE + FINE, QUIT)) {
      assertThat(put(server, WriteMode.REPLACE, false)).isFalse();
    }
  }

  @Test
  void anotherServerThatCannotRenameOverAFileKeepsOneThatCameMeanwhile() throws Exception {
    String exists = "S: 550 Cannot create a file when that file already exists.\n";
    try (var server =
        ScriptedServer.playing(
            FACTS, NOTHING_THERE, EPSV, STOR_PART + RECEIVE + FINE, RENAME + exists, QUIT)) {
      assertThatThrownBy(() -> put(server, WriteMode.REPLACE, true))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.ALREADY_EXISTS))
          .hasMessageContaining("'/f.part', which holds all bytes");
    }
  }

  @Test
  void anotherServerIsNotAskedToResumeBeyondTheEnd() throws Exception {
    try (var server =
        ScriptedServer.playing(FACTS, NOTHING_THERE, "C: MLST /f.part\nS: 550 no\n", QUIT)) {
      assertThatThrownBy(() -> put(server, new WriteMode.ResumeAt(1), true))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OFFSET_BEYOND_END));
    }
  }

  private static void refused(Refusal refusal, String... script) throws Exception {
    try (var server = ScriptedServer.playing(script)) {
      assertThatThrownBy(() -> put(server, WriteMode.REPLACE, true))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
  }

  private static boolean put(ScriptedServer server, WriteMode mode, boolean wanted)
      throws Exception {
    FileStore store = open(server).store();
    try (Upload upload = store.upload(path("/f"), mode)) {
      assertThat(upload.transferFrom(hello(), ProgressListener.NONE)).isEqualTo(5);
      return upload.commit(() -> wanted);
    } finally {
      store.close();
      server.awaitEnd();
    }
  }

  private static ReadableByteChannel hello() {
    return Channels.newChannel(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
  }

  /// More bytes than any socket takes.
  private static ReadableByteChannel zeros() {
    return Channels.newChannel(
        new InputStream() {
          private int left = 256 * 1024 * 1024;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            left -= length;
            return left > 0 ? length : -1;
          }
        });
  }

  /// Cannot be read; sends itself into a socket and nothing else.
  private static final class SelfSending implements Download {
    @Override
    public FileEntry entry() {
      return FileEntry.file(new FileName("f"), 5, Instant.EPOCH);
    }

    @Override
    public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
      assertThat(sink).isInstanceOf(SocketChannel.class);
      return sink.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public int read(ByteBuffer target) {
      throw new AssertionError("It was copied.");
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
