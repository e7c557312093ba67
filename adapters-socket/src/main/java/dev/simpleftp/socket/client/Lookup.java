package dev.simpleftp.socket.client;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.Decimal;
import dev.simpleftp.socket.wire.FtpTime;
import dev.simpleftp.socket.wire.ListedLine;
import dev.simpleftp.socket.wire.MalformedReply;
import dev.simpleftp.socket.wire.MlsxLine;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Finds out what stands at a path: by MLST, and where that is missing by SIZE, MDTM and CWD. Where
/// SIZE is missing too, or has told no size yet and may be refused for every file, the listing of
/// the parent directory is the last resort.
///
/// The working directory of the server may change by it; every path we send is absolute.
final class Lookup {
  private static final int SIZE_REPLY = 213;

  private final FtpConnection connection;
  private final InstantSource clock;
  private boolean sizesTold;

  /// @param clock tells from where dates without a year are counted back
  Lookup(FtpConnection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /// What stands there; its size is known only when the server told it in octets.
  ///
  /// @throws Refused NOT_FOUND
  FileEntry find(FilePath path) throws IOException {
    if (connection.features().mlst()) {
      Reply reply = connection.ask("MLST", path.toString());
      if (connection.features().mlst()) {
        return findByFacts(path, reply);
      }
    } // It lists MLST among its features and does not know it
    return findByQuestions(path);
  }

  /// What stands there, or empty when the server shows nothing.
  Optional<FileKind> kind(FilePath path) throws IOException {
    try {
      return Optional.of(find(path).kind());
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// Why nothing could be done with an entry.
  Refusal whyNot(FilePath path, Refusal ifFile, Refusal ifDirectory) throws IOException {
    Optional<FileKind> kind = kind(path);
    if (kind.isPresent()) {
      return kind.get() == FileKind.DIRECTORY ? ifDirectory : ifFile;
    }
    return whyNotIn(path.parent(), Refusal.NOT_FOUND);
  }

  /// Why nothing could be made at a path.
  ///
  /// @param otherwise when nothing stands in the way
  Refusal whyNotMade(FilePath path, Refusal ifDirectory, Refusal otherwise) throws IOException {
    Optional<FileKind> kind = kind(path);
    if (kind.isPresent()) {
      return kind.get() == FileKind.DIRECTORY ? ifDirectory : otherwise;
    }
    return whyNotIn(path.parent(), otherwise);
  }

  private Refusal whyNotIn(FilePath parent, Refusal otherwise) throws IOException {
    return kind(parent)
        .map(kind -> kind == FileKind.DIRECTORY ? otherwise : Refusal.NOT_A_DIRECTORY)
        .orElse(Refusal.NOT_FOUND);
  }

  private static FileEntry findByFacts(FilePath path, Reply reply) throws IOException {
    if (!reply.isCompletion()) {
      throw notDescribed(reply);
    }
    MlsxLine line =
        reply.lines().stream()
            .skip(1)
            .flatMap(text -> MlsxLine.read(text.stripLeading()).stream())
            .filter(read -> !read.facts().isEmpty())
            .findFirst()
            .orElseThrow(() -> new MalformedReply("The server answered MLST without facts."));
    return line.entry(path.name());
  }

  /// A server that knows MLST has no other reason to refuse it than that nothing is there, unless
  /// it says one.
  private static IOException notDescribed(Reply reply) {
    IOException failure = Refusals.read(reply, Refusal.NOT_FOUND);
    return failure instanceof Refused refused && isAboutThePlace(refused.refusal())
        ? Refusals.as(Refusal.NOT_FOUND, reply)
        : failure;
  }

  private static boolean isAboutThePlace(Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND, NOT_A_FILE, NOT_A_DIRECTORY, UNSUPPORTED, OFFSET_BEYOND_END -> true;
      case ALREADY_EXISTS,
          NOT_EMPTY,
          DENIED,
          LOGIN_DENIED,
          BANNED,
          NO_SPACE,
          OVER_QUOTA,
          BAD_NAME,
          BUSY ->
          false;
    };
  }

  private FileEntry findByQuestions(FilePath path) throws IOException {
    @Nullable Reply sized = path.isRoot() ? null : connection.ask("SIZE", path.toString());
    OptionalLong size = sized == null ? OptionalLong.empty() : size(sized);
    if (size.isPresent()) {
      sizesTold = true;
      Instant modified = modified(path, Instant.EPOCH);
      return FileEntry.file(path.name(), size.getAsLong(), modified);
    }
    Reply entered = connection.ask("CWD", path.toString());
    if (entered.isCompletion()) {
      return FileEntry.directory(path.name(), Instant.EPOCH);
    }
    if (sized == null || (sizesTold && !isUnknownCommand(sized))) {
      throw Refusals.as(Refusal.NOT_FOUND, entered);
    }
    return findInListing(path);
  }

  /// A time told by MDTM has seconds, one of a listing minutes at best. An estimate is no size.
  private FileEntry findInListing(FilePath path) throws IOException {
    ListedLine.Entry listed =
        listed(path)
            .orElseThrow(
                () -> new Refused(Refusal.NOT_FOUND, "The listing does not show this name."));
    FileEntry entry = listed.entry();
    if (!entry.isFile()) {
      return entry;
    }
    Instant modified = modified(path, entry.modified());
    FileEntry timed =
        new FileEntry(
            entry.name(), entry.kind(), entry.size(), modified, entry.mode(), entry.unique());
    return listed.exact() ? timed : timed.withoutSize();
  }

  private Optional<ListedLine.Entry> listed(FilePath path) throws IOException {
    try {
      connection.command("CWD", path.parent().toString(), () -> Refusal.DENIED);
      try (var listing = PrintedListing.begin(connection, clock.instant())) {
        return listing.find(path.name());
      }
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.BUSY) {
        throw refused;
      }
      throw new Refused(Refusal.NOT_FOUND, String.valueOf(refused.getMessage()));
    }
  }

  private static OptionalLong size(Reply reply) {
    return reply.code() == SIZE_REPLY ? Decimal.read(reply.text().strip()) : OptionalLong.empty();
  }

  /// Whether the server does not know a command, so its answer says nothing about the path.
  static boolean isUnknownCommand(Reply reply) {
    return switch (reply.code()) {
      case 202, 500, 502, 504 -> true;
      default -> false;
    };
  }

  private Instant modified(FilePath path, Instant otherwise) throws IOException {
    Reply reply = connection.ask("MDTM", path.toString());
    return reply.code() == SIZE_REPLY
        ? FtpTime.read(reply.text().strip()).orElse(otherwise)
        : otherwise;
  }
}
