package dev.simpleftp.socket.classroom;

import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.server.Limits;
import dev.simpleftp.socket.server.WireEvents;
import java.time.Duration;

/// How the dialect is served.
///
/// @param port where clients come to, on the loopback address alone; 0 takes any free one
/// @param dataPorts where their data connections come in
/// @param gap between two messages sent one after the other: the dialect has no framing, so a
///   client that reads them as one would miss the second
/// @param limits how many sessions and how long they may wait
/// @param events hears what happens
public record ClassroomConfig(
    int port, PassivePorts dataPorts, Duration gap, Limits limits, WireEvents events) {
  /// Long enough for a client of the course to have read the first message.
  public static final Duration USUAL_GAP = Duration.ofMillis(50);
}
