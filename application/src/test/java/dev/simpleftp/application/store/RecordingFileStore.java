package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down what it is asked; every path is a directory and no content is there.
final class RecordingFileStore implements FileStore {
  final List<String> calls = new ArrayList<>();

  @Override
  public FileEntry describe(FilePath path) {
    calls.add("describe " + path);
    return FileEntry.directory(path.name(), Instant.EPOCH);
  }

  @Override
  public Listing list(FilePath directory) throws Refused {
    throw record("list " + directory);
  }

  @Override
  public Download download(FilePath path, long offset) throws Refused {
    throw record("download " + path + " " + offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws Refused {
    throw record("upload " + path);
  }

  @Override
  public void makeDirectory(FilePath path) {
    calls.add("makeDirectory " + path);
  }

  @Override
  public void removeFile(FilePath path) {
    calls.add("removeFile " + path);
  }

  @Override
  public void removeDirectory(FilePath path) {
    calls.add("removeDirectory " + path);
  }

  @Override
  public void rename(FilePath from, FilePath to) {
    calls.add("rename " + from + " " + to);
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return Capability.find(
        type,
        (Capability.Timestamps) (path, modified) -> calls.add("modify " + path + " " + modified),
        (Capability.Permissions)
            (path, mode) -> calls.add("change " + path + " " + Integer.toOctalString(mode)),
        (Capability.Space)
            directory -> {
              calls.add("available " + directory);
              return 7;
            },
        new Checksums(),
        (Capability.RawCommands)
            line -> {
              calls.add("send " + line);
              return List.of("heard");
            },
        (Capability.Unfinished)
            path -> {
              calls.add("placeOf " + path);
              return path.withName(path.name().part());
            });
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private Refused record(String call) {
    calls.add(call);
    return new Refused(Refusal.UNSUPPORTED);
  }

  private final class Checksums implements Capability.Checksums {
    @Override
    public List<DigestAlgorithm> algorithms() {
      return List.of(DigestAlgorithm.CRC32);
    }

    @Override
    public Digest digest(FilePath path, DigestAlgorithm algorithm, OctetRange range) {
      calls.add("digest " + path);
      return new Digest(DigestAlgorithm.CRC32, "00000000");
    }
  }
}
