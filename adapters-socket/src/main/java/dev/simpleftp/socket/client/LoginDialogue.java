package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.MalformedReply;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/// The words at the beginning of a session: greeting, USER, PASS, and where one stands then.
record LoginDialogue(ControlSession control) {
  private static final int GREETING = 220;
  private static final int WANTS_PASSWORD = 331;
  private static final int DIRECTORY = 257;

  private static final Set<Object> ABOUT_TLS =
      Set.of("tls", "ssl", "auth", "cleartext", "encrypt", "encrypted", "encryption");
  private static final String WANTS_TLS =
      "The server lets nobody in without TLS; open it with --tls=required or as ftpes://HOST. It"
          + " says: ";

  /// Waits until the server is ready.
  ///
  /// @param patience for the first words; a server that asks for a moment gets a moment
  /// @return the greeting
  Reply greeted(Peer peer, Duration patience) throws IOException {
    Reply greeting;
    try {
      greeting = control.reply(patience);
      while (greeting.isPreliminary()) { // 120: ready in a moment
        greeting = control.reply();
      }
    } catch (ConnectionFailed e) {
      throw e.getCause() instanceof MalformedReply
          ? ConnectionFailed.ofSession(
              "%s does not speak FTP; is this the right port?".formatted(peer), e)
          : e;
    }
    if (!greeting.isCompletion()) {
      String sentence = "%s refuses the connection: %s".formatted(peer, greeting.text());
      throw greeting.code() / 100 == 4
          ? ConnectionFailed.ofSession(sentence)
          : new Refused(Refusal.DENIED, sentence);
    }
    return greeting;
  }

  /// @throws Refused LOGIN_DENIED; UNSUPPORTED when the server does not know the commands
  void logIn(Login login) throws IOException {
    Reply reply = user(login);
    while (reply.code() == GREETING) { // One more line of a greeting that forgot its dashes
      reply = control.reply();
    }
    if (reply.code() == WANTS_PASSWORD) {
      reply = control.ask("PASS", login.secret().reveal());
    }
    if (reply.isIntermediate()) {
      throw new Refused(
          Refusal.LOGIN_DENIED,
          "The server wants an account (ACCT) besides the password, which is not supported: "
              + reply.text());
    }
    if (!reply.isCompletion()) {
      throw refusal(reply);
    }
  }

  private Reply user(Login login) throws IOException {
    try {
      return control.ask("USER", login.user());
    } catch (ConnectionFailed e) {
      throw isAboutTls(String.valueOf(e.getMessage()))
          ? ConnectionFailed.ofSession(WANTS_TLS + e.getMessage(), e)
          : e;
    }
  }

  private boolean isAboutTls(String words) {
    var each = new StringTokenizer(words.toLowerCase(Locale.ROOT), " .,;:!?()'\"/-_");
    return control.tls().isEmpty() && Collections.list(each).stream().anyMatch(ABOUT_TLS::contains);
  }

  /// Not every no is about the password.
  private IOException refusal(Reply reply) {
    if (isAboutTls(reply.text())) {
      return new Refused(Refusal.UNSUPPORTED, WANTS_TLS + reply);
    }
    return switch (reply.code()) {
      case 500, 501, 502, 503, 504 ->
          new Refused(Refusal.UNSUPPORTED, "The server does not take this way to log in: " + reply);
      case 430, 530, 532, 550, 553 -> Refusals.as(Refusal.LOGIN_DENIED, reply);
      default ->
          reply.code() / 100 == 4
              ? ConnectionFailed.ofSession("The server lets nobody in just now: " + reply.text())
              : Refusals.as(Refusal.LOGIN_DENIED, reply);
    };
  }

  /// The directory that the session begins in; the root where the server does not tell.
  FilePath home() throws IOException {
    Reply reply = control.ask("PWD");
    try {
      return reply.code() == DIRECTORY ? directory(named(reply.text())) : FilePath.ROOT;
    } catch (Refused _) {
      return FilePath.ROOT;
    }
  }

  /// Servers on Windows may say `\pub` or `C:\pub`, others names that are no path for us at all.
  private static FilePath directory(String name) throws Refused {
    String path = name.startsWith("/") ? name : name.replace('\\', '/');
    boolean drive = path.startsWith(":/", 1);
    return path.startsWith("/") || drive ? FilePath.of(path) : FilePath.ROOT;
  }

  /// What stands between the first quotes, doubled quotes inside it (RFC 959, appendix II); without
  /// quotes the first word.
  private static String named(String text) {
    int quote = text.indexOf('"');
    if (quote < 0) {
      return text.strip().split(" ", 2)[0];
    }
    var result = new StringBuilder();
    int i = quote + 1;
    while (i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
      result.append(text.charAt(i));
      i += text.charAt(i) == '"' ? 2 : 1;
    }
    return result.toString();
  }
}
