package dev.simpleftp.console.command;

/// How a directory is shown.
///
/// @param details kind, permissions, size and date as well
/// @param hidden also names that begin with a dot
/// @param itself the directory, not what is in it
/// @param single one name on each line
/// @param order what comes first
/// @param reversed the other way round
public record ListStyle(
    boolean details,
    boolean hidden,
    boolean itself,
    boolean single,
    Order order,
    boolean reversed) {
  static final String OPTIONS = "latSrd1AhF";

  /// What comes first.
  public enum Order {
    NAME,
    /// The youngest first.
    TIME,
    /// The largest first.
    SIZE
  }

  /// Every name for itself, for programs.
  public static ListStyle names() {
    return new ListStyle(false, true, false, true, Order.NAME, false);
  }

  static ListStyle of(Given given, boolean details) {
    return new ListStyle(
        details || given.has('l'),
        given.has('a') || given.has('A'),
        given.has('d'),
        given.has('1'),
        given.has('t') ? Order.TIME : given.has('S') ? Order.SIZE : Order.NAME,
        given.has('r'));
  }
}
