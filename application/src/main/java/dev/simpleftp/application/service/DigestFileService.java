package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.DigestFile;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.InstantSource;

/// Digests files block by block.
///
/// Known digests are shared by all sessions. So the file is always opened first: the store says
/// whether this session may read it.
public final class DigestFileService implements DigestFile {
  private static final int BLOCK = 64 * 1024;

  private final DigestCache cache;

  /// Digests files and remembers what it computed.
  ///
  /// @param most digests it remembers
  public DigestFileService(InstantSource clock, int most) {
    this.cache = new DigestCache(clock, most);
  }

  /// Must hear of every change of the tree before it is made: a time that somebody gives to a file
  /// proves nothing about its content.
  public void before(TreeEdit edit) {
    cache.before(edit);
  }

  @Override
  public Result digest(Session session, FilePath path, Question question, Watcher watcher)
      throws IOException {
    FileStore store = session.store();
    OctetRange range = question.range();
    try (Download download = store.download(path, range.start())) {
      FileEntry file = download.entry();
      if (range.start() > 0 && range.start() >= file.size()) {
        throw new Refused(Refusal.OFFSET_BEYOND_END);
      }
      var exact = new Question(question.algorithm(), range.within(file.size()));
      Digest digest = cache.find(file, exact).orElse(null);
      if (digest == null) {
        DigestCache.Place place = cache.place(file, exact);
        digest = read(PartialDownload.of(download, exact.range()), exact, watcher);
        requireUnchanged(store, path, file);
        place.keep(digest);
      }
      return new Result(digest, exact.range());
    }
  }

  private static Digest read(ReadableByteChannel source, Question question, Watcher watcher)
      throws IOException {
    DigestState state = DigestState.of(question.algorithm());
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long octets = 0;
    while (source.read(block) >= 0) {
      octets += block.position();
      state.update(block.flip());
      block.clear();
      if (!watcher.goOn(octets)) {
        throw new Cancelled();
      }
    }
    if (octets < question.range().length()) {
      throw new StoreFailure("The file became shorter while it was read.");
    }
    return state.digest();
  }

  /// A file that was written in place while it was read has a digest that it never had as a whole.
  /// One that was replaced or removed meanwhile was read as it had been.
  private static void requireUnchanged(FileStore store, FilePath path, FileEntry before)
      throws IOException {
    try (Download again = store.download(path, 0)) {
      FileEntry after = again.entry();
      boolean sameFile = after.unique().equals(before.unique());
      boolean sameContent =
          after.size() == before.size() && after.modified().equals(before.modified());
      if (sameFile && !sameContent) {
        throw new StoreFailure("The file changed while it was read.");
      }
    } catch (Refused _) {
      // It is gone, or somebody else's now; what was read is still the file that was opened.
    }
  }
}
