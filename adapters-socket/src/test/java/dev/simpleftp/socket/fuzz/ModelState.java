package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refused;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a server must remember of one connection between two commands.
@SuppressWarnings("NullAway.Init") // set by reset()
final class ModelState {
  final ModelTree tree;
  final String account;
  @Nullable String user;
  boolean loggedIn;
  boolean over;
  int failedLogins;
  int strangeLines;

  FilePath directory;
  boolean ascii;
  boolean usualDigest;
  boolean connector;
  boolean onlyExtendedPassive;
  OctetRange transferRange;
  OctetRange range;
  OptionalLong allocated;
  @Nullable FilePath renameFrom;

  /// @param account the one name that may log in
  ModelState(ModelTree tree, String account) {
    this.tree = tree;
    this.account = account;
    endSession();
  }

  /// All that a login begins with.
  void endSession() {
    loggedIn = false;
    directory = FilePath.ROOT;
    ascii = false;
    usualDigest = true;
    connector = false;
    onlyExtendedPassive = false;
    transferRange = OctetRange.WHOLE;
    range = OctetRange.WHOLE;
    allocated = OptionalLong.empty();
    renameFrom = null;
  }

  boolean takeConnector() {
    boolean taken = connector;
    connector = false;
    return taken;
  }

  OptionalLong takeAllocated() {
    OptionalLong taken = allocated;
    allocated = OptionalLong.empty();
    return taken;
  }

  OctetRange takeTransferRange() {
    OctetRange taken = transferRange;
    range(OctetRange.WHOLE);
    return taken;
  }

  OctetRange takeRange() {
    OctetRange taken = range;
    if (!taken.equals(OctetRange.WHOLE)) {
      range(OctetRange.WHOLE);
    }
    return taken;
  }

  void range(OctetRange octets) {
    range = octets;
    transferRange = octets;
  }

  /// What comes of a command about this path; 553 when it is none.
  Forecast at(String pathname, Function<FilePath, Forecast> forecast) {
    return resolve(pathname).map(forecast).orElseGet(() -> Forecast.of(553));
  }

  Optional<FilePath> resolve(String pathname) {
    try {
      return Optional.of(directory.resolve(pathname));
    } catch (Refused _) {
      return Optional.empty();
    }
  }
}
