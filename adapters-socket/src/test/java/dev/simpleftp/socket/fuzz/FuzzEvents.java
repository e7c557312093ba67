package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.server.WireEvents;
import dev.simpleftp.socket.wire.CommandCodec;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Hears what whoever watches the server would hear, and keeps what should never be heard.
final class FuzzEvents implements WireEvents {
  private static final long PATIENCE_SECONDS = 30;
  private static final String SECRET = FuzzServer.PASSWORD.toUpperCase(Locale.ROOT);

  private final Map<Integer, CompletableFuture<Boolean>> gone = new ConcurrentHashMap<>();
  private final Queue<String> findings = new ConcurrentLinkedQueue<>();
  private final AtomicLong commands = new AtomicLong();

  /// Commands that were heard.
  long commands() {
    return commands.get();
  }

  /// Fails if something was heard that should not be.
  void assertNothingFound() {
    String finding = findings.poll();
    if (finding != null) {
      throw new AssertionError(finding);
    }
  }

  /// Tells of the end of connections from this port from now on.
  void expect(int port) {
    gone.put(port, new CompletableFuture<>());
  }

  /// Waits until the server has given up what the connection from this port held.
  void awaitGone(int port) {
    try {
      CompletableFuture<Boolean> end = gone.get(port);
      if (end != null) {
        end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        gone.remove(port);
      }
    } catch (TimeoutException e) {
      throw new AssertionError("A session stays although its client is gone.", e);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void commandReceived(Peer peer, String line) {
    commands.incrementAndGet();
    String start = line.stripLeading().toUpperCase(Locale.ROOT);
    boolean password = start.startsWith("PASS") || start.startsWith("ACCT");
    boolean masked = start.equals("PASS ***") || start.equals("ACCT ***");
    boolean verb = CommandCodec.peek(line).isPresent();
    boolean argument = start.indexOf(SECRET) > start.indexOf(' ') && start.indexOf(' ') > 0;
    if ((password && !masked) || (!verb && argument)) {
      findings.add("A secret was heard: " + line);
    }
  }

  @Override
  public void disconnected(Peer peer) {
    CompletableFuture<Boolean> end = gone.get(peer.port());
    if (end != null) {
      end.complete(true);
    }
  }

  @Override
  public void acceptFailed(Throwable fault) {
    findings.add("A connection was not accepted: " + trace(fault));
  }

  @Override
  public void faulted(Peer peer, Throwable fault) {
    findings.add("A session ended by a fault: " + trace(fault));
  }

  @Override
  public void turnedAway(Peer peer) {
    findings.add("A connection was turned away although few are open.");
  }

  private static String trace(Throwable fault) {
    var text = new StringBuilder(fault.toString());
    for (StackTraceElement element : fault.getStackTrace()) {
      text.append("\n    at ").append(element);
    }
    return text.toString();
  }
}
