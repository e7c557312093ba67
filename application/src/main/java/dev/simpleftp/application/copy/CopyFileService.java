package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.store.Pace;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Duration;

/// Tries until the copy is complete, or until trying again is of no use.
public final class CopyFileService implements CopyFile {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final TransferJournal journal;
  private final Pace pace;

  /// @param journal where the beginning of a copy is noted
  public CopyFileService(TransferJournal journal) {
    this(journal, Pace.REAL);
  }

  CopyFileService(TransferJournal journal, Pace pace) {
    this.journal = journal;
    this.pace = pace;
  }

  @Override
  public Report copy(Order order, CopyListener listener) throws IOException {
    var history = new CopyHistory(pace);
    requireReachable(order, listener);
    while (true) {
      try {
        return new CopyAttempt(order, listener, journal, history).run();
      } catch (Failed failed) {
        prepareNext(order, history, failed);
        pause(order.options().retries(), history, failed.reason(), listener);
      } catch (IOException e) {
        throw new Failed(Side.TARGET, e, history.isResumable());
      }
    }
  }

  /// Whoever cannot be reached at all is not waited for: the address may be wrong.
  private static void requireReachable(Order order, CopyListener listener) throws Failed {
    open(order.from().endpoint(), Side.SOURCE, listener);
    open(order.to().endpoint(), Side.TARGET, listener);
  }

  private static void open(Endpoint endpoint, Side side, CopyListener listener) throws Failed {
    if (endpoint.current().isEmpty()) {
      listener.state(CopyListener.State.CONNECTING);
      CopySide.at(side, endpoint::session);
    }
  }

  /// Gives up, or makes what is lost ready for the next try.
  private static void prepareNext(Order order, CopyHistory history, Failed failed) throws Failed {
    boolean lost = failed.reason() instanceof ConnectionFailed line && line.isSessionLost();
    if (lost) {
      endpoint(order, failed.side()).drop();
    }
    boolean again =
        failed.reason() instanceof CopyHistory.SourceChanged
            ? history.sourceChanged()
            : mayPass(failed.reason());
    if (!again || history.tries() >= order.options().retries().most()) {
      throw new Failed(failed.side(), lastWord(failed.reason()), history.isResumable());
    }
    history.failed();
  }

  private static IOException lastWord(IOException reason) {
    return reason instanceof CopyHistory.SourceChanged
        ? new Mismatch(String.valueOf(reason.getMessage()))
        : reason;
  }

  private static Endpoint endpoint(Order order, Side side) {
    return side == Side.SOURCE ? order.from().endpoint() : order.to().endpoint();
  }

  /// Whether the same may succeed in a moment.
  private static boolean mayPass(IOException reason) {
    return switch (reason) {
      case ConnectionFailed _ -> true;
      case Refused refused -> refused.refusal() == Refusal.BUSY;
      default -> false;
    };
  }

  private void pause(Retries retries, CopyHistory history, IOException cause, CopyListener listener)
      throws IOException {
    listener.state(CopyListener.State.WAITING);
    long due = pace.now() + history.pause(retries).toNanos();
    for (long left = due - pace.now(); left > 0; left = due - pace.now()) {
      listener.waits(Duration.ofNanos(left), history.tries(), cause);
      pace.until(pace.now() + Math.min(left, SECOND));
    }
  }
}
