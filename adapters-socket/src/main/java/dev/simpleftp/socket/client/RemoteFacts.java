package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the server said of itself, and how we get along with it.
final class RemoteFacts implements Capability.Facts {
  private final FtpConnection connection;
  private final List<DigestAlgorithm> algorithms;
  private @Nullable String system;

  /// @param algorithms that the server computes digests by
  RemoteFacts(FtpConnection connection, List<DigestAlgorithm> algorithms) {
    this.connection = connection;
    this.algorithms = List.copyOf(algorithms);
  }

  @Override
  public List<Fact> facts() throws IOException {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("greeting", connection.greeting()));
    facts.add(new Fact("system", system()));
    facts.add(new Fact("protection", connection.protection()));
    facts.add(new Fact("features", features()));
    facts.add(new Fact("data connections", connection.dialling()));
    facts.add(new Fact("listings", listings()));
    facts.add(new Fact("names", names()));
    facts.add(new Fact("checksums", checksums()));
    facts.add(new Fact("uploads", uploads()));
    return facts;
  }

  @Override
  public boolean isProtected() {
    return connection.isProtected();
  }

  private String system() throws IOException {
    if (system == null) {
      Reply reply = connection.ask("SYST", "");
      system = reply.isCompletion() ? reply.text() : "It does not say.";
    }
    return system;
  }

  private String features() {
    List<String> names = connection.features().names();
    return names.isEmpty() ? "It names none." : String.join(", ", names);
  }

  private String listings() {
    RemoteFeatures features = connection.features();
    if (features.mlsd()) {
      return "MLSD is used: sizes and times are exact.";
    }
    String why = features.mlst() ? "MLSD is refused" : "There is no MLSD";
    return why + ", so LIST is read: times may be off and names odd.";
  }

  private String names() {
    return connection.features().utf8()
        ? "UTF-8."
        : "UTF-8 is not announced; names are sent in it all the same.";
  }

  private String checksums() {
    return algorithms.isEmpty()
        ? "There are none, so only sizes can be compared."
        : algorithms.stream().map(DigestAlgorithm::title).collect(Collectors.joining(", "))
            + (connection.features().ranges() ? "; of parts of files too." : "; of whole files.");
  }

  private String uploads() {
    return connection.features().atomicUploads()
        ? "An old file stays whole until the new one is complete."
        : "They go to NAME.part and are renamed when they are complete.";
  }
}
