package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import dev.simpleftp.application.store.FilteredFileStore;
import dev.simpleftp.application.store.NameRules;
import dev.simpleftp.application.store.QuotaFileStore;
import dev.simpleftp.application.store.Rate;
import dev.simpleftp.application.store.ThrottledFileStore;
import dev.simpleftp.application.store.Usage;
import dev.simpleftp.domain.Glob;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Whoever stays within the rules for room, speed and names notices none of them: the whole
/// contract holds.
class RulesOverMemoryTest extends FileStoreContract {
  private static final long HUGE = Long.MAX_VALUE / 2;

  private final MemoryTree tree = new MemoryTree();
  private final Usage usage = new Usage();
  private final List<Rate> fast = List.of(new Rate(1L << 40));
  private final NameRules names =
      new NameRules(List.of(new Glob("*.hidden")), List.of(new Glob("*.denied")));

  RulesOverMemoryTest() {
    super(Set.of(Deviation.NO_RAW_COMMANDS));
  }

  @Override
  protected FileStore newStore() throws IOException {
    FileStore store = tree.newStore();
    usage.count(store);
    var throttled = new ThrottledFileStore(store, fast, fast);
    return new FilteredFileStore(new QuotaFileStore(throttled, usage, HUGE), names);
  }
}
