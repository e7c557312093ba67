package dev.simpleftp.filesystem.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Short words for using a store on a disk.
public final class TreeFixture {
  private TreeFixture() {}

  public static FilePath path(String text) throws IOException {
    return FilePath.of(text);
  }

  public static ReadableByteChannel source(String text) {
    return Channels.newChannel(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static boolean put(FileStore store, String path, String content) throws IOException {
    try (Upload upload = store.upload(path(path), WriteMode.REPLACE)) {
      upload.transferFrom(source(content), ProgressListener.NONE);
      return upload.commit(() -> true);
    }
  }

  public static String get(FileStore store, String path) throws IOException {
    var sink = new ByteArrayOutputStream();
    try (Download download = store.download(path(path), 0)) {
      download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
    }
    return sink.toString(StandardCharsets.UTF_8);
  }

  public static List<String> names(FileStore store, String directory) throws IOException {
    List<String> result = new ArrayList<>();
    try (Listing listing = store.list(path(directory))) {
      listing.forEach(entry -> result.add(entry.name().text()));
    }
    return result;
  }

  public static void assertRefused(Refusal reason, ThrowingCallable call) {
    Refused refused = catchThrowableOfType(Refused.class, call);
    assertThat(refused).as("a refusal for %s", reason).isNotNull();
    assertThat(refused.refusal()).isEqualTo(reason);
  }

  /// Everything below a directory, as the disk has it.
  public static List<String> everythingIn(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(file -> !file.equals(root))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /// Runs a program of the system.
  ///
  /// @return whether it succeeded
  public static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor() == 0;
  }
}
