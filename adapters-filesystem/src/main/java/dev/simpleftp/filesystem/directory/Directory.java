package dev.simpleftp.filesystem.directory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/// An open directory of the file system. Names are single segments.
///
/// Every method throws the JDK's file system exceptions as they are.
interface Directory extends Closeable {

  /// Describes the directory itself.
  Stat stat() throws IOException;

  /// Describes an entry.
  Stat stat(Path name) throws IOException;

  /// Opens a directory in this one.
  Directory open(Path name) throws IOException;

  FileChannel openFile(Path name, Set<? extends OpenOption> options) throws IOException;

  /// Hands over each entry. May be called once.
  void forEach(Visitor visitor) throws IOException;

  /// Makes a directory by its path, and makes sure that it stands in this directory.
  void makeDirectory(Path name) throws IOException;

  void deleteFile(Path name) throws IOException;

  void deleteDirectory(Path name) throws IOException;

  /// Moves an entry in one step, over a file that stands there.
  void move(Path name, Directory to, Path newName) throws IOException;

  void setMode(Path name, int mode) throws IOException;

  void setModified(Path name, Instant modified) throws IOException;

  /// Forces the entries of this directory to the device.
  void force() throws IOException;

  @Override
  void close() throws IOException;

  /// Takes the name of an entry.
  @FunctionalInterface
  interface Visitor {
    void visit(Path name) throws IOException;
  }
}
