package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;

/// The words by which a session comes under TLS (RFC 4217).
final class TlsDialogue {
  private static final int GO_AHEAD = 234;
  private static final String NOT_OFFERED =
      "%s does not offer TLS, so nobody was logged in; ftp:// with --tls=prefer uses it without"
          + " protection. It says: %s";
  private static final String NOT_OFFERED_AS_EXPECTED =
      "%s does not offer TLS, though it was under TLS before or a certificate was named by its"
          + " fingerprint, so nobody was logged in: somebody may stand between. Ask who runs it;"
          + " --tls=none goes there without protection. It says: %s";

  private final ControlSession control;
  private final ClientTls tls;
  private final Peer peer;
  private final boolean expected;

  /// @param expected whether TLS is expected of the server: then nobody logs in without it where it
  ///   is preferred
  TlsDialogue(ControlSession control, ClientTls tls, Peer peer, boolean expected) {
    this.control = control;
    this.tls = tls;
    this.peer = peer;
    this.expected = expected;
  }

  /// Comes before the greeting.
  ///
  /// @throws UnverifiedCertificate when the server may be somebody else
  void connected() throws IOException {
    if (tls.mode() == ClientTls.Mode.IMPLICIT) {
      control.secure(tls.session(peer));
    }
  }

  /// Comes between the greeting and the login, which may go on in clear only where that is allowed.
  ///
  /// @throws Refused UNSUPPORTED when the server does not offer TLS and must
  /// @throws UnverifiedCertificate when the server may be somebody else
  /// @throws ConnectionFailed when TLS was agreed upon and does not come about
  void greeted(Login login) throws IOException {
    switch (tls.mode()) {
      case NONE, IMPLICIT -> {
        // Nothing is to be said.
      }
      case REQUIRE -> demand(NOT_OFFERED);
      case PREFER -> {
        if (expected) {
          demand(NOT_OFFERED_AS_EXPECTED);
        } else {
          prefer(login);
        }
      }
    }
  }

  /// @param otherwise tells what a refusal means, with places for the server and its words
  private void demand(String otherwise) throws IOException {
    Reply reply = control.ask("AUTH", "TLS");
    if (reply.code() != GO_AHEAD) {
      throw new Refused(Refusal.UNSUPPORTED, otherwise.formatted(peer, reply));
    }
    control.secure(tls.session(peer));
  }

  private void prefer(Login login) throws IOException {
    if (isOffered() && control.ask("AUTH", "TLS").code() == GO_AHEAD) {
      control.secure(tls.session(peer));
    } else if (!login.isAnonymous()) {
      tell("%s does not offer TLS: the password and the files go in clear.".formatted(peer));
    }
  }

  /// Comes after the login: protects the data connections (RFC 4217 §9).
  ///
  /// @throws Refused UNSUPPORTED when the server does not want to and must
  void loggedIn() throws IOException {
    if (control.tls().isEmpty()) {
      return;
    }
    control.ask("PBSZ", "0");
    Reply reply = control.ask("PROT", "P");
    if (reply.isCompletion()) {
      control.protectData();
    } else if (tls.mode() == ClientTls.Mode.PREFER) {
      tell("%s does not protect files: they go in clear (%s).".formatted(peer, reply));
    } else {
      throw new Refused(
          Refusal.UNSUPPORTED,
          "%s protects the login, but not the files (PROT P): %s".formatted(peer, reply));
    }
  }

  private void tell(String notice) {
    tls.notices().accept(control.remote().getAddress(), notice);
  }

  /// A server that does not tell, or not before the login, is just asked for it.
  private boolean isOffered() throws IOException {
    Reply reply = control.ask("FEAT");
    return !reply.isCompletion()
        || RemoteFeatures.of(reply).lines().stream().anyMatch(TlsDialogue::namesTls);
  }

  /// Mechanisms are named one a line or many after each other: `AUTH TLS`, `AUTH SSL;TLS`.
  private static boolean namesTls(String line) {
    return line.startsWith("AUTH") && line.contains("TLS");
  }
}
