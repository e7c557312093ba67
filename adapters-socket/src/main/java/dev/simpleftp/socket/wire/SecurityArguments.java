package dev.simpleftp.socket.wire;

import dev.simpleftp.socket.wire.Command.ProtectionLevel;
import java.util.Locale;

/// Reads what stands behind AUTH, PBSZ and PROT (RFC 2228, RFC 4217).
final class SecurityArguments {
  private static final long MOST = (1L << 32) - 1;

  private SecurityArguments() {}

  /// RFC 4217 §4: TLS, and its older names. TLS-P and SSL protect the data connections as well.
  static Command authenticate(String argument) throws CommandRejected {
    return switch (argument.strip().toUpperCase(Locale.ROOT)) {
      case "TLS", "TLS-C" -> new Command.Authenticate(false);
      case "TLS-P", "SSL" -> new Command.Authenticate(true);
      default -> throw new CommandRejected(504, "Only TLS is supported.");
    };
  }

  /// RFC 2228 §3: a number of 32 bits; TLS needs none.
  static Command bufferSize(String argument) throws CommandRejected {
    if (Decimal.read(argument.strip()).orElse(Long.MAX_VALUE) > MOST) {
      throw new CommandRejected(501, "A number is expected; with TLS it is 0.");
    }
    return new Command.ProtectionBuffer();
  }

  /// RFC 4217 §9: clear or private; there is nothing between.
  static Command level(String argument) throws CommandRejected {
    return switch (argument.strip().toUpperCase(Locale.ROOT)) {
      case "C" -> new Command.Protect(ProtectionLevel.CLEAR);
      case "P" -> new Command.Protect(ProtectionLevel.PRIVATE);
      case "S", "E" -> throw new CommandRejected(536, "Only C and P are supported.");
      default -> throw new CommandRejected(504, "Only C and P are supported.");
    };
  }
}
