package dev.simpleftp.planted.socket.server;

import com.fasterxml.jackson.core.JsonFactory;

/// Violates: only the console knows the library that writes JSON.
final class ServerWithJson {
  JsonFactory json = new JsonFactory();
}
