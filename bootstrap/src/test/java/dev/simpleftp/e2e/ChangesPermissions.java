package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/// A client that sets permissions.
interface ChangesPermissions extends ForeignClient {
  @Test
  default void setsThePermissionsOfAFile() throws Exception {
    Files.writeString(served().resolve("a file"), "content");

    carryOut(site(), Step.chmod("a file", "640"));

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(served().resolve("a file"))))
        .isEqualTo("rw-r-----");
  }
}
