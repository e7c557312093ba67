package dev.simpleftp.e2e;

import java.nio.file.Path;

/// A client of a soak that moves one file at a time. What it returns from has come about, as far as
/// the client knows; whatever else happened is an exception.
interface SoakClient {
  void put(Path file, String name) throws Exception;

  void get(String name, Path file) throws Exception;
}
