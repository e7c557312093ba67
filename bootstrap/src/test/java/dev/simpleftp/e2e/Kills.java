package dev.simpleftp.e2e;

/// How often a test kills a process: a few times, or as often as the property `simpleftp.kills`
/// says.
final class Kills {
  private static final int USUAL = 2;

  private Kills() {}

  static int count() {
    return Integer.getInteger("simpleftp.kills", USUAL);
  }
}
