package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.channel.DataStream;
import dev.simpleftp.socket.wire.BoundedSource;
import dev.simpleftp.socket.wire.DataRejected;
import dev.simpleftp.socket.wire.NetAscii;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.OptionalLong;

/// The client at the other end of an upload, held to what is known of its length.
///
/// @param text of the reply 150
/// @param promised the octets ALLO told of; fewer are 426, more are 552
/// @param room the octets there is room for, asked where a few on the wire may become many; more
///   are 452
record Intake(
    Transfers.Link link, String text, TransferType type, OptionalLong promised, OptionalLong room)
    implements PutFile.Origin {

  @Override
  public long send(Upload upload) throws IOException {
    DataStream data = link.open(text);
    var source = new CountedSource(bounded(data));
    long moved = upload.transferFrom(source, data);
    if (moved != source.given()) {
      throw new StoreFailure("The store did not keep all that it was given.");
    }
    if (promised.isPresent() && moved < promised.getAsLong()) {
      throw new DataRejected(426, "Transfer aborted: fewer octets came than ALLO told.");
    }
    return moved;
  }

  @Override
  public boolean complete() {
    return link.stillWanted();
  }

  private ReadableByteChannel bounded(DataStream data) {
    ReadableByteChannel source =
        type == TransferType.ASCII ? NetAscii.fromWire(data.source()) : data.source();
    if (promised.isPresent()) {
      String text = "Transfer aborted: more octets came than ALLO told.";
      source = new BoundedSource(source, promised.getAsLong(), 552, text);
    }
    if (room.isPresent()) {
      String text = "Transfer aborted: no space left.";
      source = new BoundedSource(source, room.getAsLong(), 452, text);
    }
    return source;
  }
}
