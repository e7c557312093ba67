package dev.simpleftp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// Names that say what a thing is.
final class NamingRules {
  private NamingRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule("no name that says nothing", "SessionManager", NamingRules::sayingNothing),
        new Rule("driving ports are interfaces", "SolidUseCase", NamingRules::drivingPorts),
        new Rule("use cases are named Service", "GetFileWorker", NamingRules::useCases),
        new Rule("what a service offers is named Service", "PublicLog", NamingRules::services),
        new Rule("stores are named FileStore", "TapeDrive", NamingRules::stores),
        new Rule("every package is null-marked", "Unmarked", NamingRules::nullMarked));
  }

  private static ArchRule sayingNothing(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?");
  }

  private static ArchRule drivingPorts(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".application.port.in")
        .and()
        .areTopLevelClasses()
        .and()
        .areNotRecords()
        .should()
        .beInterfaces();
  }

  private static ArchRule useCases(String root) {
    return classes()
        .that()
        .implement(JavaClass.Predicates.resideInAPackage(root + ".application.port.in"))
        .and()
        .resideInAPackage(root + ".application..")
        .and()
        .resideOutsideOfPackage(root + ".application.port..")
        .should()
        .haveSimpleNameEndingWith("Service");
  }

  private static ArchRule services(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".application.service")
        .and()
        .areTopLevelClasses()
        .and()
        .arePublic()
        .should()
        .haveNameMatching(".*Services?");
  }

  private static ArchRule stores(String root) {
    return classes()
        .that()
        .implement(root + ".application.port.out.FileStore")
        .should()
        .haveSimpleNameEndingWith("FileStore");
  }

  private static ArchRule nullMarked(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            ArchConditions.be(
                describe(
                    "in a null-marked package",
                    (JavaClass c) -> c.getPackage().isAnnotatedWith(NullMarked.class))));
  }
}
