package dev.simpleftp.filesystem.directory;

/// The contract without forces.
class QuickDirectoryTest extends DirectoryContract {
  QuickDirectoryTest() {
    super(Durability.NONE);
  }
}
