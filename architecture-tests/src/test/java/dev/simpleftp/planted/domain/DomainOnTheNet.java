package dev.simpleftp.planted.domain;

import java.net.URI;

/// Planted violation: the domain knows an address of the net.
final class DomainOnTheNet {
  final URI address = URI.create("ftp://127.0.0.1/");
}
