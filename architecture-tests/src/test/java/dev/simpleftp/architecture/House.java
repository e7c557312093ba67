package dev.simpleftp.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;

/// The packages that the rules name, and the classes found in them.
final class House {
  static final String ROOT = "dev.simpleftp";
  static final String PLANTED = "dev.simpleftp.planted";

  /// Every package of ours that a rule names; an empty one would make its rule pass for nothing.
  static final List<String> PACKAGES =
      List.of(
          "domain",
          "application.port.in",
          "application.port.out",
          "application.service",
          "application.session",
          "application.store",
          "socket.wire",
          "socket.channel",
          "socket.server",
          "socket.client",
          "filesystem.directory",
          "filesystem.memory",
          "filesystem.account",
          "console",
          "bootstrap");

  /// Every library that a rule keeps in one place, and the place where it must be in use.
  static final Map<String, String> LIBRARIES =
      Map.of(
          "com.google.inject", "bootstrap",
          "org.apache.commons.cli", "bootstrap",
          "org.jline", "console",
          "com.password4j", "filesystem.account");

  private House() {}

  static JavaClasses ours() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(ROOT);
  }

  static JavaClasses planted() {
    return new ClassFileImporter().importPackages(PLANTED);
  }
}
