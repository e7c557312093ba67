package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // the directory is made before each test
class AccountOptionsTest {
  private static final String HERE = "127.0.0.1";
  private static final String EVERYWHERE = "0.0.0.0";

  @TempDir Path folder;

  @Test
  void letGuestsWriteWhereOnlyThisMachineComesIn() throws UsageError {
    assertThat(guests(HERE)).isEqualTo(AnonymousRights.WRITE);
  }

  @Test
  void askWhoMayComeInFromOutside() throws UsageError {
    assertThatThrownBy(() -> guests(EVERYWHERE))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("say who may come in");
    assertThat(guests(EVERYWHERE, "--anonymous", "read")).isEqualTo(AnonymousRights.READ);
  }

  @Test
  void letNoGuestsInBesideAccounts() throws Exception {
    String users = Files.createFile(folder.resolve("users")).toString();

    assertThat(guests(HERE, "--users", users)).isEqualTo(AnonymousRights.NONE);
    assertThat(guests(EVERYWHERE, "--users", users)).isEqualTo(AnonymousRights.NONE);
  }

  private static AnonymousRights guests(String listen, String... words) throws UsageError {
    var keys = new Options();
    AccountOptions.add(keys);
    Arguments arguments = Arguments.parse(keys, List.of(words), 0);
    return AccountOptions.read(arguments, InetAddress.ofLiteral(listen)).sources().anonymous();
  }
}
