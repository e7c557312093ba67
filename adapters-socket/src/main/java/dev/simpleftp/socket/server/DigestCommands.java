package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.DigestFile;
import dev.simpleftp.application.port.in.DigestFile.Question;
import dev.simpleftp.application.port.in.DigestFile.Result;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// HASH, MD5, XCRC and its sisters: digests of the octets as they are stored, whatever the TYPE
/// (draft-bryan-ftpext-hash §3).
///
/// Replies in the order of the checks: the store's refusal · 554 for a range behind the end · 213,
/// 250 or 251, or 426 after ABOR, 451.
final class DigestCommands {
  private final Conversation conversation;
  private final DigestFile digestFile;
  private final Transfers transfers;

  DigestCommands(Conversation conversation, DigestFile digestFile, Transfers transfers) {
    this.conversation = conversation;
    this.digestFile = digestFile;
    this.transfers = transfers;
  }

  Reply carryOut(Command.Integrity command) throws IOException {
    return switch (command) {
      case Command.Hash(var path) -> hash(path);
      case Command.Md5(var path) -> md5(path);
      case Command.Checksum(var path, var algorithm, var range) ->
          digest(
              resolve(path),
              new Question(algorithm, range),
              result -> Reply.of(250, result.digest().hex()));
      case Command.OptionHash(var algorithm) -> option(algorithm);
    };
  }

  private Reply hash(String pathname) throws IOException {
    OctetRange range = conversation.state().takeRange();
    var question = new Question(conversation.state().digestAlgorithm(), range);
    FilePath path = resolve(pathname);
    return digest(path, question, result -> Reply.of(213, hashed(result) + " " + path));
  }

  /// The draft counts the last octet in, so for an empty file 0-0 is as near as it gets.
  private static String hashed(Result result) {
    OctetRange range = result.range();
    return "%s %d-%d %s"
        .formatted(
            result.digest().algorithm().title(),
            range.start(),
            Math.max(range.start(), range.end() - 1),
            result.digest().hex());
  }

  private Reply md5(String pathname) throws IOException {
    FilePath path = resolve(pathname);
    var question = new Question(DigestAlgorithm.MD5, OctetRange.WHOLE);
    return digest(path, question, result -> Reply.of(251, path + " " + result.digest().hex()));
  }

  private Reply option(Optional<DigestAlgorithm> chosen) {
    chosen.ifPresent(conversation.state()::digestAlgorithm);
    return Reply.of(200, conversation.state().digestAlgorithm().title());
  }

  /// Beside the control connection, because a large file takes its time.
  private Reply digest(FilePath path, Question question, Function<Result, Reply> reply)
      throws IOException {
    return transfers.run(link ->
        reply.apply(digestFile.digest(conversation.session(), path, question, link::moved)));
  }

  private FilePath resolve(String path) throws IOException {
    return conversation.session().resolve(path);
  }
}
