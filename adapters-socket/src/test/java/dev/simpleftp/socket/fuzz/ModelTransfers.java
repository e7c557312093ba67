package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.ListFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// What must come of the commands that move data.
final class ModelTransfers {
  private static final byte[] NOTHING = {};

  private final ModelState state;

  ModelTransfers(ModelState state) {
    this.state = state;
  }

  Forecast forecast(Command.Transfer command) {
    OctetRange taken = state.takeTransferRange();
    boolean lists = command instanceof Command.List;
    OctetRange range = lists ? OctetRange.WHOLE : taken;
    if (!range.equals(OctetRange.WHOLE) && state.ascii) {
      return Forecast.of(504);
    }
    boolean stores = !lists && !(command instanceof Command.Retrieve);
    if (stores && !range.isOpen()) {
      return Forecast.of(504);
    }
    if (!state.takeConnector()) {
      return Forecast.of(425);
    }
    return switch (command) {
      case Command.Retrieve(var path) -> state.at(path, p -> retrieve(p, range));
      case Command.Store(var path) -> state.at(path, p -> store(p, range.start(), false));
      case Command.Append(var path) -> state.at(path, p -> store(p, 0, true));
      case Command.StoreUnique(var path) -> state.at(path, p -> create(path, p, range.start()));
      case Command.List(var format, var path) -> state.at(path, p -> list(p, format));
    };
  }

  private Forecast retrieve(FilePath path, OctetRange range) {
    Optional<ModelTree.File> file = state.tree.file(path);
    if (file.isEmpty()) {
      return Forecast.of(550);
    }
    byte[] content = file.get().content();
    if (range.start() > content.length) {
      return Forecast.of(554);
    }
    int end = (int) Math.min(range.end(), content.length);
    byte[] part = Arrays.copyOfRange(content, (int) range.start(), end);
    return Forecast.begins(new ModelTransfer.Down(state.ascii ? ModelTransfer.withCr(part) : part));
  }

  private Forecast store(FilePath path, long offset, boolean appends) {
    OptionalLong promised = promised(offset);
    Set<Integer> refusals = new HashSet<>();
    Optional<ModelTree.Directory> parent = state.tree.parentOf(path);
    if (path.isRoot() || parent.isEmpty() || state.tree.directory(path).isPresent()) {
      refusals.add(550);
    }
    if (parent.isPresent()
        && state.tree.leases().contains(new ModelTree.Lease(parent.get(), path.name().text()))) {
      refusals.add(450);
    }
    byte[] old = state.tree.file(path).map(ModelTree.File::content).orElse(NOTHING);
    if (offset > old.length) {
      refusals.add(554);
    }
    if (!refusals.isEmpty()) {
      return Forecast.of(refusals);
    }
    byte[] start = appends ? old : Arrays.copyOf(old, (int) offset);
    var origin = new ModelTransfer.Origin(start, promised, state.ascii, false);
    return begins(new ModelTree.Lease(parent.orElseThrow(), path.name().text()), origin);
  }

  private OptionalLong promised(long offset) {
    OptionalLong allocated = state.takeAllocated();
    return state.ascii || offset > 0 ? OptionalLong.empty() : allocated;
  }

  private Forecast create(String given, FilePath path, long offset) {
    if (offset > 0) {
      return Forecast.of(554);
    }
    OptionalLong promised = promised(0);
    Optional<ModelTree.Directory> parent =
        given.isEmpty() ? state.tree.directory(path) : state.tree.parentOf(path);
    if (parent.isEmpty() || (path.isRoot() && !given.isEmpty())) {
      return Forecast.of(550);
    }
    var origin = new ModelTransfer.Origin(NOTHING, promised, state.ascii, true);
    String begins = given.isEmpty() ? "upload-" : path.name().text();
    return begins.length() < FileName.MAX_BYTES - 10
        ? begins(new ModelTree.Lease(parent.get(), begins), origin)
        : new Forecast(
            Set.of(553),
            _ -> {},
            begins(new ModelTree.Lease(parent.get(), begins), origin).transfer());
  }

  private Forecast begins(ModelTree.Lease place, ModelTransfer.Origin origin) {
    return Forecast.begins(new ModelTransfer.Up(state.tree, place, origin));
  }

  private Forecast list(FilePath path, ListFormat format) {
    boolean pattern =
        format != ListFormat.FACTS
            && Glob.isPattern(path.name().text())
            && state.tree.find(path).isEmpty();
    Optional<Set<String>> names = pattern ? matches(path) : names(path, format);
    return names
        .map(found -> new ModelTransfer.Listed(found, format != ListFormat.UNIX))
        .map(Forecast::begins)
        .orElseGet(() -> Forecast.of(550));
  }

  private Optional<Set<String>> names(FilePath path, ListFormat format) {
    Optional<ModelTree.Directory> directory = state.tree.directory(path);
    if (directory.isEmpty() && format != ListFormat.FACTS) {
      return state.tree.file(path).map(_ -> Set.of(path.name().text()));
    }
    return directory.map(d -> Set.copyOf(d.children().keySet()));
  }

  private Optional<Set<String>> matches(FilePath path) {
    var glob = new Glob(path.name().text());
    boolean all = glob.pattern().startsWith(".");
    return state
        .tree
        .parentOf(path)
        .map(parent ->
            parent.children().keySet().stream()
                .filter(name -> (all || !name.startsWith(".")) && glob.matches(name))
                .collect(Collectors.toSet()))
        .filter(found -> !found.isEmpty());
  }
}
