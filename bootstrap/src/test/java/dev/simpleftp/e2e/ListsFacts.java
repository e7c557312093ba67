package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A client that can be told to list by MLSD.
interface ListsFacts extends ForeignClient {
  @Test
  default void listsTenThousandEntriesWithTheirFacts() throws Exception {
    String printed = carryOut(site(), Step.listFacts(Bench.MANY));

    assertThat(printed.lines().sorted().toList()).isEqualTo(Bench.MANY_NAMES);
  }
}
