package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Describes an entry, if asked only a regular file.
public final class DescribeFileService implements DescribeFile {

  @Override
  public FileEntry describe(Session session, FilePath path) throws IOException {
    return session.store().describe(path);
  }

  @Override
  public FileEntry describeFile(Session session, FilePath path) throws IOException {
    FileEntry entry = describe(session, path);
    if (!entry.isFile()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return entry;
  }

  @Override
  public OptionalLong space(Session session, FilePath directory) throws IOException {
    Optional<Capability.Space> space = session.store().capability(Capability.Space.class);
    return space.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(space.get().available(directory));
  }
}
