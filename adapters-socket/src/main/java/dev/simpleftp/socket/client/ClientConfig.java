package dev.simpleftp.socket.client;

import java.time.Duration;

/// How long the client waits for what.
///
/// @param connect for a connection to be made
/// @param reply for the whole reply to a command
/// @param commit for the last reply of an upload, before which the server may force it to its disk
/// @param stall for a data connection on which nothing moves
/// @param settle for the last word on a transfer that was given up, and on `QUIT`
public record ClientConfig(
    Duration connect, Duration reply, Duration commit, Duration stall, Duration settle) {

  /// The limits that suit most networks.
  public static ClientConfig defaults() {
    return new ClientConfig(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(3));
  }
}
