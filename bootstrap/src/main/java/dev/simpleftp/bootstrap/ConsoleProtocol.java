package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.socket.client.Transcript;

/// Hands the lines of the protocol to the console: two adapters that do not know each other.
record ConsoleProtocol(ProtocolTranscript console) implements Transcript {
  @Override
  public void sent(String line) {
    console.protocolLine("> " + line);
  }

  @Override
  public void received(String line) {
    console.protocolLine("< " + line);
  }
}
