package dev.simpleftp.e2e;

import java.nio.charset.StandardCharsets;

/// Where a client goes, how, and as whom.
record Site(Route route, Encryption encryption, int port, String user, String password) {
  String host() {
    return route.host();
  }

  String portText() {
    return String.valueOf(port);
  }

  boolean active() {
    return route.active();
  }

  Site withPassword(String other) {
    return new Site(route, encryption, port, user, other);
  }

  /// The address as URLs write it, in brackets if it has colons.
  String urlHost() {
    return host().contains(":") ? "[" + host() + "]" : host();
  }

  /// A path without a slash in front, each byte but the slash escaped.
  String url(String path) {
    String scheme = encryption.isImplicit() ? "ftps://" : "ftp://";
    var url = new StringBuilder(scheme + urlHost() + ":" + port + "/");
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      url.append(octet == '/' ? "/" : String.format("%%%02X", octet));
    }
    return url.toString();
  }
}
