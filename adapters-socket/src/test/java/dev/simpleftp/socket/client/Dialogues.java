package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.FileStores.Access;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Parts of sessions that many scripts begin or go on with.
public final class Dialogues {
  public static final ClientConfig PATIENT =
      new ClientConfig(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));

  public static final String NO_FEATURES =
      """
      S: 220 ready
      C: USER u
      S: 331 password
      C: PASS p
      S: 230 in
      C: FEAT
      S: 500 what?
      C: TYPE I
      S: 200 binary
      C: PWD
      S: 257 "/"
      """;
  public static final String FACTS = withFeatures("MLST type*;size*;modify*;");
  public static final String OURS = withFeatures("MLST type*;size*;modify*;", "ATOMIC STOR APPE");

  /// A data connection by EPSV.
  public static final String EPSV =
      """
      D: listen
      C: EPSV
      S: 229 Extended (|||{p}|)
      """;

  public static final String QUIT =
      """
      C: QUIT
      S: 221 bye
      """;

  /// Answers of a decent server, for [ScriptedServer#answering]; what a test adds overrides them.
  public static final String DECENT =
      FACTS + EPSV.replace("D: listen\nC: EPSV\n", "C: EPSV\nD: listen\n") + QUIT;

  private static final Watchdog WATCHDOG = new Watchdog();

  private Dialogues() {}

  public static Access open(ScriptedServer server) throws IOException {
    return open(server, PATIENT, Transcript.NONE);
  }

  public static Access open(ScriptedServer server, ClientConfig limits, Transcript transcript)
      throws IOException {
    var stores = new RemoteFileStores(limits, transcript, WATCHDOG);
    return stores.open(new Login("u", Secret.of("p")), server.peer());
  }

  /// Comes back when a transfer that stands still for this long would have been ended.
  static void outlast(Duration stall) {
    var ended = new CountDownLatch(1);
    try (var watchdog = new Watchdog();
        var _ = watchdog.watch(ended::countDown, stall.plusSeconds(1))) {
      ended.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static FilePath path(String text) {
    try {
      return FilePath.of(text);
    } catch (Refused e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static String withFeatures(String... features) {
    return NO_FEATURES.replace(
        "S: 500 what?\n",
        "S: 211-Features:\nS:  " + String.join("\nS:  ", features) + "\nS: 211 End\n");
  }
}
