package dev.simpleftp.application.port.in;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Proof;
import java.io.IOException;
import java.time.Duration;

/// Hears how a copy goes: the one model of progress for screens, programs and logs.
///
/// Called by the thread that copies. An unchecked exception thrown here ends the copy in order;
/// what is there is kept.
public interface CopyListener {
  /// Hears nothing.
  CopyListener NONE = new CopyListener() {};

  /// What the copy is doing.
  enum State {
    /// A session is being opened.
    CONNECTING,
    /// A part that is there is compared with the source.
    CHECKING,
    /// Octets move.
    MOVING,
    /// All octets were sent; the other side has not confirmed them yet.
    CONFIRMING,
    /// The next try comes after a pause.
    WAITING
  }

  default void state(State state) {}

  /// A try begins to move octets.
  ///
  /// @param source its size is what the copy will reach
  /// @param start octets that are there already
  default void began(FileEntry source, long start) {}

  /// A part that was there goes on.
  ///
  /// @param proof that it is the beginning of the source: [Proof.ByDigest], or [Proof.BySize] when
  ///   its end was compared octet by octet
  default void resumed(long start, Proof proof) {}

  /// Octets moved.
  ///
  /// @param done octets that the target was sent, those from before included
  default void moved(long done) {}

  /// A try failed; the next one begins after the pause. Called about once a second.
  ///
  /// @param attempt the number of the next try in a row, 1 at first
  default void waits(Duration left, int attempt, IOException cause) {}

  /// Something that does not end the copy, in one sentence.
  default void warned(String sentence) {}
}
