package dev.simpleftp.e2e;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The contract of stores over our client and a server: what our own server keeps to the letter,
/// each of the others keeps but for what is declared.
@ExtendWith({DeclaredLimits.class, ShowsWhatWasSaid.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignStoreContract extends FileStoreContract
    implements DeclaredLimits.Declaring, ShowsWhatWasSaid.Hearing {
  private final ForeignServer kind;
  private final Limits limits;
  private ServerBench bench;

  /// @param limits which tests this server cannot pass, and why
  @SuppressWarnings("NullAway.Init") // the server starts before all tests
  ForeignStoreContract(ForeignServer kind, Limits limits) {
    super(deviations(kind));
    this.kind = kind;
    this.limits = limits;
  }

  /// Only our own server says that it keeps the old file whole by itself.
  private static Set<Deviation> deviations(ForeignServer kind) {
    Set<Deviation> all = EnumSet.of(Deviation.WHOLE_SECONDS, Deviation.NO_EXCLUSIVE_CREATE);
    if (kind != ForeignServer.OURS) {
      all.addAll(EnumSet.of(Deviation.KEEPS_UNFINISHED, Deviation.APPENDS_IN_PLACE));
    }
    return all;
  }

  @BeforeAll
  void start() throws Exception {
    bench = ServerBench.start(kind);
  }

  @AfterAll
  @SuppressWarnings("NullAway") // a server that is not installed was not started
  void stop() throws IOException {
    if (bench != null) {
      bench.close();
    }
  }

  @Override
  protected FileStore newStore() throws IOException {
    return bench.open();
  }

  @Override
  protected void closeTree() throws IOException {
    bench.tidy();
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public ServerBench bench() {
    return bench;
  }
}
