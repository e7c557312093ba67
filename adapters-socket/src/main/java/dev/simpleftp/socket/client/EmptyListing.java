package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Listing;

/// A directory without entries, for which the server opens no data connection.
final class EmptyListing implements Listing {
  @Override
  public long forEach(Visitor visitor) {
    return 0;
  }

  @Override
  public void close() {}
}
