package dev.simpleftp.socket.tls;

import java.util.List;

/// What of TLS is set for the whole process.
public final class TlsDefaults {
  /// Nothing older.
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  private static final String MOST_TICKETS = "10";

  private TlsDefaults() {}

  /// Sets the system properties that both sides want, unless they are set already. The JDK reads
  /// them once, at the first use of TLS: call it before that.
  ///
  /// As a server: a control connection gives as many tickets as the JDK can, for clients that use
  /// each of them once. As a client: under TLS 1.2 data connections resume sessions that the server
  /// keeps, because some servers that demand it do not recognise a session in a ticket.
  public static void install() {
    setUnlessSet("jdk.tls.server.newSessionTicketCount", MOST_TICKETS);
    setUnlessSet("jdk.tls.client.enableSessionTicketExtension", "false");
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
