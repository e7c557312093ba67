package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Secret;

/// A named user.
///
/// @param user not empty, no `:` and no control character; not a guest's name
/// @param home the directory of the tree that the user sees as its root
/// @param grants what the user may do, in paths as the user sees them
/// @param allowance how much the user may take
public record Account(String user, FilePath home, Grants grants, Allowance allowance) {
  public Account {
    if (!isValidName(user)) {
      throw new IllegalArgumentException(
          "A user name must not be empty, must not contain ':' or control characters,"
              + " and 'anonymous' and 'ftp' are the names of guests.");
    }
  }

  /// A user without limits of its own.
  public Account(String user, FilePath home, Grants grants) {
    this(user, home, grants, Allowance.DEFAULT);
  }

  /// Rights and limits in the words of the users file: `write;/in=list+write;quota=2GiB`.
  public String terms() {
    return new Terms(grants, allowance).toString();
  }

  static boolean isValidName(String user) {
    boolean spelled =
        user.chars().noneMatch(c -> c == ':' || Character.isISOControl(c)) && !user.isBlank();
    return spelled && !user.startsWith("#") && !new Login(user, Secret.of("")).isAnonymous();
  }
}
