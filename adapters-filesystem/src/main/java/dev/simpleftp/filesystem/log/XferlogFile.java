package dev.simpleftp.filesystem.log;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// Appends a line for each finished transfer to a file.
///
/// The file is opened anew for every line: whoever moves it away (log rotation) gets a new one
/// without telling anybody. A file that cannot be written is told of once, and the server goes on.
public final class XferlogFile implements SessionEvents {
  private final Path file;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ToLongFunction<Peer> numbers;
  private final Consumer<String> trouble;
  private boolean failing;

  private XferlogFile(
      Path file,
      InstantSource clock,
      ZoneId zone,
      ToLongFunction<Peer> numbers,
      Consumer<String> trouble) {
    this.file = file;
    this.clock = clock;
    this.zone = zone;
    this.numbers = numbers;
    this.trouble = trouble;
  }

  /// Opens the log and makes sure that it can be written.
  ///
  /// @param numbers the number of the session of a client
  /// @param trouble hears one sentence when the file can no longer be written
  /// @throws IOException when the file cannot be written now; the message says so
  public static XferlogFile open(Path file, ToLongFunction<Peer> numbers, Consumer<String> trouble)
      throws IOException {
    var log =
        new XferlogFile(file, InstantSource.system(), ZoneId.systemDefault(), numbers, trouble);
    try {
      log.append(new byte[0]);
    } catch (IOException e) {
      throw new IOException(
          "The transfer log %s cannot be written; check that its directory exists and its permissions."
              .formatted(file),
          e);
    }
    return log;
  }

  @Override
  public void transferEnded(Identity session, TransferReport report) {
    var line =
        new XferlogLine(
            clock.instant().atZone(zone), numbers.applyAsLong(session.peer()), session, report);
    write(line.bytes());
  }

  private synchronized void write(byte[] line) {
    try {
      append(line);
      failing = false;
    } catch (IOException _) {
      if (!failing) {
        trouble.accept(
            "The transfer log %s cannot be written; transfers go on without it.".formatted(file));
      }
      failing = true;
    }
  }

  private void append(byte[] line) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer left = ByteBuffer.wrap(line);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }
}
