package dev.simpleftp.socket.client;

import dev.simpleftp.domain.Refusal;
import java.io.IOException;

/// Looks for the reason of a refusal whose words give none. It asks the server, so it runs only
/// then.
@FunctionalInterface
interface Diagnosis {
  Refusal find() throws IOException;
}
