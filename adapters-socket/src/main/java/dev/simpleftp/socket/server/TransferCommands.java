package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.channel.DataConnector;
import dev.simpleftp.socket.channel.DataStream;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.InflationLimit;
import dev.simpleftp.socket.wire.ListFormat;
import dev.simpleftp.socket.wire.NetAscii;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.TransferMode;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What needs a data connection: RETR, STOR, STOU, APPE, LIST, NLST, MLSD (RFC 959 §4.1.3, RFC 3659
/// §7).
///
/// Replies in the order of the checks: 504 for REST or RANG in TYPE A and for RANG before an upload
/// · 521 in clear where TLS is required · 425 without PASV or EPSV · the store's refusal · 150 ·
/// 226, or 425, 426, 451, 452, 552.
final class TransferCommands {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Conversation conversation;
  private final UseCases useCases;
  private final FtpServerConfig config;
  private final Transfers transfers;

  TransferCommands(
      Conversation conversation, UseCases useCases, FtpServerConfig config, Transfers transfers) {
    this.conversation = conversation;
    this.useCases = useCases;
    this.config = config;
    this.transfers = transfers;
  }

  Reply carryOut(Command.Transfer command) throws IOException {
    OctetRange taken = conversation.state().takeTransferRange();
    OctetRange range = command instanceof Command.List ? OctetRange.WHOLE : taken;
    boolean whole = range.equals(OctetRange.WHOLE);
    if (!whole && conversation.state().type() == TransferType.ASCII) {
      // The range counts octets of the stored file, the client has counted those of the wire.
      return Reply.of(504, "REST and RANG work in TYPE I only.");
    }
    if (!range.isOpen() && stores(command)) {
      return Reply.of(504, "RANG does not work with uploads; use REST.");
    }
    if (config.requiresTls() && conversation.protection().ofData().isEmpty()) {
      return Reply.of(521, "Data connections must be protected; say PBSZ 0 and PROT P first.");
    }
    Optional<DataConnector> connector = conversation.state().takeConnector();
    if (connector.isEmpty()) {
      return Reply.of(425, "Open a data port with EPSV or PASV, or name one, first.");
    }
    try (var door = open(connector.get(), command)) {
      return transfers.run(door, coded(job(command, range)));
    }
  }

  private DataDoor open(DataConnector connector, Command.Transfer command) {
    return new DataDoor(connector, conversation.protection().ofData(), stores(command));
  }

  private static boolean stores(Command.Transfer command) {
    return switch (command) {
      case Command.Store _, Command.StoreUnique _, Command.Append _ -> true;
      case Command.Retrieve _, Command.List _ -> false;
    };
  }

  private Transfers.Job job(Command.Transfer command, OctetRange range) throws IOException {
    Session session = conversation.session();
    TransferType type = conversation.state().type();
    return switch (command) {
      case Command.Retrieve(var path) -> retrieve(session.resolve(path), range, type);
      case Command.Store(var path) -> store(session.resolve(path), mode(range.start()), type);
      case Command.Append(var path) -> store(session.resolve(path), WriteMode.APPEND, type);
      case Command.StoreUnique(var path) -> storeUnique(wanted(path), range.start(), type);
      case Command.List(var format, var path) -> list(path, format);
    };
  }

  private static WriteMode mode(long offset) {
    return offset == 0 ? WriteMode.REPLACE : new WriteMode.ResumeAt(offset);
  }

  private Transfers.Job retrieve(FilePath path, OctetRange range, TransferType type) {
    return link -> {
      GetFile.Destination destination =
          download -> {
            long size = range.within(download.entry().size()).length();
            return send(download, link.open("Sending %d bytes.".formatted(size)), type);
          };
      return done(useCases.get().get(conversation.session(), path, range, destination));
    };
  }

  private static long send(Download download, DataStream data, TransferType type)
      throws IOException {
    return type == TransferType.ASCII
        ? download.transferTo(NetAscii.toWire(data.sink()), data)
        : download.transferTo(data.sink(), data);
  }

  private Transfers.Job store(FilePath path, WriteMode mode, TransferType type) {
    OptionalLong promised = promised(mode, type);
    boolean swells = conversation.state().mode() == TransferMode.DEFLATE;
    return link -> {
      OptionalLong room = swells ? room(path) : OptionalLong.empty();
      var intake = new Intake(link, "Ready for the file.", type, promised, room);
      return done(useCases.put().put(conversation.session(), path, mode, intake));
    };
  }

  /// ALLO counts the octets of a whole file, or of what is put behind one: where REST leaves some
  /// out, or TYPE A changes them on the way, the number says nothing.
  private OptionalLong promised(WriteMode mode, TransferType type) {
    OptionalLong allocated = conversation.state().takeAllocated();
    boolean exact = type == TransferType.IMAGE && !(mode instanceof WriteMode.ResumeAt);
    return exact ? allocated : OptionalLong.empty();
  }

  private OptionalLong room(FilePath path) throws IOException {
    return UploadRoom.in(path.parent(), useCases.describe(), conversation.session());
  }

  /// The job with its data connection as MODE wants it.
  private Transfers.Job coded(Transfers.Job job) {
    ProtocolState state = conversation.state();
    if (state.mode() == TransferMode.STREAM) {
      return job;
    }
    InflationLimit limit = config.offer().compression().orElseThrow();
    return link -> {
      try (var deflated = new DeflatedLink(link, state.compressionLevel(), limit)) {
        Reply reply = job.run(deflated);
        deflated.finish();
        return reply;
      }
    };
  }

  /// RFC 1123 §4.1.2.9: the name stands in the text of 150, here in that of 226 as well.
  private Transfers.Job storeUnique(FilePath wanted, long offset, TransferType type)
      throws Refused {
    if (offset > 0) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    OptionalLong promised = promised(WriteMode.REPLACE, type);
    boolean swells = conversation.state().mode() == TransferMode.DEFLATE;
    return link -> {
      OptionalLong room = swells ? room(wanted) : OptionalLong.empty();
      Function<FilePath, PutFile.Origin> sender =
          path -> new Intake(link, "FILE: " + path, type, promised, room);
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
}
