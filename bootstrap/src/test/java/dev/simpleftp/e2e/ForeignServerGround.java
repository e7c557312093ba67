package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Our client at a server of others, with what its tests need.
@ExtendWith({DeclaredLimits.class, ShowsWhatWasSaid.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignServerGround implements DeclaredLimits.Declaring, ShowsWhatWasSaid.Hearing {
  final ForeignServer kind;
  private final Limits limits;
  ServerBench bench;
  FileStore store;

  /// @param limits which tests this server cannot pass, and why
  @SuppressWarnings("NullAway.Init") // the server starts before all tests
  ForeignServerGround(ForeignServer kind, Limits limits) {
    this.kind = kind;
    this.limits = limits;
  }

  @BeforeAll
  void start() throws Exception {
    bench = ServerBench.start(kind);
  }

  @AfterAll
  @SuppressWarnings("NullAway") // a server that is not installed was not started
  void stop() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  @BeforeEach
  void connect() throws IOException {
    store = bench.open();
  }

  @AfterEach
  void leave() throws IOException {
    store.close();
    bench.tidy();
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public ServerBench bench() {
    return bench;
  }

  String features() throws IOException {
    try (var raw =
        new RawFtp(bench.server().port(), bench.server().user(), ServerLaunch.PASSWORD)) {
      return String.join("\n", raw.lines("FEAT"));
    }
  }

  Path onDisk(String name) {
    return bench.root().resolve(name);
  }

  static FilePath path(String text) throws IOException {
    return FilePath.of(text);
  }

  void put(String path, byte[] content) throws IOException {
    put(path, content, WriteMode.REPLACE);
  }

  void put(String path, byte[] content, WriteMode mode) throws IOException {
    try (Upload upload = store.upload(path(path), mode)) {
      upload.transferFrom(source(content), ProgressListener.NONE);
      assertThat(upload.commit(() -> true)).isTrue();
    }
  }

  static ReadableByteChannel source(byte[] content) {
    return Channels.newChannel(new ByteArrayInputStream(content));
  }

  byte[] get(String path, long offset) throws IOException {
    var sink = new ByteArrayOutputStream();
    try (Download download = store.download(path(path), offset)) {
      download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
    }
    return sink.toByteArray();
  }

  List<FileEntry> entries(String directory) throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    try (Listing listing = store.list(path(directory))) {
      listing.forEach(entries::add);
    }
    return entries;
  }

  List<String> names(String directory) throws IOException {
    return entries(directory).stream().map(entry -> entry.name().text()).toList();
  }

  static void assertRefused(Refusal reason, ThrowingCallable call) {
    Refused refused = catchThrowableOfType(Refused.class, call);
    assertThat(refused).as("a refusal for %s", reason).isNotNull();
    assertThat(refused.refusal()).isEqualTo(reason);
  }
}
