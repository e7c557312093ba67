package dev.simpleftp.socket.server;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every bound of the server; nothing is unlimited.
///
/// @param sessions the most control connections at once
/// @param sessionsPerAddress the most of them from one address
/// @param unauthenticated the most of them that have not logged in; beyond it the oldest goes
/// @param loginAttempts wrong passwords before the connection is closed
/// @param line the most bytes of a command line, its end not counted
/// @param login time from the greeting to the login
/// @param idle time between two commands
/// @param dataAccept time for the client to open its data connection
/// @param stall time without a byte moved, on a data connection or by a client that reads no
///   replies
/// @param leastRate octets per second that a data connection must move on the average of each stall
///   time; 0 asks only that something moves
public record Limits(
    int sessions,
    int sessionsPerAddress,
    int unauthenticated,
    int loginAttempts,
    int line,
    Duration login,
    Duration idle,
    Duration dataAccept,
    Duration stall,
    long leastRate) {
  /// RFC 959 names no length; a path of 255 octets and its verb must fit.
  public static final int SHORTEST_LINE = 512;

  /// What suits a small machine.
  public static final Limits DEFAULTS =
      new Limits(
          12_000,
          12_000,
          6_000,
          3,
          4096,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          0);

  public Limits {
    if (IntStream.of(sessions, sessionsPerAddress, unauthenticated, loginAttempts)
        .anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("A limit in number is at least 1.");
    }
    if (!Stream.of(login, idle, dataAccept, stall).allMatch(Duration::isPositive)) {
      throw new IllegalArgumentException("A time limit is longer than nothing.");
    }
    if (line < SHORTEST_LINE || leastRate < 0) {
      throw new IllegalArgumentException("The line is too short or the rate below 0.");
    }
  }
}
