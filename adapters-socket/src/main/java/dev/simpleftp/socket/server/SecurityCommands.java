package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.Command.ProtectionLevel;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;

/// AUTH, PBSZ, PROT, CCC: TLS on the control connection and on the data connections (RFC 2228, RFC
/// 4217).
final class SecurityCommands {
  private final Conversation conversation;
  private final boolean required;

  /// @param required whether nothing is done in clear
  SecurityCommands(Conversation conversation, boolean required) {
    this.conversation = conversation;
    this.required = required;
  }

  Reply carryOut(Command.Security command) throws IOException {
    return switch (command) {
      case Command.Authenticate(var protectsData) -> authenticate(protectsData);
      case Command.ProtectionBuffer() -> protectionBuffer();
      case Command.Protect(var level) -> protect(level);
      case Command.ClearControl() -> clear();
    };
  }

  /// 503 under TLS, 234; the handshake follows the reply. Nothing that was said in clear holds
  /// after it.
  private Reply authenticate(boolean protectsData) throws IOException {
    if (conversation.protection().ofControl().isPresent()) {
      return Reply.of(503, "TLS is in use already.");
    }
    conversation.takeUser();
    conversation.endSession();
    conversation.protection().want(protectsData);
    return Reply.of(234, "Begin TLS now.");
  }

  /// 503 without TLS, 200 with the size that holds: 0, because TLS cuts its records itself.
  private Reply protectionBuffer() {
    if (conversation.protection().ofControl().isEmpty()) {
      return Reply.of(503, "Begin TLS with AUTH TLS first.");
    }
    conversation.protection().negotiate();
    return Reply.of(200, "PBSZ=0");
  }

  /// 503 without TLS or PBSZ, 534 for C where TLS is required, 200.
  private Reply protect(ProtectionLevel level) {
    Protection protection = conversation.protection();
    if (protection.ofControl().isEmpty() || !protection.isNegotiated()) {
      return Reply.of(503, "AUTH TLS and PBSZ 0 come first.");
    }
    boolean inClear = level == ProtectionLevel.CLEAR;
    if (inClear && required) {
      return Reply.of(534, "Data connections must be protected; use PROT P.");
    }
    protection.protectData(!inClear);
    return Reply.of(200, inClear ? "Data goes in clear." : "Data is protected.");
  }

  /// 533 without TLS, 534: what was begun under TLS ends under it.
  private Reply clear() {
    return conversation.protection().ofControl().isEmpty()
        ? Reply.of(533, "The control connection is not protected.")
        : Reply.of(534, "The control connection stays protected.");
  }
}
