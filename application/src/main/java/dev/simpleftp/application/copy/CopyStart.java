package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Proof;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Where a try begins.
///
/// @param offset octets that are there
/// @param tail the last of them, still to be compared with the source; empty when they are proved
/// @param proof that what is there is the beginning of the source
/// @param source what it was compared with
/// @param otherwise why it must not begin anew if what is there is not the beginning; empty when it
///   may
record CopyStart(
    long offset,
    ByteBuffer tail,
    Proof proof,
    Optional<FileEntry> source,
    Optional<CopyFile.ForeignPart> otherwise) {
  /// At the beginning.
  static final CopyStart ANEW =
      new CopyStart(0, ByteBuffer.allocate(0), Proof.NONE, Optional.empty(), Optional.empty());

  /// What is there belongs to another file.
  static final class NotTheBeginning extends IOException {}

  /// Whether both describe the same content, as far as that can be seen.
  static boolean same(FileEntry one, FileEntry other) {
    boolean sameFile =
        one.unique().isEmpty() || other.unique().isEmpty() || one.unique().equals(other.unique());
    return sameFile && one.size() == other.size() && one.modified().equals(other.modified());
  }

  /// @throws NotTheBeginning the source was replaced since it was compared
  void requireSame(FileEntry opened) throws NotTheBeginning {
    if (source.isPresent() && !same(source.get(), opened)) {
      throw new NotTheBeginning();
    }
  }

  /// What is there is not the beginning after all.
  ///
  /// @throws CopyFile.Failed ALREADY_EXISTS when it may be somebody else's
  void requireReplaceable() throws CopyFile.Failed {
    if (otherwise.isPresent()) {
      throw new CopyFile.Failed(Side.TARGET, otherwise.get(), false);
    }
  }

  /// Octets of the source in front of what is to be moved that have to be read.
  int overlap() {
    return tail.remaining();
  }
}
