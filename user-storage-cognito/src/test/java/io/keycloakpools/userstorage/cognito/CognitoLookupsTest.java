package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.TestUserPool.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoSimulatorBuilder;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.Operation;
import io.keycloakpools.simulators.cognito.PageShape;
import io.keycloakpools.simulators.cognito.SecondFactor;
import io.keycloakpools.simulators.cognito.SignInAttribute;
import io.keycloakpools.simulators.cognito.UserStatus;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CognitoLookupsTest {

  private static final Lookup NOT_FOUND = new Lookup.NotFound();

  private static final Fault NOBODY =
      CognitoFaults.error("UserNotFoundException", "User does not exist.");

  private final List<TestUserPool> pools = new ArrayList<>();

  @AfterEach
  void stop() {
    pools.forEach(TestUserPool::close);
  }

  @Nested
  final class ByUsername {

    @Test
    void findsTheUserWithEverythingButTheGroups() {
      TestUserPool pool = pool();
      CognitoUser ada =
          pool.add(
              ada()
                  .name("Ada", "Lovelace")
                  .attribute("name", "Ada King")
                  .phone("+4915112345", false)
                  .attribute("custom:tenantId", "acme")
                  .group("staff"));
      Directory directory = pool.directory(Map.of("tenantIdFieldName", "tenantId"));

      DirectoryUser user = found(directory.findByUsername("ada"));

      assertThat(user)
          .isEqualTo(
              DirectoryUser.builder(ada.sub(), "ada")
                  .email("ada@example.com", true)
                  .phoneNumber("+4915112345")
                  .name("Ada", "Lovelace", "Ada King")
                  .tenantId("acme")
                  .attribute("sub", List.of(ada.sub()))
                  .attribute("email", List.of("ada@example.com"))
                  .attribute("email_verified", List.of("true"))
                  .attribute("phone_number", List.of("+4915112345"))
                  .attribute("phone_number_verified", List.of("false"))
                  .attribute("given_name", List.of("Ada"))
                  .attribute("family_name", List.of("Lovelace"))
                  .attribute("name", List.of("Ada King"))
                  .attribute("custom:tenantId", List.of("acme"))
                  .build());
      assertThat(pool.simulator().requests().count()).isEqualTo(1);
    }

    @Test
    void tellsTheSecondFactors() {
      TestUserPool pool = pool();
      pool.add(ada().secondFactor(SecondFactor.SOFTWARE_TOKEN_MFA));

      assertThat(found(pool.directory().findByUsername("ada")).secondFactors())
          .containsExactly("SOFTWARE_TOKEN_MFA");
    }

    @Test
    void spellsTheLoginNameAsCognitoDoes() {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("AdA"));

      assertThat(found(pool.directory().findByUsername("ada")).loginName()).isEqualTo("AdA");
    }

    @Test
    void leavesLetterCaseToTheUserPool() {
      TestUserPool pool = pool(CognitoSimulatorBuilder::caseSensitiveUsernames);
      pool.add(CognitoUser.builder("AdA"));

      assertThat(pool.directory().findByUsername("ada")).isEqualTo(NOT_FOUND);
      found(pool.directory().findByUsername("AdA"));
    }

    @Test
    void findsByAVerifiedAlias() {
      TestUserPool pool =
          pool(it -> it.aliases(SignInAttribute.EMAIL, SignInAttribute.PHONE_NUMBER));
      CognitoUser ada = pool.add(ada().phone("+4915112345", false));
      Directory directory = pool.directory();

      assertThat(found(directory.findByUsername("Ada@Example.com")).loginName()).isEqualTo("ada");
      assertThat(found(directory.findByUsername(ada.sub())).loginName()).isEqualTo("ada");
      assertThat(directory.findByUsername("+4915112345")).isEqualTo(NOT_FOUND);
    }

    @Test
    void takesTheSubForAUserWhoSignsInByAddress() {
      TestUserPool pool = pool(it -> it.usernameAttributes(SignInAttribute.EMAIL));
      CognitoUser ada = pool.add(ada());
      DirectoryUser user = found(pool.directory().findByUsername("ada@example.com"));

      assertThat(user.externalId()).isEqualTo(ada.sub());
      assertThat(user.username()).isEqualTo(ada.sub());
      assertThat(user.loginName()).isEqualTo(ada.sub());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nobody",
          "\" or username = \"ada",
          "ada\" or \"a\" = \"a",
          "ada\\",
          "*",
          "%",
          "ad",
          "ada,",
          "ada@example.com",
        })
    void doesNotFindAnybodyElse(String name) {
      TestUserPool pool = pool();
      pool.add(ada());

      assertThat(pool.directory().findByUsername(name)).isEqualTo(NOT_FOUND);
    }

    @Test
    void findsNamesOfStrangeLetters() {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("o'hära\"\\<b>&✓"));

      found(pool.directory().findByUsername("o'hära\"\\<b>&✓"));
    }

    @Test
    void takesANameThatCognitoCannotHaveAsUnknown() {
      TestUserPool pool = pool();
      pool.simulator()
          .faults()
          .on(
              Operation.ADMIN_GET_USER,
              CognitoFaults.error("InvalidParameterException", "1 error"));

      assertThat(pool.directory().findByUsername("ada\u200b")).isEqualTo(NOT_FOUND);
    }
  }

  @Nested
  final class NamesThatCannotBe {

    static Stream<String> names() {
      return Stream.of(
          "",
          " ",
          "ada lovelace",
          " ada",
          "ada\n",
          "a\tb",
          "a\u0000b",
          "a\u2003b",
          "x".repeat(129));
    }

    @ParameterizedTest
    @MethodSource("names")
    void areNotAskedFor(String name) {
      TestUserPool pool = pool();
      Directory directory = pool.directory();

      assertThat(directory.findByUsername(name)).isEqualTo(NOT_FOUND);
      assertThat(directory.findByEmail(name)).isEqualTo(NOT_FOUND);
      assertThat(directory.findByExternalId(name, name)).isEqualTo(NOT_FOUND);
      assertThat(pool.simulator().requests().count()).isZero();
    }

    @Test
    void areLongerThanTheLongest() {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("x".repeat(128)));

      found(pool.directory().findByUsername("x".repeat(128)));
    }
  }

  @Nested
  final class Statuses {

    static Stream<Arguments> statuses() {
      return Stream.of(
          Arguments.of(UserStatus.CONFIRMED, new AccountStatus.Usable()),
          Arguments.of(UserStatus.FORCE_CHANGE_PASSWORD, new AccountStatus.MustChangePassword()),
          Arguments.of(UserStatus.UNCONFIRMED, unusable(UnusableReason.UNCONFIRMED)),
          Arguments.of(UserStatus.EXTERNAL_PROVIDER, unusable(UnusableReason.EXTERNAL)),
          Arguments.of(UserStatus.RESET_REQUIRED, unusable(UnusableReason.RESET_REQUIRED)),
          Arguments.of(UserStatus.COMPROMISED, unusable(UnusableReason.BLOCKED)),
          Arguments.of(UserStatus.ARCHIVED, unusable(UnusableReason.DISABLED)),
          Arguments.of(UserStatus.UNKNOWN, unusable(UnusableReason.DENIED)));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void areTakenOverWhileTheUserIsEnabled(UserStatus status, AccountStatus expected) {
      TestUserPool pool = pool();
      pool.add(ada().status(status));

      assertThat(found(pool.directory().findByUsername("ada")).status()).isEqualTo(expected);
      assertThat(found(pool.directory().findByEmail("ada@example.com")).status())
          .as("as ListUsers shows it")
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void doNotMatterOnceTheUserIsDisabled(UserStatus status, AccountStatus unused) {
      TestUserPool pool = pool();
      pool.add(ada().status(status).enabled(false));

      assertThat(found(pool.directory().findByUsername("ada")).status())
          .isEqualTo(unusable(UnusableReason.DISABLED));
    }

    @Test
    void areAllInTheTable() {
      assertThat(statuses().map(row -> row.get()[0])).containsOnly((Object[]) UserStatus.values());
    }

    private static AccountStatus unusable(UnusableReason reason) {
      return new AccountStatus.Unusable(reason);
    }
  }

  @Nested
  final class ByEmail {

    @ParameterizedTest
    @CsvSource({"ada@example.com", "ADA@Example.COM"})
    void findsTheOwnerInAnyCase(String email) {
      TestUserPool pool = pool();
      CognitoUser ada = pool.add(ada());

      assertThat(found(pool.directory().findByEmail(email)).externalId()).isEqualTo(ada.sub());
    }

    @Test
    void findsTheOnlyOwnerAlsoIfUnverified() {
      TestUserPool pool = pool();
      pool.add(ada().email("ada@example.com", false));

      assertThat(found(pool.directory().findByEmail("ada@example.com")).emailVerified()).isFalse();
    }

    @Test
    void ofSeveralOwnersTakesTheOneWhoProvedIt() {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("eve").email("ada@example.com", false));
      CognitoUser ada = pool.add(ada());
      pool.add(CognitoUser.builder("mallory").email("ADA@example.com", false));

      assertThat(found(pool.directory().findByEmail("ada@example.com")).externalId())
          .isEqualTo(ada.sub());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofSeveralOwnersTakesNoneWhoIsNotAlone(boolean verified) {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("eve").email("ada@example.com", verified));
      pool.add(CognitoUser.builder("ada").email("ada@example.com", verified));

      assertThat(pool.directory().findByEmail("ada@example.com"))
          .isEqualTo(new Lookup.Ambiguous(2));
    }

    @Test
    void readsOnOverShortAndEmptyPages() {
      TestUserPool pool = pool();
      pool.simulator().pages(PageShape.full().atMost(1).emptyBefore(1));
      pool.add(CognitoUser.builder("eve").email("ada@example.com", false));
      CognitoUser ada = pool.add(ada());

      assertThat(found(pool.directory().findByEmail("ada@example.com")).externalId())
          .isEqualTo(ada.sub());
    }

    @Test
    void readsOnToAnEmptyPageAtTheEnd() {
      TestUserPool pool = pool();
      pool.simulator().pages(PageShape.full().atMost(1).emptyAtEnd());
      pool.add(ada());

      found(pool.directory().findByEmail("ada@example.com"));
    }

    /** The user may be on a page that was not read. */
    @Test
    void thatGivesUpBeforeTheLastPageDoesNotSayNobody() {
      TestUserPool pool = pool();
      pool.simulator().pages(PageShape.full().emptyBefore(20));
      pool.add(ada());

      assertThat(pool.directory().findByEmail("ada@example.com"))
          .isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void doesNotTakeAUsernameForAnAddress() {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("ada@example.com").email("eve@example.com", true));

      assertThat(pool.directory().findByEmail("ada@example.com")).isEqualTo(NOT_FOUND);
    }

    @Test
    void doesNotTakeAUsernameForAProof() {
      TestUserPool pool = pool();
      pool.add(CognitoUser.builder("ada@example.com").email("ada@example.com", false));
      CognitoUser ada = pool.add(ada());

      assertThat(found(pool.directory().findByEmail("ada@example.com")).externalId())
          .isEqualTo(ada.sub());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nobody@example.com",
          "\"or(username=\"ada\")\"@example.com",
          "\"@example.com",
          "ada@example.com\\",
          "ada@example.co",
          "ada",
        })
    void doesNotFindAnybodyElse(String email) {
      TestUserPool pool = pool();
      pool.add(ada());

      assertThat(pool.directory().findByEmail(email)).isEqualTo(NOT_FOUND);
    }

    @Test
    void findsAddressesWithQuotationMarks() {
      TestUserPool pool = pool();
      CognitoUser ada = pool.add(CognitoUser.builder("ada").email("\"a\\da\"@example.com", true));

      assertThat(found(pool.directory().findByEmail("\"a\\da\"@example.com")).externalId())
          .isEqualTo(ada.sub());
    }
  }

  @Nested
  final class ByEmailAgain {

    static Stream<Arguments> pools() {
      UnaryOperator<CognitoSimulatorBuilder> plain = it -> it;
      UnaryOperator<CognitoSimulatorBuilder> alias = it -> it.aliases(SignInAttribute.EMAIL);
      UnaryOperator<CognitoSimulatorBuilder> name =
          it -> it.usernameAttributes(SignInAttribute.EMAIL);
      return Stream.of(
          Arguments.of("an attribute", plain, 2, Operation.LIST_USERS),
          Arguments.of("an alias", alias, 1, Operation.ADMIN_GET_USER),
          Arguments.of("the sign-in name", name, 1, Operation.ADMIN_GET_USER));
    }

    @ParameterizedTest(name = "where the address is {0}")
    @MethodSource("pools")
    void costsOneRequest(
        String kind,
        UnaryOperator<CognitoSimulatorBuilder> change,
        int firstRequests,
        Operation operation) {
      TestUserPool pool = pool(change);
      pool.add(ada());
      pool.add(CognitoUser.builder("bob").email("bob@example.com", true));
      Directory directory = pool.directory();

      found(directory.findByEmail("ada@example.com"));
      assertThat(pool.simulator().requests().count()).isEqualTo(firstRequests);
      pool.simulator().requests().reset();
      found(directory.findByEmail("bob@example.com"));

      assertThat(pool.simulator().requests().all())
          .singleElement()
          .returns(operation.wireName(), request -> request.operation());
    }

    @Test
    void stillFindsTheOtherKindOfUser() {
      TestUserPool pool = pool(it -> it.aliases(SignInAttribute.EMAIL));
      pool.add(ada());
      pool.add(CognitoUser.builder("bob").email("bob@example.com", false));
      Directory directory = pool.directory();

      found(directory.findByEmail("ada@example.com"));
      found(directory.findByEmail("bob@example.com"));
      found(directory.findByEmail("ada@example.com"));
    }

    /** In any user pool, a federated user has the address only as an attribute. */
    @Test
    void isNotLearnedFromAUserOfAnIdentityProvider() {
      TestUserPool pool = pool(it -> it.usernameAttributes(SignInAttribute.EMAIL));
      pool.add(ada());
      pool.add(
          CognitoUser.builder("+4930123456")
              .attribute("phone_number", "+4930123456")
              .email("fay@example.com", true)
              .status(UserStatus.EXTERNAL_PROVIDER));
      assertNotLearnedFrom(pool, "fay@example.com");
    }

    @Test
    void isNotLearnedFromAnAddressThatNobodyProved() {
      TestUserPool pool = pool(it -> it.aliases(SignInAttribute.EMAIL));
      pool.add(ada());
      pool.add(CognitoUser.builder("bob").email("bob@example.com", false));
      assertNotLearnedFrom(pool, "bob@example.com");
    }

    private void assertNotLearnedFrom(TestUserPool pool, String email) {
      Directory directory = pool.directory();
      pool.simulator().faults().onNext(1, Operation.ADMIN_GET_USER, NOBODY);
      found(directory.findByEmail(email));
      pool.simulator().requests().reset();

      found(directory.findByEmail("ada@example.com"));

      assertThat(pool.simulator().requests().all())
          .singleElement()
          .returns(Operation.ADMIN_GET_USER.wireName(), request -> request.operation());
    }

    @Test
    void isNotLearnedFromAnOutage() {
      TestUserPool pool = pool();
      pool.add(ada());
      Directory directory = pool.directory();
      pool.simulator().faults().onNext(1, Operation.LIST_USERS, CognitoFaults.internalError());

      assertThat(directory.findByEmail("ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
      found(directory.findByEmail("ada@example.com"));
    }
  }

  @Nested
  final class ByExternalId {

    @Test
    void findsTheUserWithAllGroups() {
      TestUserPool pool = pool();
      CognitoUser ada = pool.add(ada().group("staff").group("read:users"));
      DirectoryUser user = found(pool.directory().findByExternalId(ada.sub(), ada.sub()));

      assertThat(user.username()).isEqualTo("ada");
      assertThat(user.roles()).contains(Set.of("staff", "read:users"));
    }

    @Test
    void asksForGroupsByTheNameAsCognitoSpellsIt() {
      TestUserPool pool = pool();
      CognitoUser ada = pool.add(CognitoUser.builder("AdA").group("staff"));
      found(pool.directory().findByExternalId(ada.sub(), ada.sub()));

      assertThat(pool.simulator().requests().of(Operation.ADMIN_LIST_GROUPS_FOR_USER))
          .singleElement()
          .returns(Optional.of("AdA"), request -> request.username());
    }

    @Test
    void findsTheSamePersonAfterTheirAddressChanged() {
      TestUserPool pool = pool(it -> it.usernameAttributes(SignInAttribute.EMAIL));
      CognitoUser ada = pool.add(ada());
      pool.simulator().users().setAttribute(ada.username(), "email", "new@example.com");

      assertThat(found(pool.directory().findByExternalId(ada.sub(), ada.sub())).email())
          .contains("new@example.com");
    }

    @Test
    void doesNotFindWhoGotTheNameLater() {
      TestUserPool pool = pool();
      CognitoUser before = pool.add(ada());
      pool.simulator().users().recreate("ada");

      assertThat(pool.directory().findByExternalId(before.sub(), before.sub()))
          .isEqualTo(NOT_FOUND);
    }

    /** AdminGetUser also takes usernames. */
    @Test
    void doesNotFindWhoTookTheIdAsAUsername() {
      TestUserPool pool = pool();
      String sub = "6c4f1d1e-0000-4000-8000-000000000001";
      pool.add(CognitoUser.builder(sub));

      assertThat(pool.directory().findByExternalId(sub, sub)).isEqualTo(NOT_FOUND);
    }

    @Test
    void isNoAnswerWithoutTheGroups() {
      TestUserPool pool = pool();
      CognitoUser ada = pool.add(ada());
      pool.simulator()
          .faults()
          .on(Operation.ADMIN_LIST_GROUPS_FOR_USER, CognitoFaults.internalError());

      assertThat(pool.directory().findByExternalId(ada.sub(), ada.sub()))
          .asInstanceOf(type(Lookup.Unavailable.class))
          .returns("InternalErrorException", unavailable -> unavailable.outage().reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"or(sub=\"", "6c4f1d1e-0000-4000-8000-000000000001", "\\"})
    void doesNotFindAnybodyElse(String id) {
      TestUserPool pool = pool();
      pool.add(ada());

      assertThat(pool.directory().findByExternalId(id, id)).isEqualTo(NOT_FOUND);
    }
  }

  private TestUserPool pool() {
    return pool(it -> it);
  }

  private TestUserPool pool(UnaryOperator<CognitoSimulatorBuilder> change) {
    TestUserPool pool = TestUserPool.start(change);
    pools.add(pool);
    return pool;
  }

  private static DirectoryUser found(Lookup lookup) {
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) lookup).user();
  }
}
