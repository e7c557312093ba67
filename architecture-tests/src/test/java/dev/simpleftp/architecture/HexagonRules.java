package dev.simpleftp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The shape of the hexagon: what each part may know.
final class HexagonRules {
  /// What the core may use of java.base: values, bytes and channels, but no network and no files.
  private static final List<String> JAVA_OF_THE_CORE =
      List.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.io",
          "java.math",
          "java.nio",
          "java.nio.channels",
          "java.nio.charset",
          "java.security",
          "java.time..",
          "java.util",
          "java.util.concurrent..",
          "java.util.function",
          "java.util.random",
          "java.util.stream",
          "org.jspecify.annotations");

  private static final Set<String> CHECKSUMS =
      Set.of("java.util.zip.CRC32", "java.util.zip.Checksum");

  private static final Set<String> ROLES = Set.of("client", "clients", "server", "servers");

  private HexagonRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("the domain knows java.base alone", "DomainOnTheNet", r -> core(r, "domain")),
        new Rule(
            "the application knows the domain and java.base alone",
            "LoggingUseCase",
            r -> core(r, "application", "domain")),
        new Rule(
            "the domain does not know the application",
            "DomainReachingOut",
            r -> unknown(r, "domain", "application")),
        new Rule(
            "ports do not know who implements them",
            "PortKnowingItsService",
            r -> unknown(r, "application.port", "application.service")),
        adapter("socket", "SocketReadingFiles", "filesystem", "console", "bootstrap"),
        adapter("filesystem", "DirectoryOnTheWire", "socket", "console", "bootstrap"),
        adapter("console", "ConsoleOnTheWire", "socket", "filesystem", "bootstrap"),
        adapter("socket.wire", "WireServing", "socket.channel", "socket.server", "socket.client"),
        adapter("socket.channel", "ChannelServing", "socket.server", "socket.client"),
        adapter("socket.server", "ServerCalling", "socket.client"),
        adapter("socket.client", "ClientServing", "socket.server"),
        new Rule("no socket in the wire", "WireWithSocket", HexagonRules::pureWire),
        only("bootstrap", "GuiceInTheCore", "com.google.inject..", "jakarta.inject.."),
        only("bootstrap", "OptionsInTheConsole", "org.apache.commons.cli.."),
        only("bootstrap.tls", "CertificateInTheServer", "org.bouncycastle.."),
        only("console", "ServerWithTerminal", "org.jline.."),
        only("console", "ServerWithJson", "com.fasterxml.jackson.."),
        only("filesystem.account", "MemoryOfPasswords", "com.password4j.."),
        new Rule("the core's types name no role", "ServerName", HexagonRules::typesNameNoRole),
        new Rule("the core's members name no role", "Roles", HexagonRules::membersNameNoRole));
  }

  private static ArchRule core(String root, String part, String... inner) {
    String[] allowed =
        Stream.of(
                JAVA_OF_THE_CORE.stream(),
                Stream.of(inner).map(i -> below(root, i)),
                Stream.of(below(root, part)))
            .flatMap(s -> s)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(below(root, part))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed)
                .or(describe("primitive or checksum", HexagonRules::isHarmless)));
  }

  /// Of java.util.zip the core may compute CRC-32, but open no archives.
  private static boolean isHarmless(JavaClass type) {
    return type.getBaseComponentType().isPrimitive() || CHECKSUMS.contains(type.getName());
  }

  private static Rule adapter(String part, String plant, String... strangers) {
    String name = part + " does not know " + String.join(", ", strangers);
    return new Rule(name, plant, r -> unknown(r, part, strangers));
  }

  private static ArchRule unknown(String root, String part, String... strangers) {
    return noClasses()
        .that()
        .resideInAPackage(below(root, part))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Stream.of(strangers).map(s -> below(root, s)).toArray(String[]::new));
  }

  private static ArchRule pureWire(String root) {
    return noClasses()
        .that()
        .resideInAPackage(below(root, "socket.wire"))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.channels\\.(.*Socket.*|Select.*|File.*)|java\\.net\\.(Server)?Socket");
  }

  private static Rule only(String part, String plant, String... libraries) {
    String name = "only " + part + " knows " + String.join(", ", libraries);
    return new Rule(
        name,
        plant,
        r ->
            noClasses()
                .that()
                .resideInAPackage(r + "..")
                .and()
                .resideOutsideOfPackage(below(r, part))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries));
  }

  private static ArchRule typesNameNoRole(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(below(root, "domain"), below(root, "application"))
        .should(ArchConditions.be(describe("named after a role", c -> role(c.getSimpleName()))));
  }

  private static ArchRule membersNameNoRole(String root) {
    DescribedPredicate<HasName> afterARole =
        describe("named after a role", member -> role(member.getName()));
    return members()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(below(root, "domain"), below(root, "application"))
        .should(ArchConditions.not(ArchConditions.be(afterARole)));
  }

  /// True for `ServerName` and `toClient`, and not for `observer`.
  static boolean role(String name) {
    return Stream.of(name.split("(?<=[a-z0-9])(?=[A-Z])|[_$]", -1))
        .anyMatch(word -> ROLES.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static String below(String root, String part) {
    return root + "." + part + "..";
  }
}
