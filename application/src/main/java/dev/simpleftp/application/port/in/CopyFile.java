package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Duration;

/// Copies a file from one tree into another, and says that it did only when it is so.
///
/// What was copied before a failure stays, where the target can keep it, and the next copy goes on
/// there: if the source is still the same file and the part is proved to be its beginning.
public interface CopyFile {

  /// Copies, with as many tries as the options allow.
  ///
  /// @throws Failed with the [dev.simpleftp.domain.Refused], [dev.simpleftp.domain.StoreFailure],
  ///   [dev.simpleftp.domain.ConnectionFailed] or [Mismatch] that ended the last try; the target
  ///   holds what it held before
  Report copy(Order order, CopyListener listener) throws IOException;

  /// What to copy where, and how.
  record Order(Place from, Place to, Options options) {}

  /// A file on one side.
  record Place(Endpoint endpoint, FilePath path) {
    /// Address and path in one, for the journal and for people.
    @Override
    public String toString() {
      return endpoint.address() + path;
    }
  }

  /// How to copy.
  ///
  /// @param resume whether to go on where an earlier copy ended
  /// @param replace whether the copy may take the place of a file; else the name must be free, also
  ///   when the copy is about to take it, as far as the target can be asked then
  /// @param keepTime whether the copy gets the source's time of modification
  /// @param byDigest whether to compare digests where one of the sides computes them
  /// @param retries what to do when the line breaks
  record Options(
      Resume resume, boolean replace, boolean keepTime, boolean byDigest, Retries retries) {
    /// What suits most.
    public static final Options USUAL =
        new Options(Resume.IF_KNOWN, true, true, true, Retries.USUAL);

    public Options withResume(Resume other) {
      return new Options(other, replace, keepTime, byDigest, retries);
    }

    public Options withReplace(boolean other) {
      return new Options(resume, other, keepTime, byDigest, retries);
    }

    public Options withRetries(Retries other) {
      return new Options(resume, replace, keepTime, byDigest, other);
    }
  }

  /// When to go on with a part that is there.
  enum Resume {
    /// Begin anew, whatever is there.
    ANEW,
    /// Begin anew over what an earlier copy left. A part of unknown origin is left as it is: the
    /// copy is refused with [ForeignPart].
    NEVER,
    /// Go on with what an earlier copy of the same file left, if its end is equal. A part of
    /// unknown origin is left as it is, too.
    IF_KNOWN,
    /// The same, but begin anew over a part of unknown origin.
    IF_KNOWN_ELSE_ANEW,
    /// The same, and also go on with a part of unknown origin if it is proved to be the beginning.
    IF_PROVED;

    /// Whether a part of unknown origin may be replaced.
    public boolean replacesAll() {
      return this == ANEW || this == IF_KNOWN_ELSE_ANEW;
    }
  }

  /// How often and how soon to try again when the line broke.
  ///
  /// @param most tries in a row that move nothing; a try that got further begins the count anew
  /// @param first pause; each one after it is twice as long
  /// @param longest pause
  record Retries(int most, Duration first, Duration longest) {
    public static final Retries NONE = new Retries(0, Duration.ZERO, Duration.ZERO);
    public static final Retries USUAL =
        new Retries(5, Duration.ofSeconds(1), Duration.ofSeconds(7));
  }

  /// A copy that is complete.
  ///
  /// @param source as it was when it was copied
  /// @param start octets that were there before
  /// @param moved octets that this copy moved, those of failed tries included
  /// @param timeKept whether the copy has the source's time
  record Report(
      FileEntry source,
      long start,
      long moved,
      Duration elapsed,
      int retries,
      boolean timeKept,
      Proof proof) {

    /// Octets per second.
    public double rate() {
      return moved / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }
  }

  /// The side that a failure comes from.
  enum Side {
    SOURCE,
    TARGET
  }

  /// A copy that did not come about.
  final class Failed extends IOException {
    private final Side side;
    private final IOException reason;
    private final boolean resumable;

    /// @param resumable whether a part is kept that the same order can go on with
    public Failed(Side side, IOException reason, boolean resumable) {
      super(reason.getMessage(), reason);
      this.side = side;
      this.reason = reason;
      this.resumable = resumable;
    }

    public Side side() {
      return side;
    }

    public IOException reason() {
      return reason;
    }

    public boolean isResumable() {
      return resumable;
    }
  }

  /// A part stands where the copy would grow, and nobody can say that it is ours; refused as
  /// ALREADY_EXISTS.
  final class ForeignPart extends Refused {
    private final boolean compared;

    /// @param why a whole sentence without its point
    /// @param compared whether it was asked for whether the part is the beginning of the source
    public ForeignPart(String why, boolean compared) {
      super(Refusal.ALREADY_EXISTS, why);
      this.compared = compared;
    }

    public boolean isCompared() {
      return compared;
    }
  }

  /// The octets that arrived are not those of the source.
  final class Mismatch extends IOException {
    public Mismatch(String message) {
      super(message);
    }
  }
}
