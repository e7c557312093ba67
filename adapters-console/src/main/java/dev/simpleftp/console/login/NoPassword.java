package dev.simpleftp.console.login;

import java.io.IOException;

/// A user was named, but there is no password and nobody to ask.
public final class NoPassword extends IOException {
  NoPassword(String user) {
    super(
        "There is no password for "
            + user
            + ": set "
            + LoginSource.PASSWORD_VARIABLE
            + ", or put 'machine HOST login "
            + user
            + " password ...' into ~/.netrc.");
  }
}
