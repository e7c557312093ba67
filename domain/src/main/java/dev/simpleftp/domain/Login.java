package dev.simpleftp.domain;

/// What somebody shows to be let in.
///
/// @param user the name; [#ANONYMOUS] for a guest
/// @param secret the password
/// @param proved whether something better than the password has shown who this is, such as the
///   certificate of a client; then the password counts for nothing
public record Login(String user, Secret secret, boolean proved) {
  /// The customary name of a guest (RFC 1635).
  public static final String ANONYMOUS = "anonymous";

  /// A login that is as good as its password.
  public Login(String user, Secret secret) {
    this(user, secret, false);
  }

  /// A login that needs no password, because who it is was shown by something better.
  public static Login ofProved(String user) {
    return new Login(user, Secret.of(""), true);
  }

  /// A guest's login with the customary mail address as its password.
  public static Login anonymous() {
    return new Login(ANONYMOUS, Secret.of("anonymous@"));
  }

  /// Whether this is a guest, who may also be called `ftp`.
  public boolean isAnonymous() {
    return user.equalsIgnoreCase(ANONYMOUS) || user.equalsIgnoreCase("ftp");
  }
}
