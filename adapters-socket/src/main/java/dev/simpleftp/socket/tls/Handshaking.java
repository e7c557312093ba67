package dev.simpleftp.socket.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/// Takes the steps of a handshake that depend on what is shared between connections.
public interface Handshaking {
  /// Takes them as they come.
  Handshaking USUAL = new Handshaking() {};

  /// Opens one record.
  ///
  /// @throws SSLException when it is not what TLS wants here
  default SSLEngineResult unwrap(SSLEngine engine, ByteBuffer sealed, ByteBuffer open)
      throws SSLException {
    return engine.unwrap(sealed, open);
  }

  /// Computes what the handshake waits for.
  default void compute(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask(); task != null; ) {
      task.run();
      task = engine.getDelegatedTask();
    }
  }
}
