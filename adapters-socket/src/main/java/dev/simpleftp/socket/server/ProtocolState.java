package dev.simpleftp.socket.server;

import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.socket.channel.DataConnector;
import dev.simpleftp.socket.wire.MlsxFacts.Fact;
import dev.simpleftp.socket.wire.TransferMode;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What FTP remembers between two commands of a connection, apart from the session itself.
///
/// The type begins as image, not ASCII as RFC 959 has it: a client that never says TYPE gets its
/// bytes unchanged.
final class ProtocolState {
  private static final int USUAL_LEVEL = 6;

  private TransferType type = TransferType.IMAGE;
  private OctetRange transferRange = OctetRange.WHOLE;
  private OctetRange range = OctetRange.WHOLE;
  private DigestAlgorithm digestAlgorithm = DigestAlgorithm.SHA_256;
  private TransferMode mode = TransferMode.STREAM;
  private int compressionLevel = USUAL_LEVEL;
  private OptionalLong allocated = OptionalLong.empty();
  private boolean onlyExtendedPassive;
  private Set<Fact> facts = EnumSet.allOf(Fact.class);
  private @Nullable FilePath renameFrom;
  private @Nullable DataConnector connector;

  TransferType type() {
    return type;
  }

  void type(TransferType newType) {
    type = newType;
  }

  TransferMode mode() {
    return mode;
  }

  void mode(TransferMode newMode) {
    mode = newMode;
  }

  int compressionLevel() {
    return compressionLevel;
  }

  void compressionLevel(int level) {
    compressionLevel = level;
  }

  /// ALLO: the next upload brings so many octets.
  void allocate(long octets) {
    allocated = OptionalLong.of(octets);
  }

  /// What ALLO told of this upload; the one after it is free again.
  OptionalLong takeAllocated() {
    OptionalLong taken = allocated;
    allocated = OptionalLong.empty();
    return taken;
  }

  /// REST: from here on, in the next transfer only. It undoes RANG.
  void restartAt(long offset) {
    transferRange = OctetRange.from(offset);
    range = OctetRange.WHOLE;
  }

  /// RANG: these octets, in the next transfer or digest. It undoes REST.
  void range(OctetRange octets) {
    transferRange = octets;
    range = octets;
  }

  /// What this transfer moves; the one after it moves all again.
  OctetRange takeTransferRange() {
    OctetRange taken = transferRange;
    range(OctetRange.WHOLE);
    return taken;
  }

  /// What this digest is of; the command after it means all again. REST is not for digests.
  OctetRange takeRange() {
    OctetRange taken = range;
    if (!taken.equals(OctetRange.WHOLE)) {
      range(OctetRange.WHOLE);
    }
    return taken;
  }

  /// What HASH computes, as OPTS HASH chose it.
  DigestAlgorithm digestAlgorithm() {
    return digestAlgorithm;
  }

  void digestAlgorithm(DigestAlgorithm chosen) {
    digestAlgorithm = chosen;
  }

  boolean onlyExtendedPassive() {
    return onlyExtendedPassive;
  }

  void allowOnlyExtendedPassive() {
    onlyExtendedPassive = true;
  }

  /// What MLSD and MLST tell, as OPTS MLST chose it.
  Set<Fact> facts() {
    return facts;
  }

  void facts(Set<Fact> chosen) {
    facts = chosen;
  }

  void renameFrom(FilePath path) {
    renameFrom = path;
  }

  /// What RNFR named, if it was the command before this one.
  Optional<FilePath> takeRenameFrom() {
    Optional<FilePath> path = Optional.ofNullable(renameFrom);
    renameFrom = null;
    return path;
  }

  /// Keeps what connects the next transfer.
  void connector(DataConnector next) {
    connector = next;
  }

  /// What connects this transfer; used once.
  Optional<DataConnector> takeConnector() {
    Optional<DataConnector> taken = Optional.ofNullable(connector);
    connector = null;
    return taken;
  }

  void closeConnector() throws IOException {
    if (connector != null) {
      connector.close();
      connector = null;
    }
  }
}
