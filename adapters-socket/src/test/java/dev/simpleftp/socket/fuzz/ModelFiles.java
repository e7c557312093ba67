package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.socket.wire.Command;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/// What must come of the commands that look at the tree or change it without moving data.
final class ModelFiles {
  private final ModelState state;

  ModelFiles(ModelState state) {
    this.state = state;
  }

  Forecast tree(Command.Tree command) {
    return switch (command) {
      case Command.PrintDirectory() ->
          Forecast.of(257).hears(r -> assertThat(r.text()).startsWith(quoted(state.directory)));
      case Command.ChangeDirectory(var path) -> state.at(path, this::changeDirectory);
      case Command.Describe(var path) -> state.at(path, p -> exists(p) ? of(250) : of(550));
      case Command.Look(var path) -> state.at(path, this::look);
      case Command.Size(var path) -> state.ascii ? of(550) : state.at(path, this::size);
      case Command.ModificationTime(var path) ->
          state.at(path, p -> state.tree.file(p).isPresent() ? of(213) : of(550));
      case Command.MakeDirectory(var path) -> state.at(path, this::makeDirectory);
      case Command.RemoveDirectory(var path) -> state.at(path, this::removeDirectory);
      case Command.Delete(var path) ->
          state.at(
              path,
              p ->
                  state.tree.file(p).isPresent()
                      ? of(250).then(() -> state.tree.remove(p))
                      : of(550));
      case Command.RenameFrom(var path) -> state.at(path, this::renameFrom);
      case Command.RenameTo(var path) -> renameTo(path);
    };
  }

  private Forecast changeDirectory(FilePath path) {
    return state.tree.directory(path).isPresent()
        ? of(250).then(() -> state.directory = path)
        : of(550);
  }

  private Forecast look(FilePath path) {
    if (exists(path)) {
      return of(state.tree.file(path).isPresent() ? 213 : 212);
    }
    boolean pattern = Glob.isPattern(path.name().text());
    return pattern ? of(212, 550) : of(550);
  }

  private Forecast size(FilePath path) {
    Optional<ModelTree.File> file = state.tree.file(path);
    return file.isEmpty()
        ? of(550)
        : of(213).hears(r -> assertThat(r.text()).isEqualTo("" + file.get().content().length));
  }

  private Forecast makeDirectory(FilePath path) {
    boolean free = !exists(path) && state.tree.parentOf(path).isPresent();
    return free ? of(257).then(() -> state.tree.makeDirectory(path)) : of(550);
  }

  private Forecast removeDirectory(FilePath path) {
    boolean empty =
        !path.isRoot()
            && state.tree.directory(path).filter(d -> d.children().isEmpty()).isPresent();
    return empty ? of(250).then(() -> state.tree.remove(path)) : of(550);
  }

  private Forecast renameFrom(FilePath path) {
    return exists(path) ? of(350).then(() -> state.renameFrom = path) : of(550);
  }

  private Forecast renameTo(String pathname) {
    FilePath from = state.renameFrom;
    state.renameFrom = null;
    return from == null ? of(503) : state.at(pathname, to -> rename(from, to));
  }

  private Forecast rename(FilePath from, FilePath to) {
    Optional<ModelTree.Node> node = state.tree.find(from);
    if (from.isRoot() || to.isRoot() || node.isEmpty()) {
      return of(550);
    }
    boolean directory = node.get() instanceof ModelTree.Directory;
    if (to.startsWith(from) && !to.equals(from)) {
      return of(directory ? 553 : 550);
    }
    boolean replaces = state.tree.directory(to).isPresent() || (directory && exists(to));
    if (state.tree.parentOf(to).isEmpty() || replaces) {
      return of(550);
    }
    return of(250).then(() -> state.tree.rename(from, to));
  }

  Forecast attribute(Command.Attribute command) {
    return switch (command) {
      case Command.Modify(var _, var path) -> state.at(path, p -> exists(p) ? of(213) : of(550));
      case Command.ModifyOrTell(var whole, var time, var path) -> modifyOrTell(whole, time, path);
      case Command.ChangeFacts(var time, var mode, var path) ->
          time.isEmpty() && mode.isEmpty()
              ? state.at(path, _ -> of(213))
              : state.at(
                  path, p -> exists(p) && (mode.isEmpty() || !p.isRoot()) ? of(213) : of(550));
      case Command.SetTime(var _, var path) -> state.at(path, p -> exists(p) ? of(200) : of(550));
      case Command.ChangeMode(var _, var path) ->
          state.at(path, p -> exists(p) && !p.isRoot() ? of(200) : of(550));
      case Command.Room(var path) ->
          state.at(path, p -> state.tree.directory(p).isPresent() ? of(213) : of(550));
    };
  }

  private Forecast modifyOrTell(String whole, Optional<Instant> time, String path) {
    if (state.resolve(whole).flatMap(state.tree::file).isPresent()) {
      return of(213);
    }
    return time.isEmpty() ? of(501) : state.at(path, p -> exists(p) ? of(213) : of(550));
  }

  Forecast integrity(Command.Integrity command) {
    return switch (command) {
      case Command.Hash(var path) -> hash(path);
      case Command.Md5(var path) ->
          state.at(path, p -> digest(p, OctetRange.WHOLE, hex -> of(251, "MD5", hex)));
      case Command.Checksum(var path, var algorithm, var range) ->
          state.at(path, p -> digest(p, range, part -> checksum(algorithm, part)));
      case Command.OptionHash(var algorithm) -> {
        algorithm.ifPresent(a -> state.usualDigest = a == DigestAlgorithm.SHA_256);
        yield of(200);
      }
    };
  }

  private Forecast hash(String path) {
    OctetRange range = state.takeRange();
    return state.at(
        path,
        p -> digest(p, range, part -> state.usualDigest ? of(213, "SHA-256", part) : of(213)));
  }

  private static Forecast checksum(DigestAlgorithm algorithm, byte[] part) {
    return switch (algorithm) {
      case MD5 -> of(250, "MD5", part);
      case SHA_1 -> of(250, "SHA-1", part);
      case SHA_256 -> of(250, "SHA-256", part);
      case SHA_512 -> of(250, "SHA-512", part);
      default -> of(250);
    };
  }

  private Forecast digest(FilePath path, OctetRange range, Function<byte[], Forecast> answer) {
    Optional<ModelTree.File> file = state.tree.file(path);
    if (file.isEmpty()) {
      return of(550);
    }
    byte[] content = file.get().content();
    if (range.start() > 0 && range.start() >= content.length) {
      return of(554);
    }
    int end = (int) Math.min(range.end(), content.length);
    return answer.apply(Arrays.copyOfRange(content, (int) range.start(), end));
  }

  private boolean exists(FilePath path) {
    return state.tree.find(path).isPresent();
  }

  private static Forecast of(Integer... codes) {
    return Forecast.of(codes);
  }

  /// With the digest of these octets somewhere in the text, in any case.
  private static Forecast of(int code, String algorithm, byte[] octets) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(octets);
      String hex = HexFormat.of().formatHex(digest);
      return Forecast.of(code).hears(r -> assertThat(r.text()).containsIgnoringCase(hex));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(FilePath path) {
    return '"' + path.toString().replace("\"", "\"\"") + '"';
  }
}
