package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What all parts of the contract share: sessions on one fresh tree, and short words for using
/// them.
///
/// A session carries one transfer at a time, so whoever looks at the tree while a transfer is open
/// does so through a session of its own.
public abstract class StoreFixture {
  private final Set<Deviation> deviations;
  private final List<FileStore> sessions = new ArrayList<>();

  /// The session most checks use.
  protected FileStore store;

  /// Looks at the tree while `store` has a transfer open.
  protected FileStore other;

  @SuppressWarnings("NullAway.Init") // the sessions open before each test
  protected StoreFixture(Set<Deviation> deviations) {
    this.deviations = Set.copyOf(deviations);
  }

  /// Makes an empty tree; called once before each test.
  protected void openTree() throws Exception {}

  /// Takes the tree down when all its sessions are closed.
  protected void closeTree() throws Exception {}

  /// Opens another session on the tree of this test.
  protected abstract FileStore newStore() throws IOException;

  @BeforeEach
  final void openSessions() throws Exception {
    openTree();
    store = session();
    other = session();
  }

  @AfterEach
  final void closeSessions() throws Exception {
    for (FileStore each : sessions) {
      each.close();
    }
    closeTree();
  }

  protected final FileStore session() throws IOException {
    FileStore session = newStore();
    sessions.add(session);
    return session;
  }

  protected final boolean deviates(Deviation deviation) {
    return deviations.contains(deviation);
  }

  protected static FilePath path(String text) throws IOException {
    return FilePath.of(text);
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  protected static ReadableByteChannel source(String text) {
    return Channels.newChannel(new ByteArrayInputStream(bytes(text)));
  }

  protected static byte[] randomBytes(int size) {
    byte[] result = new byte[size];
    new Random(size).nextBytes(result);
    return result;
  }

  protected final void put(String path, String content) throws IOException {
    put(path, bytes(content), WriteMode.REPLACE);
  }

  protected final void put(String path, byte[] content, WriteMode mode) throws IOException {
    try (Upload upload = store.upload(path(path), mode)) {
      var source = Channels.newChannel(new ByteArrayInputStream(content));
      assertThat(upload.transferFrom(source, ProgressListener.NONE)).isEqualTo(content.length);
      assertThat(upload.commit(() -> true)).isTrue();
    }
  }

  protected final String get(String path) throws IOException {
    return new String(getBytes(path, 0), StandardCharsets.UTF_8);
  }

  protected final byte[] getBytes(String path, long offset) throws IOException {
    try (Download download = other.download(path(path), offset)) {
      return drain(download);
    }
  }

  protected static byte[] drain(Download download) throws IOException {
    var sink = new ByteArrayOutputStream();
    long moved = download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
    assertThat(moved).isEqualTo(sink.size());
    return sink.toByteArray();
  }

  protected final void makeDirectory(String path) throws IOException {
    store.makeDirectory(path(path));
  }

  protected final List<FileEntry> entries(String directory) throws IOException {
    List<FileEntry> result = new ArrayList<>();
    try (Listing listing = other.list(path(directory))) {
      assertThat(listing.forEach(result::add)).isEqualTo(result.size());
      assertThat(listing.unread()).isZero();
    }
    return result;
  }

  protected final List<String> names(String directory) throws IOException {
    return entries(directory).stream().map(FileEntry::name).map(FileName::text).toList();
  }

  protected final void assertMissing(String path) {
    assertRefused(Refusal.NOT_FOUND, () -> other.describe(path(path)));
  }

  /// The call is refused, and for this reason where the store can tell.
  protected final void assertRefused(Refusal reason, ThrowingCallable call) {
    if (deviates(Deviation.COARSE_REFUSALS)) {
      assertThatThrownBy(call).isInstanceOf(Refused.class);
    } else {
      Refused refused = catchThrowableOfType(Refused.class, call);
      assertThat(refused).as("a refusal for %s", reason).isNotNull();
      assertThat(refused.refusal()).isEqualTo(reason);
    }
  }
}
