package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.OctetRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Reads digests out of replies; what is not beyond doubt is no digest.
public final class DigestReply {
  private static final int HASHED = 213;

  private DigestReply() {}

  /// draft-bryan-ftpext-hash §3: `213 SHA-256 0-49 <hex> name`, for the octets that were asked for.
  /// Some servers say in lines before it that they compute.
  ///
  /// @param range [OctetRange#WHOLE] when no part was asked for
  public static Optional<Digest> ofHash(Reply reply, DigestAlgorithm algorithm, OctetRange range) {
    List<String> words = Stream.of(reply.lines().getLast().strip().split(" ", 4)).toList();
    boolean fits =
        reply.code() == HASHED
            && words.size() >= 3
            && words.get(0).equalsIgnoreCase(algorithm.title())
            && isRange(words.get(1), range);
    return fits ? digest(words.get(2), algorithm) : Optional.empty();
  }

  /// XSHA256 and its sisters: some 2xx reply in which one word alone looks like such a digest.
  public static Optional<Digest> ofSister(Reply reply, DigestAlgorithm algorithm) {
    if (!reply.isCompletion()) {
      return Optional.empty();
    }
    List<Digest> found =
        Stream.of(reply.text().split(" "))
            .flatMap(word -> digest(word, algorithm).stream())
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The last octet belongs to the range; some servers count one more.
  private static boolean isRange(String word, OctetRange range) {
    int dash = word.indexOf('-');
    OptionalLong first = dash < 0 ? OptionalLong.empty() : Decimal.read(word.substring(0, dash));
    OptionalLong last = dash < 0 ? OptionalLong.empty() : Decimal.read(word.substring(dash + 1));
    return first.isPresent()
        && last.isPresent()
        && first.getAsLong() == range.start()
        && (range.isOpen()
            || last.getAsLong() == range.end() - 1
            || last.getAsLong() == range.end());
  }

  private static Optional<Digest> digest(String word, DigestAlgorithm algorithm) {
    try {
      return Optional.of(new Digest(algorithm, word.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
