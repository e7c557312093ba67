package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.util.function.Predicate;

/// A listing without some of its entries.
final class FilteredListing implements Listing {
  private final Listing inner;
  private final Predicate<FileEntry> shown;

  FilteredListing(Listing inner, Predicate<FileEntry> shown) {
    this.inner = inner;
    this.shown = shown;
  }

  @Override
  public long forEach(Visitor visitor) throws IOException {
    long[] count = new long[1];
    inner.forEach(entry -> {
      if (shown.test(entry)) {
        count[0]++;
        visitor.visit(entry);
      }
    });
    return count[0];
  }

  @Override
  public long unread() {
    return inner.unread();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
