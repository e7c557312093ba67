package dev.simpleftp.bootstrap.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// The certificate that new control connections get, each with a context of its own. It may be
/// renewed while the server runs.
///
/// Any thread may ask; one renews.
public final class TlsContexts implements Supplier<SSLContext> {
  private volatile TlsIdentity identity;

  public TlsContexts(TlsIdentity identity) {
    this.identity = identity;
  }

  @Override
  public SSLContext get() {
    return identity.context();
  }

  /// The certificate as it is now.
  public ServerCertificate certificate() {
    return identity.certificate();
  }

  /// From now on connections get this one; those that are open keep theirs.
  ///
  /// @return the options whose files have changed
  public List<String> renew(TlsIdentity fresh) {
    List<String> changed = new ArrayList<>();
    if (!fresh.certificate().chain().equals(identity.certificate().chain())) {
      changed.add("tls-cert");
    }
    if (!fresh.clientIssuers().equals(identity.clientIssuers())) {
      changed.add("tls-client-ca");
    }
    if (!changed.isEmpty()) {
      identity = fresh;
    }
    return changed;
  }
}
