package dev.simpleftp.application.copy;

import static dev.simpleftp.application.copy.CopySide.at;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// One try of a copy.
///
/// A part that may be continued is looked for only when the journal knows one, or somebody asks for
/// it: most copies begin anew and should cost no question more than that.
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
    if (history.isRetry() && !history.mayStand()) {
      proof.requireFree();
    }
    CopyStart start = start(from, to);
    try {
      return move(proof, from, to, start);
    } catch (CopyStart.NotTheBeginning _) {
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
    CopyFile.Resume resume = history.isAnew() ? CopyFile.Resume.NEVER : order.options().resume();
    Optional<FileEntry> known =
        resume == CopyFile.Resume.NEVER ? Optional.empty() : journal.find(key);
    boolean worthALook = known.isPresent() || resume == CopyFile.Resume.IF_PROVED;
    var finder = new CopyStart.Finder(order, from, to);
    if (!worthALook) {
      if (resume == CopyFile.Resume.IF_KNOWN && !history.hasBegun()) {
        finder.requireNoPart();
      }
      return CopyStart.ANEW;
    }
    listener.state(CopyListener.State.CHECKING);
    return finder.find(known);
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
      begin(source.entry(), start);
      return place(source, proof, to, start);
    }
  }

  /// Noted before there is a part: whatever ends this process, the part is known for ours.
  private void begin(FileEntry source, CopyStart start) {
    note(source);
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
    WriteMode mode =
        start.offset() > 0 ? new WriteMode.ResumeAt(start.offset()) : WriteMode.REPLACE;
    Proof first;
    try (Upload upload = at(Side.TARGET, () -> to.upload(order.to().path(), mode))) {
      long reached = fill(upload, source, start);
      listener.state(CopyListener.State.CONFIRMING);
      history.sentAll();
      first = commit(upload, proof.new Check(source, reached, history.mayStand()));
    } catch (CopyFile.Failed failed) {
      throw discardIfWrong(failed, to);
    }
    history.stands();
    forget();
    Proof last = proof.after(entry, first);
    return history.report(entry, keepTime(to, entry), last);
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

  /// A copy without a note is as good; only a later one cannot go on with it.
  private void note(FileEntry source) {
    if (history.isKept() && source.isFile()) {
      try {
        journal.keep(key, source);
      } catch (IOException e) {
        listener.warned("The copy cannot be noted, so it could not be resumed: " + e.getMessage());
      }
    }
  }

  private void forget() {
    try {
      journal.forget(key);
    } catch (IOException _) {
      // A note without a part says nothing.
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
