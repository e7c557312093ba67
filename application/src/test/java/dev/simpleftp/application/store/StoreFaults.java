package dev.simpleftp.application.store;

import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// What goes wrong in the stores of all sessions, as a test decides. At first nothing does.
///
/// Thread-safe: a test changes it while sessions run.
public final class StoreFaults {
  /// What is asked of a store.
  public enum Operation {
    DESCRIBE,
    LIST,
    DOWNLOAD,
    READ,
    UPLOAD,
    WRITE,
    COMMIT,
    MAKE_DIRECTORY,
    REMOVE_FILE,
    REMOVE_DIRECTORY,
    RENAME
  }

  private volatile Trouble trouble = (_, _) -> {};
  private volatile long reach = Long.MAX_VALUE;
  private volatile boolean lying;

  /// Fails, waits, or does nothing.
  @FunctionalInterface
  public interface Trouble {
    /// Happens before each operation, as often as it is asked for.
    void before(Operation operation, FilePath path) throws IOException;
  }

  /// What happens at one place.
  @FunctionalInterface
  public interface Strike {
    /// Fails or waits. An error of the machine is thrown as any other.
    void strike() throws IOException;
  }

  /// What goes wrong from the beginning.
  public static StoreFaults of(Trouble trouble) {
    var faults = new StoreFaults();
    faults.trouble = trouble;
    return faults;
  }

  /// From now on this happens before each operation of this kind, and a transfer moves octets.
  public void at(Operation operation, Strike strike) {
    reach = 0;
    trouble =
        (asked, _) -> {
          if (asked == operation) {
            strike.strike();
          }
        };
  }

  /// From now on this happens when a transfer has moved so many octets.
  ///
  /// @param operation READ or WRITE
  public void after(long octets, Operation operation, Strike strike) {
    at(operation, strike);
    reach = octets;
  }

  /// From now on transfers lose what lies behind so many octets, and pretend that this was all.
  public void lose(long behind) {
    reach = behind;
    lying = true;
  }

  /// From now on nothing goes wrong.
  public void end() {
    trouble = (_, _) -> {};
    reach = Long.MAX_VALUE;
    lying = false;
  }

  void ask(Operation operation, FilePath path) throws IOException {
    trouble.before(operation, path);
  }

  /// The octets that a transfer moves before it goes wrong.
  long reach() {
    return reach;
  }

  boolean isLying() {
    return lying;
  }
}
