package dev.simpleftp.application.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilteredListingTest {

  @Test
  void leavesOutEntriesButNotHowManyCouldNotBeRead() throws IOException {
    List<String> seen = new ArrayList<>();
    try (var listing = new FilteredListing(new Two(), entry -> entry.size() == 1)) {
      assertThat(listing.forEach(entry -> seen.add(entry.name().text()))).isEqualTo(1);

      assertThat(seen).containsExactly("a");
      assertThat(listing.unread()).isEqualTo(3);
    }
  }

  /// Two entries, and three more that nobody can read.
  private static final class Two implements Listing {
    @Override
    public long forEach(Visitor visitor) throws IOException {
      visitor.visit(FileEntry.file(new FileName("a"), 1, Instant.EPOCH));
      visitor.visit(FileEntry.file(new FileName("b"), 2, Instant.EPOCH));
      return 2;
    }

    @Override
    public long unread() {
      return 3;
    }

    @Override
    public void close() {}
  }
}
