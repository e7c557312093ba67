package dev.simpleftp.application.copy;

import static dev.simpleftp.application.copy.CopySide.at;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Resume;
import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// One try of a copy.
final class CopyAttempt {
  private final CopyFile.Order order;
  private final CopyListener listener;
  private final TransferJournal journal;
  private final CopyHistory history;
  private final TransferJournal.Key key;

  CopyAttempt(
      CopyFile.Order order, CopyListener listener, TransferJournal journal, CopyHistory history) {
    this.order = order;
    this.listener = listener;
    this.journal = journal;
    this.history = history;
    this.key = new TransferJournal.Key(order.from().toString(), order.to().toString());
  }

  CopyFile.Report run() throws IOException {
    FileStore from = store(Side.SOURCE, order.from());
    FileStore to = store(Side.TARGET, order.to());
    history.keeps(to.capability(Capability.Unfinished.class).isPresent());
    var proof = new CopyProof(order, from, to);
    if (history.isAllSent()) {
      Optional<CopyFile.Report> confirmed = confirm(proof, to);
      if (confirmed.isPresent()) {
        return confirmed.get();
      }
    }
    if (history.mayStand() && proof.isPartThere()) {
      history.standsNot();
    }
    if (history.isRetry() && !history.mayStand()) {
      proof.requireFree();
    }
    CopyStart start = start(from, to);
    try {
      return move(proof, from, to, start);
    } catch (CopyStart.NotTheBeginning _) {
      start.requireReplaceable();
      history.beginAnew();
      listener.warned("The part that is there is not the beginning of the file; it begins anew.");
      return move(proof, from, to, CopyStart.ANEW);
    }
  }

  private FileStore store(Side side, CopyFile.Place place) throws CopyFile.Failed {
    if (place.endpoint().current().isEmpty()) {
      listener.state(CopyListener.State.CONNECTING);
    }
    return at(side, () -> place.endpoint().session().store());
  }

  private CopyStart start(FileStore from, FileStore to) throws IOException {
    var known = new CopyStartFinder.Known(resume(), journal.find(key), history.hasBegun());
    var finder = new CopyStartFinder(order, from, to, known);
    if (!finder.isWorthProving()) {
      return finder.anew();
    }
    listener.state(CopyListener.State.CHECKING);
    return finder.find();
  }

  private Resume resume() {
    Resume wanted = order.options().resume();
    if (!history.isAnew()) {
      return wanted;
    }
    return wanted.replacesAll() ? Resume.ANEW : Resume.NEVER;
  }

  private CopyFile.Report move(CopyProof proof, FileStore from, FileStore to, CopyStart start)
      throws IOException {
    Optional<DigestAlgorithm> algorithm = proof.passing();
    Optional<DigestState> digest =
        algorithm.isPresent()
            ? Optional.of(at(Side.TARGET, () -> proof.begun(algorithm.get(), start.offset())))
            : Optional.empty();
    try (CopySource source = CopySource.open(from, order.from().path(), start)) {
      digest.ifPresent(source::digestWith);
      start.requireSame(source.entry());
      return place(source, proof, to, start);
    }
  }

  /// Noted before an octet moves: whatever ends this process, the part is known for ours.
  private void begin(FileEntry source, CopyStart start, FileStore to) throws CopyFile.Failed {
    note(source, to);
    history.starts(source, start.offset());
    if (start.offset() > 0) {
      listener.resumed(start.offset(), start.proof());
    }
    listener.began(source, start.offset());
    listener.state(CopyListener.State.MOVING);
  }

  private CopyFile.Report place(CopySource source, CopyProof proof, FileStore to, CopyStart start)
      throws IOException {
    FileEntry entry = source.entry();
    Proof first;
    try (Upload upload = at(Side.TARGET, () -> upload(to, start))) {
      begin(entry, start, to);
      long reached = fill(upload, source, start);
      listener.state(CopyListener.State.CONFIRMING);
      history.sentAll();
      first = commit(upload, proof.new Check(source, reached, history.mayStand()));
    } catch (CopyFile.Failed failed) {
      forgetIfNothingIsKept(failed, to);
      throw discardIfWrong(failed, to);
    }
    history.stands();
    forget();
    Proof last = proof.after(entry, first);
    return history.report(entry, keepTime(to, entry), last);
  }

  private Upload upload(FileStore to, CopyStart start) throws IOException {
    FilePath path = order.to().path();
    return start.offset() > 0
        ? CopyPart.read(() -> to.upload(path, new WriteMode.ResumeAt(start.offset())))
        : to.upload(path, WriteMode.REPLACE);
  }

  /// Moves what is missing.
  ///
  /// @return octets that the copy has now
  private long fill(Upload upload, CopySource source, CopyStart start) throws CopyFile.Failed {
    try {
      long moved = upload.transferFrom(source, octets -> moved(start.offset(), octets));
      history.moves(moved);
      return source.complete(start.offset() + moved);
    } catch (IOException e) {
      Optional<IOException> ownFault = source.failure();
      throw ownFault.isPresent()
          ? new CopyFile.Failed(Side.SOURCE, ownFault.get(), false)
          : new CopyFile.Failed(Side.TARGET, e, false);
    }
  }

  private void moved(long start, long octets) {
    history.moves(octets);
    listener.moved(start + octets);
  }

  /// The digest is compared before the new content takes its name.
  private Proof commit(Upload upload, CopyProof.Check check) throws CopyFile.Failed {
    boolean stands = at(Side.TARGET, () -> upload.commit(() -> agrees(check)));
    check.rethrow();
    if (!stands) {
      throw new CopyFile.Failed(Side.TARGET, new IOException("The copy was given up."), false);
    }
    return check.proof();
  }

  private boolean agrees(CopyProof.Check check) {
    boolean wanted = check.getAsBoolean();
    if (wanted) {
      history.places();
    }
    return wanted;
  }

  /// A part that holds other octets than the source must never be continued.
  private CopyFile.Failed discardIfWrong(CopyFile.Failed failed, FileStore to) {
    boolean wrong =
        failed.reason() instanceof CopyFile.Mismatch
            || failed.reason() instanceof CopyHistory.SourceChanged;
    if (wrong) {
      try {
        forget();
        Optional<Capability.Unfinished> unfinished = to.capability(Capability.Unfinished.class);
        if (unfinished.isPresent()) {
          to.removeFile(unfinished.get().placeOf(order.to().path()));
        }
      } catch (IOException _) {
        // Without its note nobody continues it.
      }
      history.keeps(false);
    }
    return failed;
  }

  /// The line broke after the last octet: what stands there now may be the whole copy.
  private Optional<CopyFile.Report> confirm(CopyProof proof, FileStore to) throws IOException {
    listener.state(CopyListener.State.CONFIRMING);
    Optional<CopyProof.Confirmed> confirmed = proof.confirm();
    if (confirmed.isEmpty()) {
      return Optional.empty();
    }
    forget();
    FileEntry source = confirmed.get().source();
    return Optional.of(history.report(source, keepTime(to, source), confirmed.get().proof()));
  }

  /// A copy without a note is as good; only a later one cannot go on with it. What was noted before
  /// is of another part then, and would make this one somebody else's.
  private void note(FileEntry source, FileStore to) throws CopyFile.Failed {
    if (!history.isKept()) {
      return;
    }
    if (!source.isFile()) {
      forget();
      return;
    }
    String part = at(Side.TARGET, () -> CopyPart.identity(to, order.to().path()));
    try {
      journal.keep(key, new TransferJournal.Note(source, part));
    } catch (IOException e) {
      forget();
      listener.warned("The copy cannot be noted, so it could not be resumed: " + e.getMessage());
    }
  }

  /// A note without a part would make the next one that comes to stand there ours. While somebody
  /// else copies, it is theirs.
  private void forgetIfNothingIsKept(CopyFile.Failed failed, FileStore to) {
    boolean busy = failed.reason() instanceof Refused refused && refused.refusal() == Refusal.BUSY;
    boolean away = failed.side() == Side.TARGET && failed.reason() instanceof ConnectionFailed;
    if (busy || away || history.hasMovedNow()) {
      return;
    }
    try {
      if (CopyPart.find(to, order.to().path()).isEmpty()) {
        forget();
      }
    } catch (IOException _) {
      // Whether there is one, nobody can tell now.
    }
  }

  private void forget() {
    try {
      journal.forget(key);
    } catch (IOException _) {
      // The next copy writes it anew.
    }
  }

  private boolean keepTime(FileStore to, FileEntry source) {
    boolean wanted = order.options().keepTime() && !source.modified().equals(Instant.EPOCH);
    return wanted
        && to.capability(Capability.Timestamps.class)
            .filter(times -> set(times, source.modified()))
            .isPresent();
  }

  private boolean set(Capability.Timestamps times, Instant modified) {
    try {
      times.modify(order.to().path(), modified);
      return true;
    } catch (Refused _) {
      return false;
    } catch (IOException e) {
      listener.warned("The time of the copy was not set: " + e.getMessage());
      return false;
    }
  }
}
