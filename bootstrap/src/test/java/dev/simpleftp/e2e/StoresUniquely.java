package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// A client that lets the server choose the name of what it stores.
interface StoresUniquely extends ForeignClient {
  @Test
  default void storesTwiceUnderNamesOfTheServer() throws Exception {
    Files.writeString(local().resolve("a.txt"), "content");

    carryOut(site(), Step.putUnique("a.txt"), Step.putUnique("a.txt"));

    assertThat(bench().servedNames())
        .hasSize(2)
        .allSatisfy(name -> assertThat(served().resolve(name)).hasContent("content"));
  }
}
