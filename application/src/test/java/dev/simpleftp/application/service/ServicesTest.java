package dev.simpleftp.application.service;

import static dev.simpleftp.application.service.OneFileStore.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {
  private static final Peer PEER = new Peer("127.0.0.1", 4711);
  private static final FilePath MISSING = FilePath.ROOT.withName(OneFileStore.NAME.part());

  private static final WritableByteChannel NOWHERE =
      Channels.newChannel(OutputStream.nullOutputStream());

  private final OneFileStore store = new OneFileStore();
  private final RecordingEvents events = new RecordingEvents();
  private final Session session = new Session(new Identity(1, "alice", PEER), store, FilePath.ROOT);

  private TransferReport get(FilePath path, long offset) throws IOException {
    var sink = Channels.newChannel(OutputStream.nullOutputStream());
    return new GetFileService(events)
        .get(
            session,
            path,
            OctetRange.from(offset),
            file -> file.transferTo(sink, ProgressListener.NONE));
  }

  private TransferReport put(boolean complete) throws IOException {
    return new PutFileService(events).put(session, FILE, WriteMode.REPLACE, new Sender(complete));
  }

  @Test
  void getsAWholeFile() throws IOException {
    assertThat(get(FILE, 0).bytes()).isEqualTo(10);
    assertThat(get(FILE, 4).bytes()).isEqualTo(6);
    assertThat(events.told).startsWith("started GET", "complete 10");
    assertThat(store.calls).containsExactly("download closed", "download closed");
  }

  @Test
  void failsAGetOfAFileThatEndsEarly() {
    store.available = 9;

    assertThatThrownBy(() -> get(FILE, 0))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("The file ended 1 bytes early.");
    assertThat(events.told).containsExactly("started GET", "failed 9");
    assertThat(store.calls).containsExactly("download closed");
  }

  @Test
  void tellsHowFarAGetCameThatWasCut() {
    var lost = new IOException("lost");

    assertThatThrownBy(() ->
            new GetFileService(events)
                .get(
                    session,
                    FILE,
                    OctetRange.WHOLE,
                    file ->
                        file.transferTo(
                            NOWHERE,
                            octets -> {
                              throw new UncheckedIOException(lost);
                            })))
        .hasCause(lost);
    assertThat(events.told).containsExactly("started GET", "failed 10");
  }

  @Test
  void handsTheBareChannelsToTheStoreSoThatItsFastWaysStay() throws IOException {
    new GetFileService(events)
        .get(
            session,
            FILE,
            OctetRange.WHOLE,
            file -> file.transferTo(NOWHERE, ProgressListener.NONE));
    put(true);

    assertThat(store.otherEnds).containsExactly(NOWHERE, Sender.NOTHING);
  }

  @Test
  void startsNoTransferThatTheStoreRefuses() {
    assertThat(catchThrowableOfType(Refused.class, () -> get(MISSING, 0)).refusal())
        .isEqualTo(Refusal.NOT_FOUND);
    assertThat(events.told).isEmpty();
  }

  @Test
  void commitsAPutWhoseSenderFinished() throws IOException {
    TransferReport report = put(true);

    assertThat(report.bytes()).isEqualTo(10);
    assertThat(store.calls).containsExactly("committed", "upload closed");
    assertThat(events.told).containsExactly("started PUT", "complete 10");
  }

  @Test
  void givesUpAPutWhoseSenderVanished() {
    assertThatThrownBy(() -> put(false)).isInstanceOf(PutFile.Unfinished.class);
    assertThat(store.calls).containsExactly("given up", "upload closed");
    assertThat(events.told).containsExactly("started PUT", "failed 10");
  }

  @Test
  void listsADirectory() throws IOException {
    var reader = new Names();

    assertThat(new ListFilesService(events).list(session, FilePath.ROOT, reader)).isEqualTo(1);

    assertThat(reader.seen).containsExactly("DIRECTORY", "file", "2 unread");
    assertThat(events.told).containsExactly("listed / 1");
  }

  @Test
  void listsAFileAsAListOfOne() throws IOException {
    var reader = new Names();

    assertThat(new ListFilesService(events).list(session, FILE, reader)).isEqualTo(1);

    assertThat(reader.seen).containsExactly("ENTRY", "file");
  }

  @Test
  void callsNoReaderWhenTheStoreRefuses() {
    var reader = new Names();

    assertThatThrownBy(() -> new ListFilesService(events).list(session, MISSING, reader))
        .isInstanceOf(Refused.class);
    assertThat(reader.seen).isEmpty();
  }

  @Test
  void listsWhatFitsAPattern() throws IOException {
    var list = new ListFilesService(events);
    var reader = new Names();

    assertThat(list.match(session, FilePath.of("/f*"), reader)).isEqualTo(1);

    assertThat(reader.seen).containsExactly("MATCHES", "file", "2 unread");
  }

  @Test
  void refusesAPatternThatNothingFitsBeforeTheListingBegins() {
    var list = new ListFilesService(events);
    var reader = new Names();

    var refused =
        catchThrowableOfType(Refused.class, () -> list.match(session, FilePath.of("/x*"), reader));

    assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(reader.seen).isEmpty();
    assertThat(events.told).isEmpty();
  }

  @Test
  void putsANewFileUnderTheNextNameThatIsFree() throws IOException {
    List<FilePath> named = new ArrayList<>();
    var put = new PutFileService(events);

    var report =
        put.putNew(
            session,
            FILE,
            path -> {
              named.add(path);
              return new Sender(true);
            });

    assertThat(report.path()).isEqualTo(FilePath.of("/file.1"));
    assertThat(named).containsExactly(report.path());
    assertThat(store.calls).containsExactly("committed", "upload closed");
  }

  @Test
  void describesAFileOnlyIfItIsOne() throws IOException {
    var describe = new DescribeFileService();

    assertThat(describe.describeFile(session, FILE).size()).isEqualTo(10);
    assertThat(
            catchThrowableOfType(Refused.class, () -> describe.describeFile(session, FilePath.ROOT))
                .refusal())
        .isEqualTo(Refusal.NOT_A_FILE);
  }

  @Test
  void staysWhereItIsWhenADirectoryCannotBeEntered() {
    assertThatThrownBy(() -> new ChangeDirectoryService().change(session, FILE))
        .isInstanceOf(Refused.class);
    assertThat(session.workingDirectory()).isEqualTo(FilePath.ROOT);
  }

  @Test
  void tellsOnlyChangesThatHappened() throws IOException {
    var edit = new EditTreeService(events);

    edit.apply(session, new TreeEdit.MakeDirectory(MISSING));
    edit.apply(session, new TreeEdit.Rename(FILE, MISSING));
    assertThatThrownBy(() -> edit.apply(session, new TreeEdit.RemoveFile(MISSING)))
        .isInstanceOf(Refused.class);

    assertThat(store.calls).containsExactly("make /file.part", "rename /file /file.part");
    assertThat(events.told).containsExactly("changed MakeDirectory", "changed Rename");
  }

  @Test
  void numbersTheSessionsItOpens() throws IOException {
    FileStores stores = (_, _) -> new FileStores.Access(store, FilePath.ROOT);
    var open = new OpenSessionService(stores, events);

    open.open(Login.anonymous(), PEER);
    open.open(Login.anonymous(), PEER);

    assertThat(events.told).containsExactly("opened 1 anonymous", "opened 2 anonymous");
  }

  @Test
  void tellsARefusedLogin() {
    FileStores stores =
        (_, _) -> {
          throw new Refused(Refusal.LOGIN_DENIED);
        };
    var open = new OpenSessionService(stores, events);

    assertThatThrownBy(() -> open.open(Login.anonymous(), PEER)).isInstanceOf(Refused.class);
    assertThat(events.told).containsExactly("refused anonymous LOGIN_DENIED");
  }

  @Test
  void closesASessionOnce() throws IOException {
    var close = new CloseSessionService(events);

    close.close(session);
    close.close(session);

    assertThat(store.calls).containsExactly("close");
    assertThat(events.told).containsExactly("closed");
  }

  /// Sends nothing but says whether it finished.
  private record Sender(boolean complete) implements PutFile.Origin {
    private static final ReadableByteChannel NOTHING =
        Channels.newChannel(InputStream.nullInputStream());

    @Override
    public long send(Upload upload) throws IOException {
      return upload.transferFrom(NOTHING, ProgressListener.NONE);
    }
  }

  /// Writes down what it reads.
  private static final class Names implements ListFiles.Reader {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void begin(ListFiles.Subject subject) {
      seen.add(subject.toString());
    }

    @Override
    public void entry(FileEntry entry) {
      seen.add(entry.name().text());
    }

    @Override
    public void unread(long lines) {
      seen.add(lines + " unread");
    }
  }
}
