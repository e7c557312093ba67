package dev.simpleftp.e2e;

import java.io.IOException;
import java.security.cert.Certificate;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;

/// A client that tells which certificate it was shown.
final class FtpsVisitor extends FTPSClient {
  Certificate shown() throws IOException {
    return ((SSLSocket) _socket_).getSession().getPeerCertificates()[0];
  }
}
