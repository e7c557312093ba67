package dev.simpleftp.socket.server;

import static dev.simpleftp.domain.Permission.LIST;
import static dev.simpleftp.domain.Permission.MAKE_DIRECTORY;
import static dev.simpleftp.domain.Permission.READ;
import static dev.simpleftp.domain.Permission.REMOVE;
import static dev.simpleftp.domain.Permission.RENAME;
import static dev.simpleftp.domain.Permission.WRITE;
import static dev.simpleftp.socket.server.Attempt.free;
import static dev.simpleftp.socket.server.Attempt.needing;

import dev.simpleftp.socket.wire.Verb;
import java.util.List;

/// The rows from which the matrix verb × role is made. A verb without a row does not compile.
///
/// The tree they are tried on holds the files `f` and `g` and the empty directory `d`.
public final class VerbRights {
  private VerbRights() {}

  /// How the verb can be used, each way that needs other rights.
  public static List<Attempt> of(Verb verb) {
    return switch (verb) {
      case USER -> List.of(free("USER alice", 331));
      case PASS -> List.of(free("PASS secret", 230).behind("USER alice"));
      case ACCT -> List.of(free("ACCT any", 202));
      case REIN -> List.of(free("REIN", 220));
      case HOST -> List.of(free("HOST localhost", 220).behind("REIN"));
      case QUIT -> List.of(free("QUIT", 221));
      case AUTH -> List.of(free("AUTH TLS", 234));
      // Under TLS they are tried elsewhere: nobody needs a right for them.
      case PBSZ -> List.of(free("PBSZ 0", 503));
      case PROT -> List.of(free("PROT P", 503));
      case CCC -> List.of(free("CCC", 533));
      case PWD, XPWD -> List.of(free(verb.name(), 257));
      case CWD, XCWD -> List.of(needing(LIST, verb + " d", 250));
      case CDUP, XCUP -> List.of(needing(LIST, verb.name(), 250));
      case TYPE -> List.of(free("TYPE A", 200));
      case MODE -> List.of(free("MODE S", 200));
      case STRU -> List.of(free("STRU F", 200));
      case PASV -> List.of(free("PASV", 227));
      case EPSV -> List.of(free("EPSV", 229));
      case PORT -> List.of(free("PORT 127,0,0,1,200,1", 200));
      case EPRT -> List.of(free("EPRT |1|127.0.0.1|51201|", 200));
      case REST -> List.of(free("REST 1", 350));
      case ALLO -> List.of(free("ALLO 0", 200));
      case RANG -> List.of(free("RANG 0 0", 350));
      case RETR, STOR, STOU, APPE, LIST, NLST, MLSD -> transfer(verb);
      case ABOR -> List.of(free("ABOR", 226));
      case MLST, SIZE, MDTM, MFMT, MFCT, MFF, AVBL -> attribute(verb);
      case HASH -> List.of(needing(READ, "HASH f", 213));
      case MD5 -> List.of(needing(READ, "MD5 f", 251));
      case XCRC, XMD5, XSHA, XSHA1, XSHA256, XSHA512 ->
          List.of(needing(READ, verb + " f", 250), needing(READ, verb + " \"f\" 0 1", 250));
      case MKD, XMKD -> List.of(needing(MAKE_DIRECTORY, verb + " new", 257));
      case RMD, XRMD -> List.of(needing(REMOVE, verb + " d", 250));
      case DELE -> List.of(needing(REMOVE, "DELE f", 250));
      case RNFR -> List.of(needing(LIST, "RNFR f", 350));
      case RNTO -> renames();
      case SITE ->
          List.of(
              needing(WRITE, "SITE CHMOD 600 f", 200),
              needing(WRITE, "SITE UTIME 20200101000000 f", 200),
              free("SITE HELP", 214));
      case SYST -> List.of(free("SYST", 215));
      case FEAT -> List.of(free("FEAT", 211));
      case OPTS -> List.of(free("OPTS UTF8 ON", 200), free("OPTS MLST size", 200));
      case STAT ->
          List.of(free("STAT", 211), needing(LIST, "STAT d", 212), needing(LIST, "STAT *", 212));
      case HELP -> List.of(free("HELP", 214));
      case CLNT -> List.of(free("CLNT any", 200));
      case CSID -> List.of(free("CSID Name=any; Version=1;", 200));
      case LANG -> List.of(free("LANG", 200));
      case NOOP -> List.of(free("NOOP", 200));
    };
  }

  private static List<Attempt> transfer(Verb verb) {
    return switch (verb) {
      case RETR ->
          List.of(
              needing(READ, "RETR f", 226),
              needing(READ, "RETR f", 226).behind("REST 1"),
              needing(READ, "RETR f", 226).behind("RANG 0 0"));
      case STOR ->
          List.of(
              needing(WRITE, "STOR new", 226),
              needing(WRITE, "STOR f", 226),
              needing(WRITE, "STOR f", 226).behind("REST 1"));
      case STOU -> List.of(needing(WRITE, "STOU", 226), needing(WRITE, "STOU f", 226));
      case APPE -> List.of(needing(WRITE, "APPE new", 226), needing(WRITE, "APPE f", 226));
      default ->
          verb == Verb.MLSD
              ? List.of(needing(LIST, "MLSD", 226), needing(LIST, "MLSD d", 226))
              : List.of(
                  needing(LIST, verb.name(), 226),
                  needing(LIST, verb + " f", 226),
                  needing(LIST, verb + " *", 226));
    };
  }

  private static List<Attempt> attribute(Verb verb) {
    return switch (verb) {
      case MLST -> List.of(needing(LIST, "MLST", 250), needing(LIST, "MLST f", 250));
      case SIZE -> List.of(needing(LIST, "SIZE f", 213));
      case MDTM ->
          List.of(needing(LIST, "MDTM f", 213), needing(WRITE, "MDTM 20200101000000 f", 213));
      case MFMT -> List.of(needing(WRITE, "MFMT 20200101000000 f", 213));
      // Nobody can set the time of creation, whatever his rights are.
      case MFCT -> List.of(free("MFCT 20200101000000 f", 504));
      case MFF ->
          List.of(
              needing(WRITE, "MFF Modify=20200101000000; f", 213),
              needing(WRITE, "MFF UNIX.mode=600; f", 213),
              // To put the time back when the mode is refused, it must be known.
              needing(WRITE, "MFF Modify=20200101000000;UNIX.mode=600; f", 213).alsoNeeding(LIST));
      default -> List.of(needing(LIST, verb.name(), 213), needing(LIST, verb + " d", 213));
    };
  }

  private static List<Attempt> renames() {
    Attempt anew = needing(LIST, "RNTO new", 250).alsoNeeding(RENAME).behind("RNFR f");
    Attempt onto = needing(LIST, "RNTO g", 250).alsoNeeding(RENAME, REMOVE).behind("RNFR f");
    return List.of(anew, onto);
  }
}
