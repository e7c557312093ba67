package dev.simpleftp.filesystem.account;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.store.FilteredFileStore;
import dev.simpleftp.application.store.PartakingFileStore;
import dev.simpleftp.application.store.QuotaFileStore;
import dev.simpleftp.application.store.Rate;
import dev.simpleftp.application.store.Shares;
import dev.simpleftp.application.store.ThrottledFileStore;
import dev.simpleftp.application.store.Usage;
import dev.simpleftp.domain.FilePath;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Puts the rules for names, room and speed around the store of a home.
///
/// A rule that asks for nothing adds no store: without rates a download keeps its fastest way.
final class Homes {
  private final HomeRules rules;
  private final Shares<FilePath, Usage> usages = new Shares<>();

  /// By the whole account: once its rates were changed, new sessions do not wait until the old ones
  /// are gone.
  private final Shares<Resident, Speed> speeds = new Shares<>();

  Homes(HomeRules rules) {
    this.rules = rules;
  }

  /// The home under all rules.
  ///
  /// @param store whose root is the home; closed when this fails
  FileStore rule(FileStore store, Resident resident) throws IOException {
    List<Closeable> parts = new ArrayList<>();
    try {
      FileStore result = limited(throttled(store, resident, parts), resident, parts);
      result = rules.names().isEmpty() ? result : new FilteredFileStore(result, rules.names());
      return parts.isEmpty() ? result : new PartakingFileStore(result, parts);
    } catch (IOException e) {
      new PartakingFileStore(store, parts).close();
      throw e;
    }
  }

  private FileStore throttled(FileStore store, Resident resident, List<Closeable> parts) {
    Allowance own = resident.allowance();
    var part = speeds.join(resident, () -> new Speed(rate(own.down()), rate(own.up())));
    List<Rate> down = both(rate(rules.perSession().down()), part.value().down());
    List<Rate> up = both(rate(rules.perSession().up()), part.value().up());
    if (down.isEmpty() && up.isEmpty()) {
      part.close();
      return store;
    }
    parts.add(part);
    return new ThrottledFileStore(store, down, up);
  }

  private FileStore limited(FileStore store, Resident resident, List<Closeable> parts)
      throws IOException {
    OptionalLong quota = rules.quota(resident.allowance());
    if (quota.isEmpty()) {
      return store;
    }
    var part = usages.join(resident.home(), Usage::new);
    parts.add(part);
    part.value().count(store);
    return new QuotaFileStore(store, part.value(), quota.getAsLong());
  }

  private static List<Rate> rate(OptionalLong octetsPerSecond) {
    return octetsPerSecond.stream().mapToObj(Rate::new).toList();
  }

  private static List<Rate> both(List<Rate> first, List<Rate> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /// Who lives in a home.
  ///
  /// @param user the name that its sessions share their limits by
  record Resident(String user, FilePath home, Allowance allowance) {}

  /// What the sessions of one account share; an empty list is no limit.
  private record Speed(List<Rate> down, List<Rate> up) {}
}
