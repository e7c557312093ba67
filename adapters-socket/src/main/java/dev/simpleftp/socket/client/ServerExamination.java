package dev.simpleftp.socket.client;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.tls.SessionTls;
import dev.simpleftp.socket.wire.Decimal;
import dev.simpleftp.socket.wire.FtpTime;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// What is to be found out after the login.
final class ServerExamination {
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(2);
  private static final Duration RENEW_BEFORE = Duration.ofDays(14);
  private static final List<String> CHECKSUMS =
      List.of("HASH", "XSHA512", "XSHA256", "XSHA1", "XSHA", "XMD5", "MD5", "XCRC");

  private final ControlSession control;
  private final InstantSource clock;
  private final Consumer<Finding> findings;

  ServerExamination(ControlSession control, InstantSource clock, Consumer<Finding> findings) {
    this.control = control;
    this.clock = clock;
    this.findings = findings;
  }

  void run() throws IOException {
    system();
    RemoteFeatures features = features();
    encoding(features);
    protection(features);
    control.ask("TYPE", "I");
    var data = new DataExamination(control, clock, findings);
    Optional<FileEntry> file = data.run(features.mlst());
    resumption();
    boolean timed = file.isPresent() && aboutFile(file.get());
    if (file.isEmpty()) {
      note("SIZE, MDTM", "not tried: no file was listed", "");
    }
    data.listedBy().ifPresent(verb -> times(verb, timed));
    restart();
    checksums(features);
    setTimes(features);
    uploads(features);
  }

  private void system() throws IOException {
    Reply reply = control.ask("SYST");
    if (reply.isCompletion()) {
      ok("system", reply.text());
    } else {
      note("system", "SYST is refused: " + reply, "");
    }
  }

  private RemoteFeatures features() throws IOException {
    Reply reply = control.ask("FEAT");
    if (reply.code() == 211) {
      ok("features", "%d in the answer to FEAT".formatted(Math.max(0, reply.lines().size() - 2)));
    } else {
      note(
          "features",
          "FEAT is refused: " + reply,
          "A newer server tells what it can, and clients need not guess.");
    }
    return RemoteFeatures.of(reply);
  }

  private void encoding(RemoteFeatures features) {
    if (features.utf8()) {
      ok("UTF-8", "announced");
    } else {
      note(
          "UTF-8",
          "not announced",
          "Names beyond ASCII may look odd; switch UTF-8 on in the server.");
    }
  }

  private void protection(RemoteFeatures features) throws IOException {
    Optional<SessionTls> tls = control.tls();
    if (tls.isPresent()) {
      ok("TLS", tls.get().words());
      if (tls.get().validUntil().isPresent()) {
        certificate(tls.get().validUntil().get());
      }
      return;
    }
    boolean offered = features.lines().stream().anyMatch(line -> line.startsWith("AUTH TLS"));
    if (offered) {
      note("TLS", "offered (AUTH TLS)", "It was not used: passwords and files go in clear.");
    } else {
      note("TLS", "not offered", "Passwords and files go in clear; set up TLS on the server.");
    }
  }

  private void certificate(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    String text = "valid until %s".formatted(end);
    if (left.compareTo(RENEW_BEFORE) < 0) {
      note("certificate", text, "Renew it in time.");
    } else {
      ok("certificate", text);
    }
  }

  /// Many servers refuse data connections that do not resume the session.
  private void resumption() {
    if (control.dataTls().isPresent()) {
      if (control.dataTls().get().isResumed()) {
        ok("TLS data", "resumes the session of the control connection");
      } else {
        note(
            "TLS data", "a handshake each", "Session resumption would make them faster and safer.");
      }
    } else if (control.tls().isPresent()) {
      note("TLS data", "not protected", "Allow PROT P on the server: files go in clear.");
    }
  }

  /// Returns whether the server tells the time of a single file.
  private boolean aboutFile(FileEntry file) throws IOException {
    String name = home().resolve(file.name().text()).toString();
    Reply size = control.ask("SIZE", name);
    OptionalLong told = size.code() == 213 ? value(size) : OptionalLong.empty();
    if (told.isEmpty()) {
      note(
          "SIZE",
          "refused: " + size,
          "Without sizes nobody can tell a whole file from a cut one; use a server with SIZE.");
    } else if (file.sizeKnown() && told.getAsLong() != file.size()) {
      problem(
          "SIZE",
          "%d, but %d in the listing".formatted(told.getAsLong(), file.size()),
          "Resuming needs true sizes; update the server.");
    } else {
      ok("SIZE", "told, and as in the listing");
    }
    return modified(control.ask("MDTM", name));
  }

  private boolean modified(Reply reply) {
    Optional<Instant> time =
        reply.code() == 213 ? FtpTime.read(reply.text().strip()) : Optional.empty();
    if (time.isEmpty()) {
      note("MDTM", "refused: " + reply, "");
      return false;
    }
    ok("MDTM", "told: " + time.get());
    Duration ahead = Duration.between(clock.instant(), time.get());
    if (ahead.compareTo(CLOCKS_MAY_DIFFER) > 0) {
      problem(
          "clock",
          "a file there is dated %d minutes in the future".formatted(ahead.toMinutes()),
          "Set the clocks of both machines by the network (NTP); mirrors compare times.");
    }
    return true;
  }

  /// Where this program gets the times of files from.
  ///
  /// @param listing the command that listed
  /// @param timed whether MDTM tells the time of a single file
  private void times(String listing, boolean timed) {
    if (listing.equals("MLSD")) {
      ok("times", "to the second, by MLSD");
    } else {
      String single = timed ? "; of a single file to the second, by MDTM" : "";
      note("times", "to the minute at best, by %s%s".formatted(listing, single), "");
    }
  }

  private void restart() throws IOException {
    Reply reply = control.ask("REST", "1");
    if (reply.isIntermediate()) {
      control.ask("REST", "0");
      ok("REST", "transfers can be resumed");
    } else {
      note("REST", "refused: " + reply, "A transfer that breaks off begins anew; allow REST.");
    }
  }

  private void checksums(RemoteFeatures features) {
    List<String> verbs =
        CHECKSUMS.stream()
            .filter(verb -> features.lines().stream().anyMatch(line -> isOf(line, verb)))
            .toList();
    if (verbs.isEmpty()) {
      note("checksums", "none announced", "Copies can be proved by their size alone.");
    } else {
      ok("checksums", String.join(", ", verbs));
    }
  }

  private static boolean isOf(String line, String verb) {
    return line.equals(verb) || line.startsWith(verb + " ");
  }

  private void setTimes(RemoteFeatures features) throws IOException {
    Optional<String> verb = features.timeVerb();
    if (verb.isPresent()) {
      ok("set times", "by " + verb.get());
    } else if (features.has(MdtmProbe.VERB) && MdtmProbe.setsTimes(control::ask)) {
      ok("set times", "by MDTM with the time before the name");
    } else {
      note("set times", "no MFMT", "Files get the time of their upload; use a server with MFMT.");
    }
  }

  private void uploads(RemoteFeatures features) {
    if (features.atomicUploads()) {
      ok("uploads", "the server shows a new file only when it is complete");
    } else {
      note(
          "uploads",
          "the server may show half a file",
          "This program sends to a temporary name and renames; others may not.");
    }
  }

  private FilePath home() throws IOException {
    Reply reply = control.ask("PWD");
    String text = reply.text();
    int from = text.indexOf('"') + 1;
    int to = text.indexOf('"', from);
    try {
      return reply.code() == 257 && from > 0 && to > from
          ? FilePath.of(text.substring(from, to))
          : FilePath.ROOT;
    } catch (Refused _) {
      return FilePath.ROOT;
    }
  }

  private static OptionalLong value(Reply reply) {
    return Decimal.read(reply.text().strip());
  }

  private void ok(String topic, String text) {
    findings.accept(Finding.ok(topic, text));
  }

  private void note(String topic, String text, String advice) {
    findings.accept(Finding.note(topic, text, advice));
  }

  private void problem(String topic, String text, String advice) {
    findings.accept(Finding.problem(topic, text, advice));
  }
}
