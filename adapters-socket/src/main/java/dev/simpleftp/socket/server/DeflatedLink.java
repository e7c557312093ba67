package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.DataStream;
import dev.simpleftp.socket.wire.DeflatingSink;
import dev.simpleftp.socket.wire.InflatingSource;
import dev.simpleftp.socket.wire.InflationLimit;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// A link whose data connection carries one zlib stream: MODE Z.
///
/// Made, used and closed by the thread of the transfer.
final class DeflatedLink implements Transfers.Link, Closeable {
  private final Transfers.Link link;
  private final int level;
  private final InflationLimit limit;
  private @Nullable DeflatingSink sink;
  private @Nullable InflatingSource source;

  /// @param level of what is sent
  /// @param limit of what is received
  DeflatedLink(Transfers.Link link, int level, InflationLimit limit) {
    this.link = link;
    this.level = level;
    this.limit = limit;
  }

  @Override
  public DataStream open(String text) throws IOException {
    return new Stream(link.open(text));
  }

  @Override
  public boolean moved(long octets) {
    return link.moved(octets);
  }

  @Override
  public boolean stillWanted() {
    return link.stillWanted();
  }

  /// Ends what was sent, if anything was.
  void finish() throws IOException {
    if (sink != null) {
      sink.finish();
    }
  }

  /// Frees memory outside the heap; the data connection has another owner.
  @Override
  public void close() {
    if (sink != null) {
      sink.close();
    }
    if (source != null) {
      source.close();
    }
  }

  private final class Stream implements DataStream {
    private final DataStream bare;

    Stream(DataStream bare) {
      this.bare = bare;
    }

    @Override
    public WritableByteChannel sink() {
      DeflatingSink made = sink == null ? new DeflatingSink(bare.sink(), level) : sink;
      sink = made;
      return made;
    }

    @Override
    public ReadableByteChannel source() {
      InflatingSource made = source == null ? new InflatingSource(bare.source(), limit) : source;
      source = made;
      return made;
    }

    @Override
    public void moved(long transferred) {
      bare.moved(transferred);
    }

    @Override
    public void waits() {
      bare.waits();
    }
  }
}
