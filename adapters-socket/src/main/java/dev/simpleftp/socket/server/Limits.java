package dev.simpleftp.socket.server;

import java.time.Duration;

/// Every bound of the server; nothing is unlimited.
///
/// @param sessions the most control connections at once
/// @param sessionsPerAddress the most of them from one address
/// @param loginAttempts wrong passwords before the connection is closed
/// @param login time from the greeting to the login
/// @param idle time between two commands
/// @param dataAccept time for the client to open its data connection
/// @param stall time without a byte moved, on a data connection or by a client that reads no
///   replies
public record Limits(
    int sessions,
    int sessionsPerAddress,
    int loginAttempts,
    Duration login,
    Duration idle,
    Duration dataAccept,
    Duration stall) {

  /// What suits a small machine.
  public static final Limits DEFAULTS =
      new Limits(
          12_000,
          12_000,
          3,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));
}
