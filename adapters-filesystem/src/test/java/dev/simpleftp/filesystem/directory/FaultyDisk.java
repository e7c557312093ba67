package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A disk below a served directory that fails where a test says so, and that knows what a power cut
/// would leave of it.
public final class FaultyDisk {
  /// What a store asks of a disk.
  public enum Operation {
    /// Opens a file for writing.
    OPEN,
    /// Writes octets.
    WRITE,
    /// Forces the content of a file to the device.
    FORCE,
    /// Gives an entry another name or place.
    MOVE,
    /// Forces the entries of a directory to the device.
    FORCE_DIRECTORY
  }

  private final Map<Operation, Strike> strikes = new ConcurrentHashMap<>();
  private volatile long reach;
  private volatile LossyDisk lossy = new LossyDisk();

  /// What happens at an operation.
  @FunctionalInterface
  public interface Strike {
    /// Fails, changes something, or looks.
    void strike() throws IOException;
  }

  /// Serves a directory of it. What stands there now survives every power cut.
  public DirectoryTree serve(Path root, Durability durability) throws IOException {
    lossy = LossyDisk.holding(root);
    return open(root, durability);
  }

  private DirectoryTree open(Path root, Durability durability) throws StoreFailure {
    return DirectoryTree.open(root, durability, inner -> new FaultyDirectory(inner, this));
  }

  /// From now on this happens before every such operation.
  public void before(Operation operation, Strike strike) {
    strikes.put(operation, strike);
  }

  /// From now on this happens when so many octets of a file were written.
  public void afterOctets(long octets, Strike strike) {
    reach = octets;
    strikes.put(Operation.WRITE, strike);
  }

  /// From now on nothing happens.
  public void end() {
    strikes.clear();
  }

  /// Makes in an empty directory what a power cut now would leave: of each directory the entries
  /// that were forced last, of each file the content that was.
  public void afterPowerCut(Path into) throws IOException {
    lossy.restore(into);
  }

  void ask(Operation operation) throws IOException {
    Strike strike = strikes.get(operation);
    if (strike != null) {
      strike.strike();
    }
  }

  /// The octets of a file that can be written before something happens.
  long reach() {
    return strikes.containsKey(Operation.WRITE) ? reach : Long.MAX_VALUE;
  }

  LossyDisk lossy() {
    return lossy;
  }
}
