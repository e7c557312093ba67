package dev.simpleftp.filesystem.directory;

/// The contract with every commit forced to the device.
class DurableDirectoryTest extends DirectoryContract {
  DurableDirectoryTest() {
    super(Durability.COMMIT);
  }
}
