package dev.simpleftp.e2e;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// FTP servers for our client: those that others wrote, and our own.
enum ForeignServer {
  /// Knows no MLSD; its user is a guest with a password, for users of its own it asks the system.
  VSFTPD,
  PURE_FTPD,
  PROFTPD,
  PYFTPDLIB,
  /// In this virtual machine, so always in its time zone.
  APACHE_FTPSERVER,
  OURS;

  /// What a server can do beyond the least, as it tells in its reply to FEAT.
  enum Ability {
    /// MLST and MLSD, RFC 3659.
    FACTS,
    /// MFMT, which sets times.
    TIMES,
    /// HASH, which tells digests.
    HASHES,
    /// RANG, so that a part of a file can be hashed.
    RANGES
  }

  boolean can(Ability ability) {
    return abilities().contains(ability);
  }

  private Set<Ability> abilities() {
    return switch (this) {
      case VSFTPD -> EnumSet.noneOf(Ability.class);
      case PURE_FTPD, PYFTPDLIB, APACHE_FTPSERVER -> EnumSet.of(Ability.FACTS, Ability.TIMES);
      case PROFTPD, OURS -> EnumSet.allOf(Ability.class);
    };
  }

  private ServerLaunch launch() {
    return switch (this) {
      case VSFTPD -> new VsftpdLaunch();
      case PURE_FTPD -> new PureFtpdLaunch();
      case PROFTPD -> new ProFtpdLaunch();
      case PYFTPDLIB -> new PyftpdlibLaunch();
      case APACHE_FTPSERVER -> new ApacheLaunch();
      case OURS -> new OwnLaunch();
    };
  }

  /// Stops the test where this server is not installed.
  void requireHere() throws Exception {
    launch().requireHere();
  }

  /// Starts the server over this directory; it accepts connections when this returns.
  LiveServer start(Path root) throws Exception {
    return start(ServerSetup.over(root));
  }

  LiveServer start(ServerSetup setup) throws Exception {
    requireHere();
    return LiveServer.start(launch(), setup);
  }
}
