package dev.simpleftp.application.copy;

import dev.simpleftp.application.copy.FileComparison.Difference;
import dev.simpleftp.application.copy.TreeTally.Count;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Goes through both trees together, one directory after the other, makes directories and hands the
/// files that differ to the lanes.
final class TreeWalk {
  private final TreeRun run;
  private final TreeSide source;
  private final TreeSide target;
  private final TreeEdits edits;
  private final TreeLanes lanes;
  private final TreeRemoval removal;
  private final FileComparison comparison;

  /// The next one on top.
  private final Deque<Directory> pending = new ArrayDeque<>();

  private int directories;

  TreeWalk(TreeRun run, TreeLanes lanes, FileComparison comparison) {
    this.run = run;
    this.lanes = lanes;
    this.comparison = comparison;
    this.source = run.source();
    this.target = run.target();
    this.edits = new TreeEdits(run, target);
    this.removal = new TreeRemoval(run, target, edits);
  }

  /// What is left to do when the files are copied.
  TreeRemoval removal() {
    return removal;
  }

  void run() throws IOException, InterruptedException {
    NavigableMap<FileName, FileEntry> entries = source.list(FilePath.ROOT);
    noteUnread(FilePath.ROOT);
    var root = new Directory(FilePath.ROOT, isTargetThere());
    if (!root.inTarget()) {
      edits.makeRoot();
    }
    compare(root, entries, targetEntries(root));
    while (!pending.isEmpty()) {
      visit(pending.pop());
    }
  }

  /// Whoever names a link as the target means where it leads.
  private boolean isTargetThere() throws IOException {
    try {
      FileEntry entry = target.describe(FilePath.ROOT);
      return switch (entry.kind()) {
        case DIRECTORY, LINK -> true;
        case FILE, OTHER -> throw new Refused(Refusal.NOT_A_DIRECTORY);
      };
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_FOUND) {
        throw refused;
      }
      return false;
    }
  }

  /// What could not be read is not missing: it must not be removed on the other side.
  private void noteUnread(FilePath directory) throws IOException {
    if (source.unread() > 0) {
      removal.forbid();
      run.trouble(
          directory,
          new StoreFailure(
              source.unread() + " lines of the listing could not be read, so they were left out."));
    }
  }

  private NavigableMap<FileName, FileEntry> targetEntries(Directory directory) throws IOException {
    return directory.inTarget() ? target.list(directory.path()) : Collections.emptyNavigableMap();
  }

  private void visit(Directory directory) throws IOException, InterruptedException {
    lanes.requireGoing();
    NavigableMap<FileName, FileEntry> entries;
    try {
      entries = source.list(directory.path());
      noteUnread(directory.path());
    } catch (IOException e) {
      removal.forbid();
      run.trouble(directory.path(), e);
      return;
    }
    NavigableMap<FileName, FileEntry> there;
    try {
      there = targetEntries(directory);
    } catch (IOException e) {
      run.trouble(directory.path(), e);
      return;
    }
    compare(directory, entries, there);
  }

  private void compare(
      Directory directory, Map<FileName, FileEntry> entries, Map<FileName, FileEntry> there)
      throws IOException, InterruptedException {
    Set<FileName> parts = partsOf(entries);
    noteSurplus(directory.path(), there, name -> entries.containsKey(name) || parts.contains(name));
    Deque<Directory> inner = new ArrayDeque<>();
    for (FileEntry entry : entries.values()) {
      TreeFailure.requireWanted();
      FilePath path = directory.path().child(entry.name());
      FileEntry copy = there.get(entry.name());
      if (entry.isFile() && parts.contains(entry.name())) {
        run.skip(path, "an unfinished copy");
        continue;
      }
      switch (entry.kind()) {
        case DIRECTORY -> directory(path, copy).ifPresent(inner::push);
        case FILE -> file(path, entry, copy);
        case LINK -> run.skip(path, "a link");
        case OTHER -> run.skip(path, "a special file");
      }
    }
    inner.forEach(pending::push);
    tell(entries.size());
  }

  /// The names that unfinished copies of these files have.
  private static Set<FileName> partsOf(Map<FileName, FileEntry> entries) {
    return entries.values().stream()
        .filter(FileEntry::isFile)
        .map(entry -> entry.name().part())
        .collect(Collectors.toSet());
  }

  private void noteSurplus(
      FilePath directory, Map<FileName, FileEntry> there, Predicate<FileName> wanted) {
    if (run.options().delete()) {
      there.values().stream()
          .filter(entry -> !wanted.test(entry.name()))
          .forEach(entry -> removal.add(directory.child(entry.name()), entry));
    }
  }

  private Optional<Directory> directory(FilePath path, @Nullable FileEntry copy)
      throws IOException {
    if (copy != null && !copy.isDirectory()) {
      run.trouble(
          path,
          new Refused(
              Refusal.NOT_A_DIRECTORY, "A file or link stands in the place of a directory"));
      return Optional.empty();
    }
    if (!mayEnter(path)) {
      return Optional.empty();
    }
    return copy == null ? made(path) : Optional.of(new Directory(path, true));
  }

  private Optional<Directory> made(FilePath path) throws IOException {
    return switch (edits.make(path)) {
      case NEW -> Optional.of(new Directory(path, false));
      case STOOD_THERE -> Optional.of(new Directory(path, true));
      case NOT -> Optional.empty();
    };
  }

  /// @throws StoreFailure when the source seems to have no end
  private boolean mayEnter(FilePath path) throws IOException {
    TreeLimits limits = run.limits();
    directories++;
    if (directories > limits.directories() || pending.size() > limits.entries()) {
      throw new StoreFailure(
          "The source has more than "
              + Math.min(limits.directories(), limits.entries())
              + " directories; mirror its parts one by one.");
    }
    boolean deep = path.names().size() > limits.depth();
    if (deep) {
      removal.forbid();
      run.trouble(path, tooDeep(limits.depth()));
    }
    return !deep;
  }

  static StoreFailure tooDeep(int depth) {
    return new StoreFailure(
        "More than " + depth + " directories lie in one another; this one was left out.");
  }

  private void file(FilePath path, FileEntry entry, @Nullable FileEntry copy)
      throws IOException, InterruptedException {
    if (copy == null) {
      copy(path, entry, "missing");
    } else if (!copy.isFile()) {
      run.trouble(
          path,
          new Refused(Refusal.NOT_A_FILE, "A directory or link stands in the place of a file"));
    } else {
      Difference difference = difference(path, entry, copy);
      if (difference == Difference.NONE) {
        run.tally().add(Count.UNCHANGED, 1);
      } else {
        copy(path, entry, difference.words());
      }
    }
  }

  /// Listings may tell times roughly, or in the other side's own time zone; so before a file is
  /// copied for its time alone, it is looked at more closely.
  private Difference difference(FilePath path, FileEntry entry, FileEntry copy) throws IOException {
    Difference difference = comparison.between(entry, copy);
    boolean rough = comparison.isRough(entry) || comparison.isRough(copy);
    return difference.isOfTime() && rough
        ? comparison.between(closer(source, path, entry), closer(target, path, copy))
        : difference;
  }

  private FileEntry closer(TreeSide side, FilePath path, FileEntry listed) throws IOException {
    if (!comparison.isRough(listed)) {
      return listed;
    }
    try {
      FileEntry described = side.describe(path);
      return FileComparison.isTimeKnown(described) ? described : listed;
    } catch (Refused | StoreFailure _) {
      return listed;
    }
  }

  private void copy(FilePath path, FileEntry entry, String why)
      throws IOException, InterruptedException {
    var step = new Step.Copy(path, entry, why);
    run.tally().add(Count.FILES_TO_COPY, 1);
    run.tally().add(Count.OCTETS_TO_COPY, entry.size());
    if (run.options().rehearsal()) {
      run.listener().begins(step, TreeListener.NO_LANE);
      run.tally().add(Count.COPIED, 1);
      run.tally().add(Count.OCTETS, entry.size());
    } else {
      lanes.submit(step);
    }
  }

  private void tell(int entries) {
    TreeTally tally = run.tally();
    tally.add(Count.ENTRIES, entries);
    run.listener()
        .compared(
            tally.of(Count.ENTRIES), tally.of(Count.FILES_TO_COPY), tally.of(Count.OCTETS_TO_COPY));
  }

  /// A directory of the source that is still to be read.
  ///
  /// @param inTarget whether the target may hold something there
  private record Directory(FilePath path, boolean inTarget) {}
}
