package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Retries;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.Report;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.application.store.FaultyFileStore;
import dev.simpleftp.application.store.StoreFaults;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Two trees in memory, `/from` and `/to` (with something beside it), and a mirror between them.
class MirrorBench {
  private static final Retries QUICK = new Retries(2, Duration.ZERO, Duration.ZERO);
  static final CopyFile.Options FILES = CopyFile.Options.USUAL.withRetries(QUICK);
  static final Options PLAIN = new Options(false, 1, false, false, FILES);
  static final Options FOUR = new Options(false, 4, false, false, FILES);
  static final Options DELETING = new Options(false, 1, true, false, FILES);
  static final Options REHEARSAL = new Options(true, 4, true, false, FILES);

  final MemoryTree fromTree = new MemoryTree();
  final MemoryTree toTree = new MemoryTree();
  final Site from = new Site("mem:from", fromTree::newStore);
  final Site to = new Site("mem:to", toTree::newStore);
  final StoreCopy copy = new StoreCopy();
  final List<String> told = Collections.synchronizedList(new ArrayList<>());

  MirrorBench() throws IOException {
    from.directory("/from");
    to.directory("/to");
    to.file("/beside", "not to be touched");
  }

  Report mirror(Options options) throws IOException {
    return mirror(options, new Recorder());
  }

  Report mirror(Options options, TreeListener listener) throws IOException {
    var order = new CopyTree.Order(from.at("/from"), to.at("/to"), options);
    return new CopyTreeService(copy, InstantSource.system()).copy(order, listener);
  }

  /// Some directories and files, empty ones too.
  void plant() throws IOException {
    for (String directory : List.of("/a", "/a/b", "/a/b/empty", "/c", "/ odd; name")) {
      from.directory("/from" + directory);
    }
    for (String file : List.of("/1", "/a/2", "/a/3", "/a/b/4", "/c/5", "/ odd; name/6 é")) {
      from.file("/from" + file, "content of " + file);
    }
    from.file("/from/c/nothing", "");
  }

  /// What goes wrong in all sessions that are opened from now on.
  void trouble(StoreFaults.Trouble trouble) {
    StoreFaults faults = StoreFaults.of(trouble);
    from.around = store -> new FaultyFileStore(store, faults);
    to.around = store -> new FaultyFileStore(store, faults);
  }

  void assertEqual() throws IOException {
    assertThat(to.content("/to")).isEqualTo(from.content("/from"));
  }

  void assertNothingLeaks() {
    from.endpoint.drop();
    to.endpoint.drop();
    from.assertNoSessionsBut(0);
    to.assertNoSessionsBut(0);
    assertThat(laneThreads()).isEmpty();
  }

  /// Virtual threads are in no group: a lane that still copies shows in the copy itself.
  private Stream<Integer> laneThreads() {
    return Stream.of(copy.atOnce.get()).filter(n -> n > 0);
  }

  /// Writes down what it hears.
  class Recorder implements TreeListener {
    @Override
    public CopyListener begins(Step step, int lane) {
      told.add(words(step));
      return CopyListener.NONE;
    }

    @Override
    public void skipped(FilePath path, String why) {
      told.add("skip " + path + " " + why);
    }

    @Override
    public void closed(int lane, IOException cause) {
      told.add("closed: " + cause.getMessage());
    }
  }

  static String words(Step step) {
    return switch (step) {
      case Step.MakeDirectory(FilePath path) -> "make " + path;
      case Step.Copy(FilePath path, var _, String why) -> "copy " + path + " " + why;
      case Step.RemoveFile(FilePath path) -> "remove " + path;
      case Step.RemoveDirectory(FilePath path) -> "remove " + path + "/";
    };
  }
}
