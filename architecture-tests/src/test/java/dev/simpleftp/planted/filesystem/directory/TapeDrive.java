package dev.simpleftp.planted.filesystem.directory;

import dev.simpleftp.planted.application.port.out.FileStore;

/// Planted violation: a store without its name.
final class TapeDrive implements FileStore {
  @Override
  public void close() {}
}
