package dev.simpleftp.bootstrap;

import dev.simpleftp.socket.server.FtpServerConfig;
import java.util.Optional;

/// All that a server needs to know before it starts, a part for each subject.
record ServerConfig(
    StorageOptions files,
    NetworkOptions network,
    LimitOptions limits,
    OfferOptions offer,
    AccountOptions accounts,
    ClassroomOptions classroom,
    LogOptions log,
    StopOptions stop) {

  FtpServerConfig wire() {
    return new FtpServerConfig(
        network.listen(),
        network.passivePorts(),
        network.passiveAddresses(),
        network.proxies(),
        limits.limits(),
        offer.offer(),
        Optional.empty());
  }
}
