package dev.simpleftp.planted.socket.server;

import org.bouncycastle.asn1.x500.X500Name;

/// Planted violation: a certificate is made beside the room for it.
final class CertificateInTheServer {
  final Class<?> name = X500Name.class;
}
