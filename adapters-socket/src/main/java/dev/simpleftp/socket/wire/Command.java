package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Secret;
import java.time.Instant;
import java.util.Optional;

/// One command of a client, checked and ready to be carried out.
///
/// Path names are still as they were sent: only the session knows the directory they count from. An
/// optional path is empty where the working directory is meant.
public sealed interface Command {

  /// Who is there.
  sealed interface Access extends Command {}

  record User(String name) implements Access {}

  record Pass(Secret secret) implements Access {}

  /// ACCT: nobody needs an account here.
  record Account() implements Access {}

  record Reinitialize() implements Access {}

  /// HOST: the name the client knows the machine by (RFC 7151).
  record Host() implements Access {}

  record Quit() implements Access {}

  /// How connections are protected (RFC 4217).
  sealed interface Security extends Command {}

  /// AUTH TLS.
  ///
  /// @param protectsData whether the data connections are protected from then on, without PROT
  record Authenticate(boolean protectsData) implements Security {}

  /// PBSZ: whatever its number, TLS needs no buffer.
  record ProtectionBuffer() implements Security {}

  record Protect(ProtectionLevel level) implements Security {}

  /// CCC.
  record ClearControl() implements Security {}

  /// How the next transfers go.
  sealed interface Parameter extends Command {}

  record Type(TransferType type) implements Parameter {}

  record Mode(TransferMode mode) implements Parameter {}

  /// OPTS MODE Z LEVEL.
  ///
  /// @param level 0 (stored) to 9 (smallest)
  record CompressionLevel(int level) implements Parameter {}

  /// STRU F: the only one there is.
  record Structure() implements Parameter {}

  record Passive() implements Parameter {}

  /// EPSV, with the address family that was asked for.
  record ExtendedPassive(Family family) implements Parameter {}

  /// EPSV ALL: from now on no other way to set up data connections (RFC 2428 §4).
  record OnlyExtendedPassive() implements Parameter {}

  /// PORT and EPRT: where the client waits for the data connection.
  ///
  /// @param host the digits of an address, not yet checked
  /// @param port 1 to 65535
  record Active(String host, int port) implements Parameter {}

  record Restart(long offset) implements Parameter {}

  /// RANG, as it was said: both octets belong to the range; 1 0 means all (draft-bryan-ftp-range).
  record Range(long first, long last) implements Parameter {}

  /// ALLO: how many octets the next upload will bring.
  record Allocate(long octets) implements Parameter {}

  /// What needs a data connection.
  sealed interface Transfer extends Command {}

  record Retrieve(String path) implements Transfer {}

  record Store(String path) implements Transfer {}

  record Append(String path) implements Transfer {}

  /// STOU; without a name the choice is the server's.
  record StoreUnique(String path) implements Transfer {}

  record List(ListFormat format, String path) implements Transfer {}

  /// What looks at or changes the tree.
  sealed interface Tree extends Command {}

  record PrintDirectory() implements Tree {}

  record ChangeDirectory(String path) implements Tree {}

  record Describe(String path) implements Tree {}

  /// STAT with an argument: a listing over the control connection.
  record Look(String path) implements Tree {}

  record Size(String path) implements Tree {}

  record ModificationTime(String path) implements Tree {}

  record MakeDirectory(String path) implements Tree {}

  record RemoveDirectory(String path) implements Tree {}

  record Delete(String path) implements Tree {}

  record RenameFrom(String path) implements Tree {}

  record RenameTo(String path) implements Tree {}

  /// What changes the times and permissions of an entry, or tells of the room for more.
  sealed interface Attribute extends Command {}

  /// MFMT.
  record Modify(Instant modified, String path) implements Attribute {}

  /// MDTM with a time and a path, unless a file of the whole name is there to be read.
  ///
  /// @param whole all that stood behind the verb
  /// @param modified empty when there is no such date
  record ModifyOrTell(String whole, Optional<Instant> modified, String path) implements Attribute {}

  /// MFF, with the facts to change.
  record ChangeFacts(Optional<Instant> modified, Optional<Integer> mode, String path)
      implements Attribute {}

  /// SITE UTIME.
  record SetTime(Instant modified, String path) implements Attribute {}

  /// SITE CHMOD.
  record ChangeMode(int mode, String path) implements Attribute {}

  /// AVBL.
  record Room(String directory) implements Attribute {}

  /// What tells digests of files.
  sealed interface Integrity extends Command {}

  /// HASH, by the algorithm of the session.
  record Hash(String path) implements Integrity {}

  record Md5(String path) implements Integrity {}

  /// XCRC, XMD5, XSHA and its sisters.
  record Checksum(String path, DigestAlgorithm algorithm, OctetRange range) implements Integrity {}

  /// OPTS HASH, with the algorithm to choose; empty to be told the chosen one.
  record OptionHash(Optional<DigestAlgorithm> algorithm) implements Integrity {}

  /// What the server and the session are like.
  sealed interface Information extends Command {}

  record SystemKind() implements Information {}

  record Features() implements Information {}

  record OptionUtf8() implements Information {}

  /// OPTS MLST, with the facts that were asked for.
  record OptionMlst(String facts) implements Information {}

  /// STAT without an argument.
  record Status() implements Information {}

  record Help(Optional<Verb> verb) implements Information {}

  /// SITE HELP.
  record SiteHelp() implements Information {}

  /// CLNT: the program at the other end tells its name; it changes nothing.
  record ClientName() implements Information {}

  /// CSID: likewise, and it wants to know ours.
  record ClientAndServer() implements Information {}

  record Language() implements Information {}

  record NoOperation() implements Information {}

  record Abort() implements Information {}

  /// The levels of PROT that TLS has.
  enum ProtectionLevel {
    CLEAR,
    PRIVATE
  }

  /// The address families of RFC 2428; `ANY` when none was named.
  enum Family {
    ANY,
    IPV4,
    IPV6
  }
}
