package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.DataConnector;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.ListFormat;
import dev.simpleftp.socket.wire.NetAscii;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What needs a data connection: RETR, STOR, STOU, APPE, LIST, NLST, MLSD (RFC 959 §4.1.3, RFC 3659
/// §7).
///
/// Replies in the order of the checks: 504 for REST in TYPE A · 425 without PASV or EPSV · the
/// store's refusal · 150 · 226, or 425, 426, 451, 452, 552.
final class TransferCommands {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Conversation conversation;
  private final UseCases useCases;
  private final Transfers transfers;

  TransferCommands(Conversation conversation, UseCases useCases, Transfers transfers) {
    this.conversation = conversation;
    this.useCases = useCases;
    this.transfers = transfers;
  }

  Reply carryOut(Command.Transfer command) throws IOException {
    long offset = conversation.state().takeRestart();
    if (offset > 0 && conversation.state().type() == TransferType.ASCII) {
      // The offset counts octets of the stored file, the client has counted those of the wire.
      return Reply.of(504, "REST works in TYPE I only.");
    }
    Optional<DataConnector> connector = conversation.state().takeConnector();
    if (connector.isEmpty()) {
      return Reply.of(425, "Open a data port with EPSV or PASV, or name one, first.");
    }
    try (var used = connector.get()) {
      return transfers.run(used, job(command, offset));
    }
  }

  private Transfers.Job job(Command.Transfer command, long offset) throws IOException {
    Session session = conversation.session();
    TransferType type = conversation.state().type();
    return switch (command) {
      case Command.Retrieve(var path) -> retrieve(session.resolve(path), offset, type);
      case Command.Store(var path) -> store(session.resolve(path), mode(offset), type);
      case Command.Append(var path) -> store(session.resolve(path), WriteMode.APPEND, type);
      case Command.StoreUnique(var path) -> storeUnique(wanted(path), offset, type);
      case Command.List(var format, var path) -> list(path, format);
    };
  }

  private static WriteMode mode(long offset) {
    return offset == 0 ? WriteMode.REPLACE : new WriteMode.ResumeAt(offset);
  }

  private Transfers.Job retrieve(FilePath path, long offset, TransferType type) {
    return link -> {
      GetFile.Destination destination = download -> send(download, link, type);
      return done(useCases.get().get(conversation.session(), path, offset, destination));
    };
  }

  private static long send(Download download, Transfers.Link link, TransferType type)
      throws IOException {
    DataConnection data = link.open("Sending %d bytes.".formatted(download.entry().size()));
    return type == TransferType.ASCII
        ? download.transferTo(NetAscii.toWire(data.socket()), data)
        : download.transferTo(data.socket(), data);
  }

  private Transfers.Job store(FilePath path, WriteMode mode, TransferType type) {
    return link ->
        done(
            useCases
                .put()
                .put(
                    conversation.session(),
                    path,
                    mode,
                    new Sender(link, type, "Ready for the file.")));
  }

  /// RFC 1123 §4.1.2.9: the name stands in the text of 150, here in that of 226 as well.
  private Transfers.Job storeUnique(FilePath wanted, long offset, TransferType type)
      throws Refused {
    if (offset > 0) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    return link -> {
      Function<FilePath, PutFile.Origin> sender = path -> new Sender(link, type, "FILE: " + path);
      TransferReport report = useCases.put().putNew(conversation.session(), wanted, sender);
      return Reply.of(226, done(report).text() + " FILE: " + report.path());
    };
  }

  private FilePath wanted(String path) throws Refused {
    String name = path.isEmpty() ? "upload-" + Long.toHexString(RANDOM.nextLong()) : path;
    return conversation.session().resolve(name);
  }

  /// RFC 3659 knows no patterns, so MLSD takes none.
  private Transfers.Job list(String given, ListFormat format) throws Refused {
    Session session = conversation.session();
    FilePath path = session.resolve(given);
    return link -> {
      var writer = new ListingWriter(link, new ListingLines(conversation, format, given));
      long entries =
          format == ListFormat.FACTS
              ? useCases.list().list(session, path, writer)
              : useCases.list().match(session, path, writer);
      writer.flush();
      return Reply.of(226, "Listed " + entries + (entries == 1 ? " entry." : " entries."));
    };
  }

  private static Reply done(TransferReport report) {
    double seconds = report.elapsed().toNanos() / 1e9;
    return Reply.of(
        226,
        String.format(
            Locale.ROOT, "Transfer complete: %d bytes in %.3f s.", report.bytes(), seconds));
  }

  /// The client at the other end of a STOR.
  private record Sender(Transfers.Link link, TransferType type, String text)
      implements PutFile.Origin {
    @Override
    public long send(Upload upload) throws IOException {
      DataConnection data = link.open(text);
      return type == TransferType.ASCII
          ? upload.transferFrom(NetAscii.fromWire(data.socket()), data)
          : upload.transferFrom(data.socket(), data);
    }

    @Override
    public boolean complete() {
      return link.stillWanted();
    }
  }
}
