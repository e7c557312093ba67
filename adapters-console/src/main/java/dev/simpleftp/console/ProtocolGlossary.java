package dev.simpleftp.console;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in plain words what a line of the protocol means, and where that is specified.
public final class ProtocolGlossary {
  private static final Map<String, String> VERBS =
      table(
          """
          USER=Says who wants to log in (RFC 959 section 4.1.1).
          PASS=Proves it with the password, which is never shown here (RFC 959 section 4.1.1).
          ACCT=Names an account besides the password, which few servers want (RFC 959 section 4.1.1).
          REIN=Logs out without hanging up (RFC 959 section 4.1.1).
          QUIT=Says goodbye and ends the session (RFC 959 section 4.1.1).
          HOST=Says which of the names of this machine is meant (RFC 7151).
          PWD=Asks for the present directory (RFC 959 section 4.1.3).
          XPWD=Asks for the present directory, in the old spelling (RFC 775).
          CWD=Enters a directory (RFC 959 section 4.1.1).
          XCWD=Enters a directory, in the old spelling (RFC 775).
          CDUP=Goes up one directory (RFC 959 section 4.1.1).
          XCUP=Goes up one directory, in the old spelling (RFC 775).
          SMNT=Mounts another file system; hardly any server knows it (RFC 959 section 4.1.1).
          TYPE=Chooses how bytes travel: I is unchanged, A is text lines (RFC 959 section 3.1.1).
          MODE=Chooses how a data connection is used: S is a plain stream (RFC 959 section 3.4).
          STRU=Chooses the structure of files: F is the only one in use (RFC 959 section 3.1.2).
          PASV=Asks the server to open a port for the next data connection, IPv4 only (RFC 959 section 4.1.2).
          EPSV=Asks the server to open a port for the next data connection; only the port is told, so it works through address translation and for IPv6 (RFC 2428).
          PORT=Tells the server where to connect to for the next transfer: the active mode (RFC 959 section 4.1.2).
          EPRT=The same for IPv6 as well (RFC 2428).
          REST=Says at which byte the next transfer begins: this is how a broken one is resumed (RFC 3659 section 5).
          RETR=Asks for a file; it comes over a data connection of its own (RFC 959 section 4.1.3).
          STOR=Sends a file; one of that name is replaced (RFC 959 section 4.1.3).
          STOU=Sends a file under a name that the server chooses (RFC 959 section 4.1.3).
          APPE=Sends bytes to the end of a file (RFC 959 section 4.1.3).
          ALLO=Says beforehand how many bytes will come (RFC 959 section 4.1.3).
          LIST=Asks for a directory as people read it; every system prints it in its own way (RFC 959 section 4.1.3).
          NLST=Asks for the bare names in a directory (RFC 959 section 4.1.3).
          MLSD=Asks for a directory in a form that programs can read without guessing (RFC 3659 section 7).
          MLST=Asks for the facts about one file or directory (RFC 3659 section 7).
          STAT=Asks for the state of the session, or for a listing without a data connection (RFC 959 section 4.1.3).
          SIZE=Asks how many bytes a file has (RFC 3659 section 4).
          MDTM=Asks when a file last changed, in UTC (RFC 3659 section 3).
          MFMT=Sets when a file last changed (draft-somers-ftp-mfxx).
          MFCT=Sets when a file was made (draft-somers-ftp-mfxx).
          MFF=Sets several facts of a file (draft-somers-ftp-mfxx).
          AVBL=Asks how much room is left in a directory (draft-peterson-streamlined-ftp-command-extensions).
          DSIZ=Asks how much a directory holds (draft-peterson-streamlined-ftp-command-extensions).
          CSID=Introduces the program at the other end (draft-peterson-streamlined-ftp-command-extensions).
          RMDA=Removes a directory with all that is in it (draft-peterson-streamlined-ftp-command-extensions).
          THMB=Asks for a small picture of a picture (draft-peterson-streamlined-ftp-command-extensions).
          HASH=Asks for the digest of a file, which proves that two copies are equal (draft-bryan-ftpext-hash).
          RANG=Says which bytes of a file the next digest or transfer is about (draft-bryan-ftp-range).
          XCRC=Asks for the CRC-32 of a file; no standard, but common.
          XMD5=Asks for the MD5 of a file; no standard, but common.
          MD5=Asks for the MD5 of a file (draft-twine-ftpmd5).
          MMD5=Asks for the MD5 of several files (draft-twine-ftpmd5).
          XSHA=Asks for the SHA-1 of a file; no standard, but common.
          XSHA1=Asks for the SHA-1 of a file; no standard, but common.
          XSHA256=Asks for the SHA-256 of a file; no standard, but common.
          XSHA512=Asks for the SHA-512 of a file; no standard, but common.
          DELE=Removes a file (RFC 959 section 4.1.3).
          MKD=Makes a directory (RFC 959 section 4.1.3).
          XMKD=Makes a directory, in the old spelling (RFC 775).
          RMD=Removes an empty directory (RFC 959 section 4.1.3).
          XRMD=Removes an empty directory, in the old spelling (RFC 775).
          RNFR=Says what shall be renamed; RNTO follows (RFC 959 section 4.1.3).
          RNTO=Says the new name and renames (RFC 959 section 4.1.3).
          ABOR=Asks to break off the running transfer (RFC 959 section 4.1.3).
          NOOP=Does nothing, but keeps the session awake (RFC 959 section 4.1.3).
          FEAT=Asks what the server can do beyond the oldest standard (RFC 2389 section 3).
          OPTS=Sets an option of a feature, such as UTF-8 for names (RFC 2389 section 4).
          SITE=A command of this server's own, such as CHMOD (RFC 959 section 4.1.3).
          SYST=Asks which system the server runs on, as far as it tells (RFC 959 section 4.1.3).
          HELP=Asks for help (RFC 959 section 4.1.3).
          LANG=Chooses the language of the replies (RFC 2640).
          AUTH=Asks to encrypt the session from here on (RFC 4217).
          PBSZ=Sets a buffer size; under TLS always 0, but it must be said (RFC 4217).
          PROT=P encrypts the data connections, C does not (RFC 4217).
          CCC=Goes back to plain text on the control connection (RFC 4217).
          CLNT=Introduces this program; no standard.
          """);

  private static final Map<String, String> CODES =
      table(
          """
          110=The mark at which a transfer can be taken up again (RFC 959 section 4.2).
          120=The server will be ready in some minutes (RFC 959 section 4.2).
          125=The data connection is open already and the transfer begins (RFC 959 section 4.2).
          150=The server agrees; the data connection opens now (RFC 959 section 4.2).
          200=Done (RFC 959 section 4.2).
          202=Not needed here, and so not done (RFC 959 section 4.2).
          211=The state or the features of the server; the lines up to the next 211 belong to it (RFC 959 section 4.2).
          213=The answer about a file: its size, its time or its state (RFC 959 section 4.2).
          215=The kind of system the server runs on (RFC 959 section 4.2).
          220=The greeting: the server is ready for a login (RFC 959 section 4.2).
          221=Goodbye: the server closes the control connection (RFC 959 section 4.2).
          225=The data connection is open and idle (RFC 959 section 4.2).
          226=The transfer is complete. Only now is it: bytes alone prove nothing (RFC 959 section 4.2).
          227=The address and port for the data connection, in six numbers (RFC 959 section 4.2).
          229=The port for the data connection, between the bars (RFC 2428).
          230=You are logged in (RFC 959 section 4.2).
          232=You are logged in, by your certificate (RFC 4217).
          234=The server agrees to encrypt; TLS begins now (RFC 4217).
          250=Done; the file or directory is as was asked (RFC 959 section 4.2).
          257=A directory, between the quotes (RFC 959 appendix II).
          331=The name is known; the password comes next (RFC 959 section 4.2).
          332=An account is wanted besides the password (RFC 959 section 4.2).
          350=So far, so good; one more command completes it (RFC 959 section 4.2).
          421=The server ends the session: it stops, or nothing was said for too long (RFC 959 section 4.2).
          425=The data connection could not be opened; a firewall may be in the way (RFC 959 section 4.2).
          426=The data connection broke, so the transfer is not complete (RFC 959 section 4.2).
          450=Not now: the file is in use (RFC 959 section 4.2).
          451=The server failed at it; trying again may help (RFC 959 section 4.2).
          452=The server's disk is full (RFC 959 section 4.2).
          500=The server does not know this command (RFC 959 section 4.2).
          501=The server does not understand what stands behind the command (RFC 959 section 4.2).
          502=The server knows the command but does not offer it (RFC 959 section 4.2).
          503=Another command must come first (RFC 959 section 4.2).
          504=The server does not offer this variant (RFC 959 section 4.2).
          522=The server wants the other internet protocol, or encryption (RFC 2428, RFC 4217).
          530=Not logged in: the name or the password is wrong, or none was given (RFC 959 section 4.2).
          534=The server's rules forbid this; it may want encryption (RFC 4217).
          550=Not there, or not allowed; many servers do not say which (RFC 959 section 4.2).
          551=The bytes asked for lie outside the file (RFC 959 section 4.2).
          552=More than this login may store (RFC 959 section 4.2).
          553=The server does not take this name (RFC 959 section 4.2).
          554=The transfer cannot begin there (RFC 3659 section 5).
          1=The server begins; another reply follows (RFC 959 section 4.2.1).
          2=Done (RFC 959 section 4.2.1).
          3=Accepted; the server waits for the next part (RFC 959 section 4.2.1).
          4=Not this time; the same may succeed later (RFC 959 section 4.2.1).
          5=No; the same will not succeed by trying again (RFC 959 section 4.2.1).
          6=The reply is encrypted (RFC 2228).
          """);

  private ProtocolGlossary() {}

  /// What a command of the protocol is for.
  public static Optional<String> ofVerb(String verb) {
    return Optional.ofNullable(VERBS.get(verb.toUpperCase(Locale.ROOT)));
  }

  /// What a line means that was sent (`> RETR a`) or received (`< 150 Here it comes`). Lines in the
  /// middle of a long reply mean nothing by themselves.
  static Optional<String> meaning(String line) {
    String said = line.substring(Math.min(2, line.length()));
    return line.startsWith(">") ? ofVerb(firstWord(said)) : ofReply(said);
  }

  private static Optional<String> ofReply(String reply) {
    boolean numbered =
        reply.length() >= 3 && reply.substring(0, 3).chars().allMatch(c -> c >= '0' && c <= '9');
    if (!numbered || (reply.length() > 3 && " -".indexOf(reply.charAt(3)) < 0)) {
      return Optional.empty();
    }
    return Optional.ofNullable(CODES.get(reply.substring(0, 3)))
        .or(() -> Optional.ofNullable(CODES.get(reply.substring(0, 1))));
  }

  private static String firstWord(String line) {
    int end = line.indexOf(' ');
    return end < 0 ? line : line.substring(0, end);
  }

  private static Map<String, String> table(String rows) {
    return rows.lines()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> row.substring(0, row.indexOf('=')),
                row -> row.substring(row.indexOf('=') + 1)));
  }
}
