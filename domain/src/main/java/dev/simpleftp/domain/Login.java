package dev.simpleftp.domain;

/// What somebody shows to be let in.
///
/// @param user the name; [#ANONYMOUS] for a guest
/// @param secret the password
public record Login(String user, Secret secret) {
  /// The customary name of a guest (RFC 1635).
  public static final String ANONYMOUS = "anonymous";

  /// A guest's login with the customary mail address as its password.
  public static Login anonymous() {
    return new Login(ANONYMOUS, Secret.of("anonymous@"));
  }

  /// Whether this is a guest, who may also be called `ftp`.
  public boolean isAnonymous() {
    return user.equalsIgnoreCase(ANONYMOUS) || user.equalsIgnoreCase("ftp");
  }
}
