package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.DigestReply;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Digests that the server computes: by HASH, and of parts where RANG is there
/// (draft-bryan-ftpext-hash), else by XSHA256 and its sisters.
///
/// The sisters have no standard, so they are asked for whole files alone. An answer that is not
/// beyond doubt is no answer.
final class RemoteChecksums implements Capability.Checksums {
  private static final List<DigestAlgorithm> BEST_FIRST =
      List.of(
          DigestAlgorithm.SHA_256,
          DigestAlgorithm.SHA_512,
          DigestAlgorithm.SHA_1,
          DigestAlgorithm.MD5,
          DigestAlgorithm.CRC32);

  private static final Map<DigestAlgorithm, List<String>> SISTERS =
      Map.of(
          DigestAlgorithm.SHA_256, List.of("XSHA256"),
          DigestAlgorithm.SHA_512, List.of("XSHA512"),
          DigestAlgorithm.SHA_1, List.of("XSHA1", "XSHA"),
          DigestAlgorithm.MD5, List.of("XMD5", "MD5"),
          DigestAlgorithm.CRC32, List.of("XCRC"));

  private static final String WHOLE_AGAIN = "1 0";

  private final FtpConnection connection;
  private final Lookup lookup;
  private @Nullable DigestAlgorithm chosen;

  RemoteChecksums(FtpConnection connection, Lookup lookup) {
    this.connection = connection;
    this.lookup = lookup;
    this.chosen = connection.features().usualHash().orElse(null);
  }

  @Override
  public List<DigestAlgorithm> algorithms() {
    return BEST_FIRST.stream().filter(a -> hashes(a) || sister(a).isPresent()).toList();
  }

  @Override
  public Digest digest(FilePath path, DigestAlgorithm algorithm, OctetRange range)
      throws IOException {
    if (!algorithms().contains(algorithm)) {
      throw unsupported("The server computes no " + algorithm.title() + ".");
    }
    Optional<OctetRange> part = part(path, range);
    if (hashes(algorithm)) {
      return part.isPresent() ? hashPart(path, algorithm, part.get()) : hash(path, algorithm);
    }
    if (part.isPresent()) {
      throw unsupported("The server computes digests of whole files only.");
    }
    return askSister(path, algorithm);
  }

  private boolean hashes(DigestAlgorithm algorithm) {
    return connection.features().hashes().contains(algorithm);
  }

  private Optional<String> sister(DigestAlgorithm algorithm) {
    return SISTERS.getOrDefault(algorithm, List.of()).stream()
        .filter(verb -> connection.features().has(verb))
        .findFirst();
  }

  /// The octets that are meant, or empty for all of the file.
  private Optional<OctetRange> part(FilePath path, OctetRange range) throws IOException {
    if (range.equals(OctetRange.WHOLE)) {
      return Optional.empty();
    }
    FileEntry file = lookup.find(path);
    if (file.isDirectory()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    OctetRange part = range.within(file.size());
    if (range.start() > 0 && range.start() >= file.size()) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    return part.start() == 0 && part.end() == file.size() ? Optional.empty() : Optional.of(part);
  }

  private Digest hashPart(FilePath path, DigestAlgorithm algorithm, OctetRange part)
      throws IOException {
    if (!connection.features().ranges() || part.length() == 0) {
      throw unsupported("The server computes digests of whole files only.");
    }
    choose(algorithm);
    Reply range = connection.ask("RANG", part.start() + " " + (part.end() - 1));
    if (!range.isIntermediate()) {
      throw Refusals.as(Refusal.UNSUPPORTED, range);
    }
    Optional<Digest> digest = Optional.empty();
    Reply reply = connection.askPatiently("HASH", path.toString());
    try {
      digest = DigestReply.ofHash(reply, algorithm, part);
    } finally {
      if (digest.isEmpty()) {
        connection.ask("RANG", WHOLE_AGAIN); // It must not be left for the next transfer
      }
    }
    return required(digest, reply, path);
  }

  private Digest hash(FilePath path, DigestAlgorithm algorithm) throws IOException {
    choose(algorithm);
    Reply reply = connection.askPatiently("HASH", path.toString());
    return required(DigestReply.ofHash(reply, algorithm, OctetRange.WHOLE), reply, path);
  }

  private void choose(DigestAlgorithm algorithm) throws IOException {
    if (algorithm != chosen) {
      Reply reply = connection.ask("OPTS", "HASH " + algorithm.title());
      if (!reply.isCompletion()) {
        throw Refusals.as(Refusal.UNSUPPORTED, reply);
      }
      chosen = algorithm;
    }
  }

  private Digest askSister(FilePath path, DigestAlgorithm algorithm) throws IOException {
    Reply reply = connection.askPatiently(sister(algorithm).orElseThrow(), quoted(path));
    return required(DigestReply.ofSister(reply, algorithm), reply, path);
  }

  /// A blank would end the name for some servers; quotes would belong to it for others.
  private static String quoted(FilePath path) {
    String name = path.toString();
    return name.indexOf(' ') < 0 ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /// What stands at the path tells more than the words of a server about a verb of its own.
  private Digest required(Optional<Digest> digest, Reply reply, FilePath path) throws IOException {
    if (digest.isPresent()) {
      return digest.get();
    }
    if (reply.isCompletion()) {
      throw unsupported("The server's answer is no clear digest: " + reply.text());
    }
    IOException failure = Refusals.read(reply, Refusal.NOT_FOUND);
    boolean aboutTheName =
        failure instanceof Refused refused
            && Stream.of(Refusal.NOT_FOUND, Refusal.NOT_A_FILE, Refusal.UNSUPPORTED)
                .anyMatch(r -> r == refused.refusal());
    throw aboutTheName
        ? Refusals.as(lookup.whyNot(path, Refusal.UNSUPPORTED, Refusal.NOT_A_FILE), reply)
        : failure;
  }

  private static Refused unsupported(String sentence) {
    return new Refused(Refusal.UNSUPPORTED, sentence);
  }
}
