package dev.simpleftp.bootstrap;

import dev.simpleftp.bootstrap.tls.TlsContexts;
import dev.simpleftp.socket.server.FtpServerConfig;
import java.util.Optional;

/// All that a server needs to know before it starts, a part for each subject.
record ServerConfig(
    StorageOptions files,
    NetworkOptions network,
    TlsOptions tls,
    LimitOptions limits,
    OfferOptions offer,
    AccountOptions accounts,
    ClassroomOptions classroom,
    LogOptions log,
    StopOptions stop) {

  /// @param contexts present where connections are protected
  FtpServerConfig wire(Optional<TlsContexts> contexts) {
    return new FtpServerConfig(
        network.listen(),
        network.passivePorts(),
        network.passiveAddresses(),
        network.proxies(),
        limits.limits(),
        offer.offer(),
        contexts.map(its -> tls.setup().orElseThrow().over(its, network.listen())));
  }
}
