package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The only place that knows which reply code (RFC 959 §4.2, RFC 3659) stands for which refusal.
///
/// 550 stands for six of them. What it means is read from the words: servers pass on what their
/// operating system said, and ours says [Refusal#sentence()].
public final class Refusals {
  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase("no such file", Refusal.NOT_FOUND),
          new Phrase("no such directory", Refusal.NOT_FOUND),
          new Phrase("not found", Refusal.NOT_FOUND),
          new Phrase("no files found", Refusal.NOT_FOUND),
          new Phrase("cannot find", Refusal.NOT_FOUND),
          new Phrase("does not exist", Refusal.NOT_FOUND),
          new Phrase("doesn't exist", Refusal.NOT_FOUND),
          new Phrase("not a directory", Refusal.NOT_A_DIRECTORY),
          new Phrase("not a regular file", Refusal.NOT_A_FILE),
          new Phrase("not a plain file", Refusal.NOT_A_FILE),
          new Phrase("is a directory", Refusal.NOT_A_FILE),
          new Phrase("only retrieve regular files", Refusal.NOT_A_FILE),
          new Phrase("not empty", Refusal.NOT_EMPTY),
          new Phrase("file exists", Refusal.ALREADY_EXISTS),
          new Phrase("already exists", Refusal.ALREADY_EXISTS),
          new Phrase("permission denied", Refusal.DENIED),
          new Phrase("permissions denied", Refusal.DENIED),
          new Phrase("access is denied", Refusal.DENIED),
          new Phrase("access denied", Refusal.DENIED),
          new Phrase("not permitted", Refusal.DENIED),
          new Phrase("enough privileges", Refusal.DENIED),
          new Phrase("read-only file system", Refusal.DENIED),
          new Phrase("no space left", Refusal.NO_SPACE),
          new Phrase("disk quota", Refusal.OVER_QUOTA),
          new Phrase("name too long", Refusal.BAD_NAME),
          new Phrase("name not allowed", Refusal.BAD_NAME),
          new Phrase("invalid argument", Refusal.BAD_NAME),
          new Phrase("device or resource busy", Refusal.BUSY),
          new Phrase("another transfer writes", Refusal.BUSY));

  /// Words of a 450 that means what it says.
  private static final List<String> WAITING = List.of("busy", "in use", "locked", "try again");

  /// 421 says that a connection ends, for whatever reason; only these words say that it is a ban.
  private static final String BAN = "too many failed logins";

  private Refusals() {}

  /// The final reply that tells this refusal, in fixed words that reveal nothing of the host.
  public static Reply reply(Refusal refusal) {
    return Reply.of(code(refusal), refusal.sentence() + ".");
  }

  /// What a reply that is no success means, in the server's own words.
  ///
  /// @param otherwise the meaning of a reply that [#isUnclear]
  /// @return a [Refused], a [ConnectionFailed] when the server gave up a connection (421, 425,
  ///   426), or a [StoreFailure] when it failed at what it had agreed to
  public static IOException read(Reply reply, Refusal otherwise) {
    return meaning(reply)
        .or(() -> isUnclear(reply) ? Optional.of(otherwise) : Optional.empty())
        .<IOException>map(refusal -> as(refusal, reply))
        .orElseGet(() -> failure(reply));
  }

  /// This refusal in the words of this reply.
  public static Refused as(Refusal refusal, Reply reply) {
    return new Refused(refusal, words(reply));
  }

  /// Whether the reply says no to a name without words that say why.
  public static boolean isUnclear(Reply reply) {
    return saysNoToName(reply.code()) && meaning(reply).isEmpty();
  }

  /// Whether the reply says by its code alone that the file is busy. Some servers say so of
  /// whatever they cannot do.
  public static boolean isDoubtfullyBusy(Reply reply) {
    String words = reply.text().toLowerCase(Locale.ROOT);
    return reply.code() == 450
        && spoken(words).isEmpty()
        && WAITING.stream().noneMatch(words::contains);
  }

  private static IOException failure(Reply reply) {
    return switch (reply.code()) {
      case 421 -> ConnectionFailed.ofSession("The server closed the session: " + words(reply));
      case 425, 426 -> ConnectionFailed.ofTransfer("The server broke off: " + words(reply));
      default -> new StoreFailure("The server failed: " + words(reply));
    };
  }

  private static Optional<Refusal> meaning(Reply reply) {
    Optional<Refusal> spoken = mayTellWhy(reply) ? spoken(reply.text()) : Optional.empty();
    return spoken.or(() -> coded(reply.code())).or(() -> ban(reply));
  }

  private static Optional<Refusal> ban(Reply reply) {
    return reply.code() == 421 && reply.text().toLowerCase(Locale.ROOT).contains(BAN)
        ? Optional.of(Refusal.BANNED)
        : Optional.empty();
  }

  /// 451 is for what broke on the way, and some servers say it of all that their system refuses.
  private static boolean mayTellWhy(Reply reply) {
    return saysNoToName(reply.code()) || reply.code() == 451 || reply.code() == 501;
  }

  private static boolean saysNoToName(int code) {
    return code == 550 || code == 553 || code == 450;
  }

  /// The phrase nearest to the end: what stands before it may be a name.
  private static Optional<Refusal> spoken(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    Optional<Refusal> found = Optional.empty();
    int last = -1;
    for (Phrase phrase : PHRASES) {
      int at = words.lastIndexOf(phrase.words);
      if (at > last) {
        last = at;
        found = Optional.of(phrase.meaning);
      }
    }
    return found;
  }

  private static Optional<Refusal> coded(int code) {
    return switch (code) {
      case 450 -> Optional.of(Refusal.BUSY);
      case 452 -> Optional.of(Refusal.NO_SPACE);
      case 552 -> Optional.of(Refusal.OVER_QUOTA);
      case 554 -> Optional.of(Refusal.OFFSET_BEYOND_END);
      case 530 -> Optional.of(Refusal.LOGIN_DENIED);
      case 532 -> Optional.of(Refusal.DENIED);
      case 500, 501, 502, 503, 504 -> Optional.of(Refusal.UNSUPPORTED);
      default -> Optional.empty();
    };
  }

  private static String words(Reply reply) {
    String text = reply.text().strip();
    return text.isEmpty() ? "reply " + reply.code() + " without words" : text;
  }

  private static int code(Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND, NOT_A_FILE, NOT_A_DIRECTORY, ALREADY_EXISTS, NOT_EMPTY, DENIED -> 550;
      case LOGIN_DENIED -> 530;
      case BANNED -> 421;
      case NO_SPACE -> 452;
      case OVER_QUOTA -> 552;
      case BAD_NAME -> 553;
      case BUSY -> 450;
      case OFFSET_BEYOND_END -> 554;
      case UNSUPPORTED -> 504;
    };
  }

  private record Phrase(String words, Refusal meaning) {}
}
