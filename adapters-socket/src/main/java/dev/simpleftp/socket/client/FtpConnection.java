package dev.simpleftp.socket.client;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A session after login: commands one after the other, and at most one transfer.
final class FtpConnection implements Closeable {
  private static final int BUFFER_SIZE = 256 * 1024;

  private final ControlSession control;
  private final PassiveDialer dialer;
  private final ClientConfig limits;
  private final Watchdog watchdog;
  private RemoteFeatures features;
  private String greeting = "";
  private volatile @Nullable DataTransfer transfer;
  private @Nullable ByteBuffer buffer;

  FtpConnection(
      ControlSession control, RemoteFeatures features, ClientConfig limits, Watchdog watchdog) {
    this.control = control;
    this.dialer = new PassiveDialer(control, limits.connect());
    this.features = features;
    this.limits = limits;
    this.watchdog = watchdog;
  }

  /// What the server says it can do, without what it then refused.
  RemoteFeatures features() {
    return features;
  }

  /// What the server said first.
  String greeting() {
    return greeting;
  }

  /// Notes what was found out beyond that.
  void learned(RemoteFeatures found) {
    features = found;
  }

  void greetedWith(String words) {
    greeting = words;
  }

  /// Which way data connections are made and why.
  String dialling() {
    return dialer.words();
  }

  /// What protects the session, in one sentence.
  String protection() {
    return control
        .tls()
        .map(tls -> tls.words() + (control.dataTls().isEmpty() ? " Files go in clear." : ""))
        .orElse("None: passwords and files go in clear.");
  }

  /// Whether the commands and the files are encrypted.
  boolean isProtected() {
    return control.dataTls().isPresent();
  }

  ClientConfig limits() {
    return limits;
  }

  boolean isOpen() {
    return control.isOpen();
  }

  /// The buffer of the one transfer, empty.
  ByteBuffer buffer() {
    if (buffer == null) {
      buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    }
    return buffer.clear();
  }

  /// Sends a command that moves no data.
  ///
  /// @throws Refused BUSY while a transfer is open
  Reply ask(String verb, String argument) throws IOException {
    requireNoTransfer();
    return learn(verb, control.ask(verb, argument));
  }

  /// The same for a command that reads or writes a whole file.
  Reply askPatiently(String verb, String argument) throws IOException {
    requireNoTransfer();
    return control.ask(verb, argument, limits.commit());
  }

  /// The same, but a reply that only announces another is passed over.
  Reply askToTheEnd(String verb, String argument) throws IOException {
    Reply reply = ask(verb, argument);
    while (reply.isPreliminary()) {
      reply = control.reply();
    }
    return reply;
  }

  /// The same, but any reply other than 2xx is a refusal.
  void command(String verb, String argument, Diagnosis diagnosis) throws IOException {
    require(ask(verb, argument), diagnosis);
  }

  /// Begins a transfer: data connection first, then REST, then the command.
  ///
  /// @param offset octets to leave out; 0 sends no REST
  DataTransfer begin(String verb, String argument, long offset, Diagnosis diagnosis)
      throws IOException {
    requireNoTransfer();
    SocketChannel data = dialer.dial();
    DataTransfer begun = null;
    Reply first;
    try {
      first = learn(verb, restart(offset, verb, argument));
      if (first.isPreliminary() || first.isCompletion()) {
        begun = new DataTransfer(control, data, watchdog, limits, first);
        transfer = begun;
      }
    } finally {
      if (begun == null) {
        data.close();
      }
    }
    if (begun == null) {
      throw refusal(first, diagnosis);
    }
    begun.protect();
    return begun;
  }

  /// What a refusing reply means.
  static IOException refusal(Reply reply, Diagnosis diagnosis) throws IOException {
    if (Refusals.isUnclear(reply)) {
      return Refusals.as(diagnosis.find(), reply);
    }
    return Refusals.isDoubtfullyBusy(reply)
        ? Refusals.as(foundOrBusy(diagnosis.find()), reply)
        : Refusals.read(reply, Refusal.DENIED);
  }

  /// What was found, unless nothing was: then the file is busy, as the server says.
  private static Refusal foundOrBusy(Refusal found) {
    return found == Refusal.DENIED || found == Refusal.UNSUPPORTED ? Refusal.BUSY : found;
  }

  static void require(Reply reply, Diagnosis diagnosis) throws IOException {
    if (!reply.isCompletion()) {
      throw refusal(reply, diagnosis);
    }
  }

  /// Takes leave politely, within a short time; in the middle of something just leaves.
  @Override
  public void close() throws IOException {
    DataTransfer running = transfer;
    boolean busy = running != null && !running.isOver();
    if (running != null && busy) {
      running.kill();
    }
    if (!busy && !control.isWaiting() && control.isOpen()) {
      CleanUp.calmly(this::quit);
    }
    control.close();
  }

  private void quit() throws IOException {
    try (var _ = watchdog.watch(control, limits.settle())) {
      control.ask("QUIT");
      control.endOutput();
    } catch (IOException _) {
      // Whatever the server says or does not say, we leave.
    }
  }

  private Reply restart(long offset, String verb, String argument) throws IOException {
    if (offset > 0) {
      Reply reply = control.ask("REST", Long.toString(offset));
      if (!reply.isIntermediate()) {
        throw Refusals.read(reply, Refusal.UNSUPPORTED);
      }
    }
    Reply first = control.ask(verb, argument);
    if (offset > 0 && !first.isPreliminary() && !first.isCompletion()) {
      control.ask("REST", "0"); // Some servers keep the offset for the next file
    }
    return first;
  }

  /// Some servers list MLST and MLSD among their features and do not know them.
  private Reply learn(String verb, Reply reply) {
    boolean unknown = reply.code() == 500 || reply.code() == 502;
    if (unknown && verb.equals("MLSD")) {
      features = features.withoutMlsd();
    }
    if (unknown && verb.equals("MLST")) {
      features = features.withoutMlst();
    }
    return reply;
  }

  private void requireNoTransfer() throws Refused {
    DataTransfer running = transfer;
    if (running != null && !running.isOver()) {
      throw new Refused(
          Refusal.BUSY, "A transfer is open on this connection; only one can be at a time.");
    }
  }
}
