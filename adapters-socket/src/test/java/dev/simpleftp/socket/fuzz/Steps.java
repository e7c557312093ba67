package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What the steps of drawn sessions have in common.
final class Steps {
  /// What uploads begin with; nobody may see it before the login.
  static final String MARK = "<only for those who are logged in>";

  private static final Set<Verb> MOVING =
      EnumSet.of(Verb.RETR, Verb.STOR, Verb.STOU, Verb.APPE, Verb.LIST, Verb.NLST, Verb.MLSD);

  /// After these the next command is not sent before the reply was read.
  private static final Set<Verb> ALONE =
      EnumSet.of(
          Verb.PASV, Verb.EPSV, Verb.PORT, Verb.EPRT, Verb.ABOR, Verb.PASS, Verb.USER, Verb.QUIT);

  private Steps() {}

  /// Whether the line may begin a transfer.
  static boolean moves(String line) {
    return CommandCodec.peek(line).filter(MOVING::contains).isPresent();
  }

  /// Whether the line may be sent together with others.
  static boolean mayJoin(String line) {
    Optional<Verb> verb = CommandCodec.peek(line);
    return verb.isPresent() && !moves(line) && !ALONE.contains(verb.get());
  }

  /// The octets of an upload: line ends of all kinds and any other octet.
  static byte[] payload(int size) {
    byte[] payload = new byte[size];
    var random = new Random(size);
    random.nextBytes(payload);
    byte[] mark = LosslessUtf8.encode(MARK);
    for (int i = 0; i < size; i++) {
      if (i < mark.length) {
        payload[i] = mark[i];
      } else if (random.nextInt(8) == 0) {
        payload[i] = (byte) (random.nextBoolean() ? '\r' : '\n');
      }
    }
    return payload;
  }

  /// The lines of a listing.
  static List<String> lines(byte[] listing) {
    String text = LosslessUtf8.decode(listing);
    if (!text.isEmpty() && !text.endsWith("\r\n")) {
      throw new AssertionError("A listing that ends in the middle of a line: " + text);
    }
    return text.isEmpty()
        ? List.of()
        : List.of(text.substring(0, text.length() - 2).split("\r\n", -1));
  }
}
