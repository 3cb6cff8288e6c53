package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.TestUserPool.PASSWORD;
import static io.keycloakpools.userstorage.cognito.TestUserPool.ada;
import static io.keycloakpools.userstorage.cognito.TestUserPool.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.Operation;
import io.keycloakpools.simulators.cognito.PreventUserExistenceErrors;
import io.keycloakpools.simulators.cognito.RecordedRequest;
import io.keycloakpools.simulators.cognito.UserStatus;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

final class CognitoPasswordsTest {

  private static final PasswordCheck REJECTED = new PasswordCheck.Rejected();
  private static final PasswordCheck DENIED =
      new PasswordCheck.AccountUnusable(UnusableReason.DENIED);

  private TestUserPool pool;

  @BeforeEach
  void start() {
    pool = TestUserPool.start();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Nested
  final class ARightPassword {

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void isAcceptedByEitherFlow(AuthFlow flow) {
      CognitoUser ada = pool.add(ada());
      PasswordCheck check = by(flow).checkPassword(attempt(ada, PASSWORD));

      assertThat(accepted(check).externalId()).isEqualTo(ada.sub());
      assertThat(signIns())
          .singleElement()
          .returns(Optional.of(flow.name()), request -> request.authFlow());
    }

    @Test
    void comesWithFreshDataAndTheGroupsOfTheIdToken() {
      CognitoUser ada =
          pool.add(
              ada()
                  .name("Ada", "Lovelace")
                  .phone("+4915112345", true)
                  .attribute("custom:tenantId", "acme")
                  .group("staff")
                  .group("read:users"));
      Directory directory = pool.directory(Map.of("tenantIdFieldName", "tenantId"));

      DirectoryUser user = accepted(directory.checkPassword(attempt(ada, PASSWORD)));

      assertThat(user.username()).isEqualTo("ada");
      assertThat(user.loginName()).isEqualTo("ada");
      assertThat(user.email()).contains("ada@example.com");
      assertThat(user.emailVerified()).isTrue();
      assertThat(user.phoneNumber()).contains("+4915112345");
      assertThat(user.name().first()).contains("Ada");
      assertThat(user.name().last()).contains("Lovelace");
      assertThat(user.status()).isEqualTo(new AccountStatus.Usable());
      assertThat(user.tenants()).extracting(Tenant::id).containsExactly("acme");
      assertThat(user.attributes()).containsEntry("custom:tenantId", List.of("acme"));
      assertThat(user.roles()).contains(Set.of("staff", "read:users"));
    }

    @Test
    void ofAUserWithoutGroupsSaysSo() {
      assertThat(accepted(pool.check(pool.add(ada()), PASSWORD)).roles()).contains(Set.of());
    }

    @Test
    void costsOneRoundTrip() {
      CognitoUser ada = pool.add(ada());
      Directory directory = pool.directory();
      directory.checkPassword(attempt(ada, PASSWORD));

      PasswordCheck check =
          pool.inOneRoundTrip(2, () -> directory.checkPassword(attempt(ada, PASSWORD)));

      accepted(check);
      assertThat(pool.simulator().requests().all())
          .extracting(RecordedRequest::operation)
          .containsExactlyInAnyOrder("InitiateAuth", "AdminGetUser");
    }

    @ParameterizedTest
    @ValueSource(strings = {" leading and trailing ", "p\"ä\\ss wörd ✓", "\t1\n"})
    void maySayAnything(String password) {
      CognitoUser ada = pool.add(ada().password(password));

      accepted(pool.check(ada, password));
    }

    @Test
    void isOfNoUseForAnAccountThatBelongsToSomebodyElseNow() {
      CognitoUser before = pool.add(ada());
      CognitoUser now = pool.simulator().users().recreate("ada");
      DirectoryUser user = accepted(pool.check(before, PASSWORD));

      assertThat(user.externalId()).isEqualTo(now.sub()).isNotEqualTo(before.sub());
    }

    @Test
    void isOfNoUseWhenTheTokenIsAboutSomebodyElse() {
      CognitoUser ada = pool.add(ada());
      pool.simulator()
          .faults()
          .on(Operation.ADMIN_GET_USER, profile("another-sub", true, "CONFIRMED"));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"IdToken\":\"garbage\"}", "{\"AccessToken\":\"a.b.c\"}"})
    void isOfNoUseWithoutAReadableIdToken(String result) {
      CognitoUser ada = pool.add(ada());
      pool.simulator()
          .faults()
          .on(Operation.INITIATE_AUTH, answer("{\"AuthenticationResult\":" + result + "}"));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.IDENTITY_CHANGED));
    }

    @ParameterizedTest
    @CsvSource({
      "false, CONFIRMED, DISABLED",
      "false, FORCE_CHANGE_PASSWORD, DISABLED",
      "true, UNCONFIRMED, UNCONFIRMED",
      "true, EXTERNAL_PROVIDER, EXTERNAL",
      "true, RESET_REQUIRED, RESET_REQUIRED",
      "true, COMPROMISED, BLOCKED",
      "true, ARCHIVED, DISABLED",
      "true, UNKNOWN, DENIED",
      "true, INVENTED, DENIED",
    })
    void doesNotHideThatTheAccountIsClosed(
        boolean enabled, String status, UnusableReason expected) {
      CognitoUser ada = pool.add(ada());
      pool.simulator().faults().on(Operation.ADMIN_GET_USER, profile(ada.sub(), enabled, status));

      assertThat(accepted(pool.check(ada, PASSWORD)).status())
          .isEqualTo(new AccountStatus.Unusable(expected));
    }

    @Test
    void tellsNothingButWhoItIsWhileTheAccountCannotBeRead() {
      CognitoUser ada = pool.add(ada());
      pool.simulator().faults().on(Operation.ADMIN_GET_USER, CognitoFaults.internalError());

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(
              new PasswordCheck.AcceptedUnseen(
                  ada.sub(), Outage.refused("InternalErrorException")));
    }

    @Test
    void isNotTakenForAnAccountThatHasJustGone() {
      CognitoUser ada = pool.add(ada());
      pool.simulator()
          .faults()
          .on(
              Operation.ADMIN_GET_USER,
              CognitoFaults.error("UserNotFoundException", "User does not exist."));

      assertThat(pool.check(ada, PASSWORD)).isEqualTo(REJECTED);
    }
  }

  @Nested
  final class AWrongPassword {

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void isRejectedByEitherFlow(AuthFlow flow) {
      CognitoUser ada = pool.add(ada());

      assertThat(by(flow).checkPassword(attempt(ada, "wrong"))).isEqualTo(REJECTED);
    }

    @Test
    void isSentOnce() {
      pool.check(pool.add(ada()), "wrong");

      assertThat(signIns()).hasSize(1);
    }

    @Test
    void isRejectedWithoutWaitingForTheProfile() {
      CognitoUser ada = pool.add(ada());
      pool.simulator().faults().on(Operation.ADMIN_GET_USER, Fault.hang());

      assertThat(pool.check(ada, "wrong")).isEqualTo(REJECTED);
    }

    @Test
    void ofTooManyIsThrottled() {
      CognitoUser ada = pool.add(ada());
      Directory directory = pool.directory();
      PasswordCheck last = REJECTED;
      for (int i = 0; i < 7 && last.equals(REJECTED); i++) {
        last = directory.checkPassword(attempt(ada, "wrong"));
      }

      assertThat(last).isEqualTo(CognitoRefusalTest.THROTTLED);
    }
  }

  @Nested
  final class AnUnknownUser {

    @ParameterizedTest
    @EnumSource(PreventUserExistenceErrors.class)
    void isRejectedHoweverTheClientIsSet(PreventUserExistenceErrors errors) {
      try (TestUserPool other =
          TestUserPool.start(
              it ->
                  it.client(
                      AppClient.of("other")
                          .flows(io.keycloakpools.simulators.cognito.AuthFlow.USER_PASSWORD_AUTH)
                          .preventUserExistenceErrors(errors)))) {
        Directory directory = other.directory(Map.of("clientId", "other", "clientSecret", ""));

        assertThat(
                directory.checkPassword(
                    new PasswordAttempt("1", "nobody", PASSWORD, Optional.empty())))
            .isEqualTo(REJECTED);
      }
    }
  }

  @Nested
  final class AClosedAccount {

    @ParameterizedTest
    @CsvSource({
      "UNCONFIRMED, UNCONFIRMED",
      "RESET_REQUIRED, RESET_REQUIRED",
      "ARCHIVED, DISABLED",
      "COMPROMISED, DISABLED",
    })
    void isToldByItsStatus(UserStatus status, UnusableReason reason) {
      CognitoUser ada = pool.add(ada().status(status));

      assertThat(pool.check(ada, PASSWORD)).isEqualTo(new PasswordCheck.AccountUnusable(reason));
    }

    /** The check cannot tell it from a wrong password; the parallel lookup can. */
    @Test
    void thatMustBeResetIsToldWhereTheCheckHidesIt() {
      pool.close();
      pool =
          TestUserPool.start(
              builder ->
                  builder.client(
                      AppClient.of("demo-client")
                          .secret(TestUserPool.SECRET)
                          .flows(io.keycloakpools.simulators.cognito.AuthFlow.USER_PASSWORD_AUTH)
                          .hidingResets()));
      CognitoUser ada = pool.add(ada().status(UserStatus.RESET_REQUIRED));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.RESET_REQUIRED));
      for (Lookup lookup :
          List.of(
              pool.directory().findByUsername("ada"),
              pool.directory().findByEmail("ada@example.com"),
              pool.directory().findByExternalId(ada.sub(), "ada"))) {
        assertThat(lookup)
            .isInstanceOfSatisfying(
                Lookup.Found.class,
                found ->
                    assertThat(found.user().status())
                        .isEqualTo(new AccountStatus.Unusable(UnusableReason.RESET_REQUIRED)));
      }
    }

    @Test
    void whoseTemporaryPasswordIsOverIsToldInBothWordsOfAws() {
      CognitoUser ada = pool.add(ada().temporaryPassword(PASSWORD).temporaryPasswordExpired(true));
      PasswordCheck expired =
          new PasswordCheck.AccountUnusable(UnusableReason.TEMPORARY_PASSWORD_EXPIRED);
      assertThat(pool.check(ada, PASSWORD)).isEqualTo(expired);

      pool.simulator()
          .faults()
          .on(Operation.INITIATE_AUTH, CognitoFaults.temporaryPasswordExpiredInOlderWords());
      assertThat(pool.check(ada, PASSWORD)).isEqualTo(expired);
    }

    /** A proxy may name another media type. */
    @Test
    void isToldWhateverTheHeaderSaysOfTheBody() {
      CognitoUser ada = pool.add(ada());
      pool.simulator()
          .faults()
          .on(
              Operation.INITIATE_AUTH,
              Fault.chunked(
                  400,
                  "text/html; charset=UTF-8",
                  "{\"__type\":\"PasswordResetRequiredException\",\"message\":\"x\"}"));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.RESET_REQUIRED));
    }

    @Test
    void isToldWhenItIsDisabled() {
      CognitoUser ada = pool.add(ada().enabled(false));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.DISABLED));
    }

    @Test
    void ofAnotherIdentityProviderHasNoPassword() {
      CognitoUser ada = pool.add(ada().status(UserStatus.EXTERNAL_PROVIDER));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.EXTERNAL));
    }

    @Test
    void isToldWhenItsTemporaryPasswordHasExpired() {
      CognitoUser ada = pool.add(ada().temporaryPassword(PASSWORD).temporaryPasswordExpired(true));

      assertThat(pool.check(ada, PASSWORD))
          .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.TEMPORARY_PASSWORD_EXPIRED));
    }
  }

  @Nested
  final class ATemporaryPassword {

    @Test
    void isToldApartAndComesWithGroups() {
      CognitoUser ada = pool.add(ada().temporaryPassword(PASSWORD).group("staff"));
      PasswordCheck check = pool.check(ada, PASSWORD);

      assertThat(check)
          .asInstanceOf(type(PasswordCheck.TemporaryPassword.class))
          .extracting(PasswordCheck.TemporaryPassword::user)
          .returns(ada.sub(), DirectoryUser::externalId)
          .returns(new AccountStatus.MustChangePassword(), DirectoryUser::status)
          .returns(Optional.of(Set.of("staff")), DirectoryUser::roles);
    }

    @Test
    void thatIsWrongIsRejected() {
      CognitoUser ada = pool.add(ada().temporaryPassword(PASSWORD));

      assertThat(pool.check(ada, "wrong")).isEqualTo(REJECTED);
    }
  }

  @Nested
  final class AChallenge {

    private static final Set<String> AFTER_THE_PASSWORD =
        Set.of(
            "SMS_MFA",
            "SOFTWARE_TOKEN_MFA",
            "EMAIL_OTP",
            "SELECT_MFA_TYPE",
            "MFA_SETUP",
            "DEVICE_SRP_AUTH",
            "DEVICE_PASSWORD_VERIFIER");

    private static final Set<String> INSTEAD_OF_THE_PASSWORD =
        Set.of(
            "PASSWORD_VERIFIER",
            "CUSTOM_CHALLENGE",
            "SELECT_CHALLENGE",
            "WEB_AUTHN",
            "PASSWORD",
            "PASSWORD_SRP",
            "SMS_OTP",
            "ADMIN_NO_SRP_AUTH",
            "FROM_THE_NEXT_RELEASE",
            "sms_mfa");

    static Stream<Arguments> proving() {
      return AFTER_THE_PASSWORD.stream()
          .sorted()
          .flatMap(name -> Arrays.stream(AuthFlow.values()).map(flow -> Arguments.of(name, flow)));
    }

    static Stream<Arguments> notProving() {
      return INSTEAD_OF_THE_PASSWORD.stream()
          .sorted()
          .flatMap(name -> Arrays.stream(AuthFlow.values()).map(flow -> Arguments.of(name, flow)));
    }

    @ParameterizedTest
    @MethodSource("proving")
    void afterThePasswordIsASecondFactor(String challenge, AuthFlow flow) {
      CognitoUser ada = pool.add(ada().forcedChallenge(challenge).group("staff"));

      assertThat(by(flow).checkPassword(attempt(ada, PASSWORD)))
          .asInstanceOf(type(PasswordCheck.SecondFactorPending.class))
          .returns(challenge, PasswordCheck.SecondFactorPending::factor)
          .returns(ada.sub(), check -> check.user().externalId())
          .returns(Optional.of(Set.of("staff")), check -> check.user().roles());
    }

    @ParameterizedTest
    @MethodSource("notProving")
    void insteadOfThePasswordProvesNothing(String challenge, AuthFlow flow) {
      CognitoUser ada = pool.add(ada().forcedChallenge(challenge));

      assertThat(by(flow).checkPassword(attempt(ada, PASSWORD))).isEqualTo(named(challenge));
      assertThat(by(flow).checkPassword(attempt(ada, "wrong"))).isEqualTo(named(challenge));
    }

    private static PasswordCheck named(String challenge) {
      return new PasswordCheck.AccountUnusable(UnusableReason.DENIED, challenge);
    }

    @ParameterizedTest
    @MethodSource("proving")
    void isNotPosedAfterAWrongPassword(String challenge, AuthFlow flow) {
      CognitoUser ada = pool.add(ada().forcedChallenge(challenge));

      assertThat(by(flow).checkPassword(attempt(ada, "wrong"))).isEqualTo(REJECTED);
    }

    /** Fails for a new SDK version with a new challenge. */
    @Test
    void thatTheSdkKnowsHasARow() {
      assertThat(ChallengeNameType.knownValues())
          .extracting(ChallengeNameType::toString)
          .allMatch(
              name ->
                  AFTER_THE_PASSWORD.contains(name)
                      || INSTEAD_OF_THE_PASSWORD.contains(name)
                      || "NEW_PASSWORD_REQUIRED".equals(name));
    }

    @Test
    void comesWithAllGroupsHoweverMany() {
      List<String> groups = IntStream.range(0, 130).mapToObj(number -> "group-" + number).toList();
      CognitoUser ada = pool.add(ada().forcedChallenge("SMS_MFA").groups(groups));

      assertThat(pool.check(ada, PASSWORD))
          .asInstanceOf(type(PasswordCheck.SecondFactorPending.class))
          .returns(Optional.of(Set.copyOf(groups)), check -> check.user().roles());
      assertThat(pool.simulator().requests().count(Operation.ADMIN_LIST_GROUPS_FOR_USER))
          .isEqualTo(3);
    }

    @Test
    void isNotTakenWhileTheGroupsCannotBeRead() {
      CognitoUser ada = pool.add(ada().forcedChallenge("SMS_MFA"));
      pool.simulator().faults().on(Operation.ADMIN_LIST_GROUPS_FOR_USER, CognitoFaults.throttled());

      assertThat(pool.check(ada, PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ChallengeName\":null}", "{\"Session\":\"s\"}"})
    void withoutANameIsNoSignIn(String body) {
      CognitoUser ada = pool.add(ada());
      pool.simulator().faults().on(Operation.INITIATE_AUTH, answer(body));

      assertThat(pool.check(ada, PASSWORD)).isEqualTo(DENIED);
    }
  }

  @Nested
  final class ARefusal {

    static Stream<Arguments> refusals() {
      return Stream.concat(
          CognitoRefusalTest.codes()
              .map(row -> Arguments.of(row.get()[0], "Some text", row.get()[1])),
          CognitoRefusalTest.notAuthorizedTexts()
              .filter(row -> row.get()[0] != null)
              .map(row -> Arguments.of("NotAuthorizedException", row.get()[0], row.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void meansTheSameInBothFlows(String code, String message, PasswordCheck expected) {
      CognitoUser ada = pool.add(ada());
      pool.simulator().faults().on(Operation.INITIATE_AUTH, CognitoFaults.error(code, message));
      pool.simulator()
          .faults()
          .on(Operation.ADMIN_INITIATE_AUTH, CognitoFaults.error(code, message));

      assertThat(by(AuthFlow.USER_PASSWORD_AUTH).checkPassword(attempt(ada, PASSWORD)))
          .isEqualTo(expected);
      assertThat(by(AuthFlow.ADMIN_USER_PASSWORD_AUTH).checkPassword(attempt(ada, PASSWORD)))
          .isEqualTo(expected);
    }

    @Test
    void forAWrongClientSecretIsNotAWrongPassword() {
      CognitoUser ada = pool.add(ada());

      assertThat(
              pool.directory(Map.of("clientSecret", "other")).checkPassword(attempt(ada, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
      assertThat(pool.directory(Map.of("clientSecret", "")).checkPassword(attempt(ada, PASSWORD)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }
  }

  @Nested
  final class TheAddressOfThePerson {

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void arrivesByEitherFlow(AuthFlow flow) {
      by(flow).checkPassword(attempt(pool.add(ada()), PASSWORD));

      assertThat(signIns())
          .singleElement()
          .returns(Optional.of(TestUserPool.CLIENT_IP), RecordedRequest::ipAddress);
    }

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void mayBeUnknown(AuthFlow flow) {
      CognitoUser ada = pool.add(ada());
      PasswordAttempt attempt = new PasswordAttempt(ada.sub(), "ada", PASSWORD, Optional.empty());

      accepted(by(flow).checkPassword(attempt));
      assertThat(signIns()).singleElement().returns(Optional.empty(), RecordedRequest::ipAddress);
    }
  }

  private Directory by(AuthFlow flow) {
    return pool.directory(Map.of("authFlow", flow.name()));
  }

  private List<RecordedRequest> signIns() {
    return Stream.of(Operation.INITIATE_AUTH, Operation.ADMIN_INITIATE_AUTH)
        .flatMap(operation -> pool.simulator().requests().of(operation).stream())
        .toList();
  }

  private static DirectoryUser accepted(PasswordCheck check) {
    assertThat(check).isInstanceOf(PasswordCheck.Accepted.class);
    return ((PasswordCheck.Accepted) check).user();
  }

  private static Fault profile(String sub, boolean enabled, String status) {
    return answer(
        """
        {"Username":"ada","Enabled":%s,"UserStatus":"%s",
         "UserAttributes":[{"Name":"sub","Value":"%s"}]}
        """
            .formatted(enabled, status, sub));
  }

  private static Fault answer(String json) {
    return Fault.http(200, "application/x-amz-json-1.1", json);
  }
}
