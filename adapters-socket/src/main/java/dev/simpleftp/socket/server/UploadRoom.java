package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.OptionalLong;

/// What is known beforehand of the room for an upload.
final class UploadRoom {
  private UploadRoom() {}

  /// The octets that this directory may still take, where the store can tell and may tell it to
  /// this session: who may not look at a directory may still be allowed to put files there.
  static OptionalLong in(FilePath directory, DescribeFile describe, Session session)
      throws IOException {
    try {
      return describe.space(session, directory);
    } catch (Refused _) {
      return OptionalLong.empty();
    }
  }
}
