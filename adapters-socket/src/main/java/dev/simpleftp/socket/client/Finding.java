package dev.simpleftp.socket.client;

/// One thing that [Doctor] found out.
///
/// @param topic what it is about, in a word or two
/// @param text what is so; it may hold the server's words
/// @param advice what to do about it in one sentence; empty when nothing is to be done
public record Finding(Level level, String topic, String text, String advice) {

  /// How much it matters.
  public enum Level {
    OK,
    /// Works, but not as well as it could.
    NOTE,
    /// Something will not work for somebody.
    PROBLEM
  }

  static Finding ok(String topic, String text) {
    return new Finding(Level.OK, topic, text, "");
  }

  static Finding note(String topic, String text, String advice) {
    return new Finding(Level.NOTE, topic, text, advice);
  }

  static Finding problem(String topic, String text, String advice) {
    return new Finding(Level.PROBLEM, topic, text, advice);
  }
}
