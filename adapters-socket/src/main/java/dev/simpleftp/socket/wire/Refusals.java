package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.Refusal;

/// The only place that knows which reply code (RFC 959 §4.2, RFC 3659) stands for which refusal.
public final class Refusals {
  private Refusals() {}

  /// The final reply that tells this refusal, in fixed words that reveal nothing of the host.
  public static Reply reply(Refusal refusal) {
    return Reply.of(code(refusal), refusal.sentence() + ".");
  }

  private static int code(Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND, NOT_A_FILE, NOT_A_DIRECTORY, ALREADY_EXISTS, NOT_EMPTY, DENIED -> 550;
      case LOGIN_DENIED -> 530;
      case NO_SPACE -> 452;
      case OVER_QUOTA -> 552;
      case BAD_NAME -> 553;
      case BUSY -> 450;
      case OFFSET_BEYOND_END -> 554;
      case UNSUPPORTED -> 504;
    };
  }
}
