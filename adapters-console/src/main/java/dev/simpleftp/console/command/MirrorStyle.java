package dev.simpleftp.console.command;

/// How to mirror.
///
/// @param rehearsal only say what would be done
/// @param delete remove what the source does not have
/// @param onlyNewer leave a file alone whose copy is not older
/// @param parallel files at the same time, 1 to [#MOST_PARALLEL]
public record MirrorStyle(boolean rehearsal, boolean delete, boolean onlyNewer, int parallel) {
  /// Few servers grant more sessions than that.
  public static final int MOST_PARALLEL = 16;

  /// `-R`, `-e`, `-n` and `-P` are lftp's letters; `-d` is a rehearsal.
  static final String OPTIONS = "RdenP";

  static MirrorStyle of(Given given) throws BadCommand {
    int parallel = given.number().orElse(1);
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new BadCommand(
          "--parallel takes a number from 1 to " + MOST_PARALLEL + ", such as --parallel=3.");
    }
    return new MirrorStyle(given.has('d'), given.has('e'), given.has('n'), parallel);
  }
}
