package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.Optional;

/// USER, PASS, ACCT, REIN, QUIT (RFC 959 §4.1.1), HOST (RFC 7151).
final class AccessCommands {
  private final Conversation conversation;
  private final UseCases useCases;
  private final Limits limits;

  AccessCommands(Conversation conversation, UseCases useCases, Limits limits) {
    this.conversation = conversation;
    this.useCases = useCases;
    this.limits = limits;
  }

  Reply carryOut(Command.Access command) throws IOException {
    return switch (command) {
      case Command.User(var name) -> user(name);
      case Command.Pass(var secret) -> pass(secret);
      case Command.Account() -> Reply.of(202, "No account is needed.");
      case Command.Reinitialize() -> reinitialize();
      case Command.Host() -> host();
      case Command.Quit() -> quit();
    };
  }

  /// 331 whether the name exists or not, which is nobody's business; 232 where the certificate of
  /// the client is that of the user (RFC 2228 §3), 421 during a ban.
  private Reply user(String name) throws IOException {
    conversation.announceUser(name);
    return conversation.protection().provenUser().equals(Optional.of(name))
        ? proved(name)
        : askForPassword();
  }

  private Reply proved(String name) throws IOException {
    try {
      conversation.begin(useCases.open().open(Login.ofProved(name), conversation.peer()));
      conversation.takeUser();
      return Reply.of(232, "Logged in by certificate; no password is needed.");
    } catch (Refused refused) {
      return refused.refusal() == Refusal.BANNED ? refuse(Refusal.BANNED) : askForPassword();
    }
  }

  private static Reply askForPassword() {
    return Reply.of(331, "Tell the password with PASS; guests may send anything.");
  }

  /// 503 without USER, 230, 530, and 421 after too many failures or during a ban.
  private Reply pass(Secret secret) throws IOException {
    Optional<String> user = conversation.takeUser();
    if (user.isEmpty()) {
      return Reply.of(503, "Tell who you are with USER first.");
    }
    try (secret) {
      conversation.begin(useCases.open().open(new Login(user.get(), secret), conversation.peer()));
      return Reply.of(230, "Logged in.");
    } catch (Refused refused) {
      return refuse(refused.refusal());
    }
  }

  private Reply refuse(Refusal refusal) {
    if (refusal == Refusal.BANNED) {
      conversation.finish();
      return Refusals.reply(refusal);
    }
    if (conversation.countFailedLogin() >= limits.loginAttempts()) {
      conversation.finish();
      return Reply.of(421, "Login incorrect too often; closing.");
    }
    return Reply.of(530, "Login incorrect.");
  }

  /// 220: as if the client had just come; only the connection stays (RFC 959 §4.1.1).
  private Reply reinitialize() throws IOException {
    conversation.takeUser();
    conversation.endSession();
    conversation.protection().reset();
    return Reply.of(220, "Ready for a new user.");
  }

  /// 503 after the login, 220 for every name: there is one tree for all of them (RFC 7151 §3.2). A
  /// name that USER told belonged to the other host and is forgotten.
  private Reply host() {
    if (conversation.loggedIn()) {
      return Reply.of(503, "HOST comes before the login; REIN ends this one.");
    }
    conversation.takeUser();
    return Reply.of(220, "Ready; this host has one tree for every name.");
  }

  private Reply quit() {
    conversation.finish();
    return Reply.of(221, "Good-bye.");
  }
}
