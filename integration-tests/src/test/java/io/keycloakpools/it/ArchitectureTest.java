package io.keycloakpools.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.keycloakpools.common.AdapterApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The permitted calls between rooms of the shipped code: docs/develop/architecture.md. */
final class ArchitectureTest {

  private static final String CORE = "io.keycloakpools.userstorage";
  private static final String IDENTITY = "io.keycloakpools.identitypool";
  private static final String PASSWORDS = "io.keycloakpools.passwordpolicy";
  private static final String COMMON = "io.keycloakpools.common";

  private static final String[] ADAPTERS = {
    CORE + ".auth0..", CORE + ".cognito..", CORE + ".rest.."
  };

  static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/shaded/"))
          .importPackages(CORE, IDENTITY, PASSWORDS, COMMON);

  /** Silence would prove nothing: every module is checked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        COMMON + ".Word",
        CORE + ".UserPoolProviderFactory",
        CORE + ".auth0.Auth0Directory",
        CORE + ".cognito.CognitoDirectory",
        CORE + ".rest.RestDirectory",
        PASSWORDS + ".PasswordRules",
        IDENTITY + ".pool.IdentityPools"
      })
  void everyModuleIsLookedAt(String name) {
    assertThat(SHIPPED.contain(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {CORE, IDENTITY, PASSWORDS, COMMON})
  void noTwoRoomsCallEachOther(String module) {
    slices().matching(module + ".(**)").should().beFreeOfCycles().check(SHIPPED);
  }

  @Test
  void userPoolsAndIdentityPoolsKnowEachOtherThroughTheCommonModuleOnly() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(IDENTITY + "..", PASSWORDS + "..")
        .check(SHIPPED);
    noClasses()
        .that()
        .resideInAnyPackage(IDENTITY + "..", PASSWORDS + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE + "..")
        .check(SHIPPED);
    noClasses()
        .that()
        .resideInAPackage(PASSWORDS + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(IDENTITY + "..")
        .check(SHIPPED);
    noClasses()
        .that()
        .resideInAPackage(COMMON + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CORE + "..", IDENTITY + "..", PASSWORDS + "..")
        .check(SHIPPED);
  }

  @Test
  void adaptersUseWhatIsMarkedForThem() {
    noClasses()
        .that()
        .resideInAnyPackage(ADAPTERS)
        .should()
        .dependOnClassesThat(
            describe(
                "are of the core and not marked with @AdapterApi",
                used ->
                    used.getPackageName().startsWith(CORE) && !isAdapter(used) && !isMarked(used)))
        .check(SHIPPED);
  }

  @Test
  void theCoreKnowsNoAdapter() {
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .and()
        .resideOutsideOfPackages(ADAPTERS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ADAPTERS)
        .check(SHIPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CORE + ".directory..",
        CORE + ".rules..",
        CORE + ".guard..",
        CORE + ".adapter..",
        PASSWORDS + ".hash",
        PASSWORDS + ".rules..",
        PASSWORDS + ".strength..",
        IDENTITY + ".json..",
        IDENTITY + ".schema..",
        IDENTITY + ".lint..",
        IDENTITY + ".attributes..",
        IDENTITY + ".form.."
      })
  void rulesAreWithoutKeycloak(String room) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("org.keycloak..")
        .check(SHIPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.keycloak.services.ErrorResponse",
        "jakarta.ws.rs.NotFoundException",
        "jakarta.ws.rs.BadRequestException"
      })
  void errorsOfTheAdminApiHaveOneForm(String other) {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMON + ".rest")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(other)
        .check(SHIPPED);
  }

  /** A pool exists before its users. */
  @Test
  void aPoolKnowsNothingOfUsers() {
    noClasses()
        .that()
        .resideInAPackage(CORE + ".pool..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            CORE + ".users..", CORE + ".lookup..", CORE + ".signin..", CORE + ".answer..")
        .check(SHIPPED);
  }

  private static boolean isAdapter(JavaClass type) {
    return type.getPackageName().matches(".*\\.(auth0|cognito|rest)(\\..*)?");
  }

  private static boolean isMarked(JavaClass type) {
    JavaPackage home = type.getPackage();
    return home.isAnnotatedWith(AdapterApi.class)
        || outermost(type).isAnnotatedWith(AdapterApi.class);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
