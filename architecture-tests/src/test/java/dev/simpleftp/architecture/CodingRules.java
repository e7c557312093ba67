package dev.simpleftp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.PathMatcher;
import java.text.DateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Calls that have no place in this program.
final class CodingRules {
  /// Patterns may hang on hostile input; these read few characters and repeat nothing.
  private static final String MAY_USE_PATTERNS =
      ".*\\.(socket\\.wire\\.HostPort|filesystem\\.account\\.PasswordHash)(\\$.*)?";

  /// X.509 in Java knows no other time.
  private static final String MAY_USE_DATES = ".*\\.socket\\.tls\\.Validity";

  /// A listing shows the year or the time of day.
  private static final String TELLS_TIMES = ".*\\.socket\\.server\\.ListingLines";

  private CodingRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("nothing is deserialised", "ReadsObjects", CodingRules::noSerialisation),
        new Rule("no text is a program", "EvaluatesScripts", CodingRules::noScript),
        new Rule("no object comes by its name", "AsksADirectory", CodingRules::noNaming),
        new Rule("only the console starts programs", "StartsPrograms", CodingRules::noProgram),
        new Rule("no path matcher", "MatchesPaths", CodingRules::noPathMatcher),
        new Rule("no pattern on foreign text", "MatchesPatterns", CodingRules::noPattern),
        call(
            "no pattern behind a string",
            "MatchesStrings",
            String.class,
            "matches",
            "replaceAll",
            "replaceFirst"),
        new Rule("only console and bootstrap print", "Prints", CodingRules::noPrinting),
        call("no stack trace is printed", "PrintsTraces", Throwable.class, "printStackTrace"),
        call("nothing sleeps", "Sleeps", Thread.class, "sleep"),
        call("no reverse look-up", "LooksUp", InetAddress.class, "getHostName"),
        call("no canonical names", "LooksFurther", InetAddress.class, "getCanonicalHostName"),
        call("no look-up by socket", "LooksAgain", InetSocketAddress.class, "getHostName"),
        new Rule("time is java.time", "KeepsDates", CodingRules::noOldTime),
        new Rule("no time limit is by the clock", "WatchesTheClock", CodingRules::f43TimeLimits),
        new Rule("only Main ends the machine", "Exits", CodingRules::noExit),
        new Rule("nothing is injected into fields", "Injected", CodingRules::noFieldInjection),
        new Rule("static fields are final", "Global", CodingRules::noStaticState),
        new Rule("no array is public and static", "OpenTable", CodingRules::noSharedArray));
  }

  private static ArchRule noSerialisation(String root) {
    return nothing(root)
        .dependOnClassesThat(belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class));
  }

  private static ArchRule noScript(String root) {
    return nothing(root).dependOnClassesThat().resideInAPackage("javax.script..");
  }

  private static ArchRule noNaming(String root) {
    return nothing(root).dependOnClassesThat().resideInAPackage("javax.naming..");
  }

  /// A user's own editor and pager; nothing that came over the network names a program.
  private static ArchRule noProgram(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".console.Programs")
        .should()
        .dependOnClassesThat(belongToAnyOf(ProcessBuilder.class))
        .orShould()
        .accessTargetWhere(target(Runtime.class, "exec"));
  }

  private static ArchRule noPathMatcher(String root) {
    return nothing(root).dependOnClassesThat(belongToAnyOf(PathMatcher.class));
  }

  private static ArchRule noPattern(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .haveNameNotMatching(MAY_USE_PATTERNS)
        .should()
        .dependOnClassesThat(belongToAnyOf(Pattern.class));
  }

  private static ArchRule noPrinting(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".console..", root + ".bootstrap..")
        .should()
        .accessTargetWhere(target(System.class, "out", "err"));
  }

  private static ArchRule noOldTime(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .haveNameNotMatching(MAY_USE_DATES)
        .should()
        .dependOnClassesThat(belongToAnyOf(Date.class, Calendar.class, DateFormat.class));
  }

  /// Setting the clock of the machine ends no session and no ban.
  private static ArchRule f43TimeLimits(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".socket.channel..",
            root + ".socket.server..",
            root + ".socket.tls..",
            root + ".application.store..",
            root + ".filesystem.account..")
        .and()
        .haveNameNotMatching(MAY_USE_DATES + "|" + TELLS_TIMES)
        .should()
        .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class))
        .orShould()
        .accessTargetWhere(
            target(System.class, "currentTimeMillis").or(target(Instant.class, "now")));
  }

  private static ArchRule noExit(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".bootstrap.Main")
        .should()
        .accessTargetWhere(target(System.class, "exit").or(target(Runtime.class, "exit", "halt")));
  }

  private static ArchRule noFieldInjection(String root) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .should(ArchConditions.be(describe("injected", CodingRules::injected)));
  }

  private static ArchRule noStaticState(String root) {
    return statics(root).should().beFinal();
  }

  private static ArchRule noSharedArray(String root) {
    return statics(root).should(not(be(describe("public arrays", CodingRules::publicArray))));
  }

  private static Rule call(String name, String plant, Class<?> owner, String... methods) {
    return new Rule(name, plant, root -> nothing(root).accessTargetWhere(target(owner, methods)));
  }

  private static ClassesShould nothing(String root) {
    return noClasses().that().resideInAPackage(root + "..").should();
  }

  private static GivenFieldsConjunction statics(String root) {
    return fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..");
  }

  private static DescribedPredicate<JavaAccess<?>> target(Class<?> owner, String... names) {
    Set<String> wanted = Set.of(names);
    return describe(
        owner.getSimpleName() + wanted,
        access ->
            access.getTargetOwner().isAssignableTo(owner)
                && wanted.contains(access.getTarget().getName()));
  }

  private static boolean publicArray(JavaField field) {
    return field.getRawType().isArray() && field.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean injected(JavaField field) {
    return field.isAnnotatedWith("jakarta.inject.Inject")
        || field.isAnnotatedWith("com.google.inject.Inject");
  }
}
