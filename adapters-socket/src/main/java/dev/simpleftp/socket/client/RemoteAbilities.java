package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.wire.Decimal;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a server can do beyond moving files, as far as its reply to FEAT tells.
///
/// SITE has no line there on most servers, so permissions are always tried; a server that knows no
/// SITE CHMOD refuses them as UNSUPPORTED.
final class RemoteAbilities {
  private final FtpConnection connection;
  private final Lookup lookup;
  private final RemoteChecksums checksums;
  private final RemoteFacts facts;
  private final RemoteTimes times;

  RemoteAbilities(FtpConnection connection, Lookup lookup) {
    this.connection = connection;
    this.lookup = lookup;
    this.checksums = new RemoteChecksums(connection, lookup);
    this.times = new RemoteTimes(connection, lookup);
    this.facts = new RemoteFacts(connection, checksums.algorithms());
  }

  <T extends Capability> Optional<T> find(Class<T> type) {
    RemoteFeatures features = connection.features();
    List<Capability> abilities = new ArrayList<>();
    abilities.add((Capability.Permissions) this::change);
    abilities.add((Capability.RawCommands) new RawLine(connection)::send);
    if (type == Capability.Timestamps.class && times.areSet()) {
      abilities.add(times);
    }
    if (features.room()) {
      abilities.add((Capability.Space) this::available);
    }
    if (!checksums.algorithms().isEmpty()) {
      abilities.add(checksums);
    }
    if (!features.atomicUploads()) {
      abilities.add((Capability.Unfinished) PartFile::placeOf);
    }
    abilities.add(facts);
    return Capability.find(type, abilities.toArray(Capability[]::new));
  }

  private void change(FilePath path, int mode) throws IOException {
    connection.command("SITE", "CHMOD %03o %s".formatted(mode, path), () -> whyNot(path));
  }

  private long available(FilePath directory) throws IOException {
    Reply reply = connection.ask("AVBL", directory.toString());
    FtpConnection.require(
        reply, () -> lookup.whyNot(directory, Refusal.NOT_A_DIRECTORY, Refusal.DENIED));
    return Decimal.read(reply.text().strip())
        .orElseThrow(() -> new StoreFailure("The server answered AVBL without a number."));
  }

  private Refusal whyNot(FilePath path) throws IOException {
    return lookup.whyNot(path, Refusal.DENIED, Refusal.DENIED);
  }
}
