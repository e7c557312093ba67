package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.filesystem.directory.Durability;
import java.nio.file.Path;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;

/// Where the served files lie.
record StorageOptions(Storage storage) {
  static void add(Options options) {
    options
        .addOptionGroup(
            new OptionGroup()
                .addOption(
                    value(
                        "root", "DIR", "serve this directory (default ./server, made if missing)"))
                .addOption(flag("memory", "serve an empty tree in memory instead of a directory")))
        .addOption(
            value(
                "durability",
                "commit|none",
                "commit: an upload is confirmed when it is safe on disk (default); none: do not"
                    + " wait"));
  }

  static StorageOptions read(Arguments arguments) throws UsageError {
    Durability durability =
        arguments.choice("durability", Durability.class).orElse(Durability.COMMIT);
    return new StorageOptions(
        arguments.has("memory")
            ? new Storage.InMemory(Long.MAX_VALUE)
            : new Storage.InDirectory(
                arguments.path("root").orElse(Path.of("server")), durability));
  }
}
