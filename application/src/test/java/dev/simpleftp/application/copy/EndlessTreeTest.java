package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A source or target without an end comes to one.
class EndlessTreeTest {
  private static final TreeLimits SMALL = new TreeLimits(10, 100, 1000);
  private static final Options OPTIONS = new Options(false, 1, true, false, CopyFile.Options.USUAL);

  private final EndlessFileStore empty = new EndlessFileStore(0);

  private static Endpoint endpoint(String address, EndlessFileStore store) {
    return new Endpoint(
        address,
        new Endpoint.Opener() {
          @Override
          public Session open() {
            var identity = new Identity(1, "me", new Peer("127.0.0.1", 21));
            return new Session(identity, store, FilePath.ROOT);
          }

          @Override
          public void close(Session session) {}
        });
  }

  private static CopyTree.Report mirror(EndlessFileStore from, EndlessFileStore to)
      throws IOException {
    CopyFile noFiles =
        (order, _) -> {
          throw new IllegalStateException(order.toString());
        };
    var order =
        new CopyTree.Order(
            new CopyFile.Place(endpoint("from", from), FilePath.ROOT),
            new CopyFile.Place(endpoint("to", to), FilePath.ROOT),
            OPTIONS);
    return new CopyTreeService(noFiles, InstantSource.system(), SMALL)
        .copy(order, TreeListener.NONE);
  }

  @Test
  void aTreeWithoutABottomIsLeftOutBelowTheLimit() throws IOException {
    CopyTree.Report report = mirror(new EndlessFileStore(1), empty);

    assertThat(empty.made).isEqualTo(10);
    assertThat(report.troubles().getFirst().path().names()).hasSize(11);
    assertThat(report.troubles().getFirst().cause())
        .hasMessageStartingWith("More than 10 directories lie in one another");
  }

  @Test
  void aTreeThatBranchesForEverEndsTheMirror() {
    CopyTree.Failed failed =
        catchThrowableOfType(CopyTree.Failed.class, () -> mirror(new EndlessFileStore(3), empty));

    assertThat(failed.reason()).hasMessageContaining("directories; mirror its parts one by one");
    assertThat(empty.made).isLessThanOrEqualTo(1000);
  }

  @Test
  void aDirectoryWithoutAnEndEndsTheMirror() {
    CopyTree.Failed failed =
        catchThrowableOfType(
            CopyTree.Failed.class, () -> mirror(new EndlessFileStore(Long.MAX_VALUE), empty));

    assertThat(failed.reason()).hasMessageContaining("more than 100 entries");
  }

  @Test
  void aTargetWithoutABottomIsNotRemovedForEver() throws IOException {
    var target = new EndlessFileStore(1);

    CopyTree.Report report = mirror(empty, target);

    assertThat(report.removed()).isZero();
    assertThat(target.listed).isLessThan(20);
    assertThat(report.troubles()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 90})
  void aTargetThatBranchesForEverIsGivenUp(long width) throws IOException {
    var target = new EndlessFileStore(width);

    CopyTree.Report report = mirror(empty, target);

    assertThat(report.isComplete()).isFalse();
    assertThat(target.listed).isLessThan(1100);
  }
}
