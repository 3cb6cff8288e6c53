package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.Totp;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.Verdict.Followup;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInPolicyTest {

  private static final Set<UnusableReason> ANSWERED_BY_A_NEW_PASSWORD =
      EnumSet.of(
          UnusableReason.RESET_REQUIRED,
          UnusableReason.TEMPORARY_PASSWORD_EXPIRED,
          UnusableReason.LEAKED_PASSWORD,
          UnusableReason.TOO_MANY_ATTEMPTS);

  private static final String ID = "id-of-ada";
  private static final DirectoryUser ADA = user(new AccountStatus.Usable());
  private static final DirectoryUser NEW_ADA = user(new AccountStatus.MustChangePassword());

  private static final TemporaryPasswords REJECT_TEMPORARY = TemporaryPasswords.REJECT;
  private static final TemporaryPasswords REQUIRE_CHANGE = TemporaryPasswords.REQUIRE_CHANGE;
  private static final SecondFactor REJECT_FACTOR = SecondFactor.REJECT;
  private static final SecondFactor REQUIRE_SETUP = SecondFactor.REQUIRE_SETUP;

  /** Null stands for both settings. */
  private record Row(
      PasswordCheck check, TemporaryPasswords temporary, SecondFactor factor, Verdict verdict) {}

  static final List<Row> OUTCOMES =
      List.of(
          new Row(new PasswordCheck.Accepted(ADA), null, null, signIn(ADA, Followup.NOTHING)),
          new Row(
              new PasswordCheck.Accepted(NEW_ADA),
              REJECT_TEMPORARY,
              null,
              refused(UnusableReason.TEMPORARY_PASSWORD)),
          new Row(
              new PasswordCheck.Accepted(NEW_ADA),
              REQUIRE_CHANGE,
              null,
              signIn(NEW_ADA, Followup.UPDATE_PASSWORD)),
          new Row(
              new PasswordCheck.AcceptedUnseen(
                  ID, Outage.busy("no data", Optional.of(Duration.ofSeconds(7)))),
              null,
              null,
              new Verdict.SignInUnchanged(
                  Outage.busy("no data", Optional.of(Duration.ofSeconds(7))))),
          new Row(new PasswordCheck.Rejected(), null, null, new Verdict.WrongPassword()),
          new Row(
              new PasswordCheck.TemporaryPassword(NEW_ADA),
              REJECT_TEMPORARY,
              null,
              refused(UnusableReason.TEMPORARY_PASSWORD)),
          new Row(
              new PasswordCheck.TemporaryPassword(NEW_ADA),
              REQUIRE_CHANGE,
              null,
              signIn(NEW_ADA, Followup.UPDATE_PASSWORD)),
          new Row(
              new PasswordCheck.TemporaryPassword(ADA),
              REQUIRE_CHANGE,
              null,
              signIn(ADA, Followup.UPDATE_PASSWORD)),
          new Row(
              new PasswordCheck.SecondFactorPending(ADA, "SMS_MFA"),
              null,
              REJECT_FACTOR,
              refused(UnusableReason.SECOND_FACTOR)),
          new Row(
              new PasswordCheck.SecondFactorPending(ADA, "SMS_MFA"),
              null,
              REQUIRE_SETUP,
              signIn(ADA, Followup.CONFIGURE_TOTP)),
          new Row(
              new PasswordCheck.AccountUnusable(UnusableReason.BLOCKED),
              null,
              null,
              refused(UnusableReason.BLOCKED)),
          new Row(
              new PasswordCheck.Throttled(Optional.of(Duration.ofSeconds(7))),
              null,
              null,
              new Verdict.TryLater(
                  Outage.busy(
                      "the directory throttles sign-ins", Optional.of(Duration.ofSeconds(7))))),
          new Row(
              new PasswordCheck.Throttled(Optional.empty()),
              null,
              null,
              new Verdict.TryLater(
                  Outage.busy("the directory throttles sign-ins", Optional.empty()))),
          new Row(
              new PasswordCheck.Unavailable(Outage.down("no route")),
              null,
              null,
              new Verdict.TryLater(Outage.down("no route"))));

  @ParameterizedTest
  @FieldSource("OUTCOMES")
  void everyAnswerHasOneEffect(Row row) {
    for (SignInPolicy policy : policies(row)) {
      assertThat(policy.decide(row.check(), ID)).isEqualTo(row.verdict());
    }
  }

  @Test
  void everyCaseOfPasswordCheckHasARow() {
    assertThat(PasswordCheck.class.getPermittedSubclasses())
        .allSatisfy(type -> assertThat(OUTCOMES).anyMatch(row -> type.isInstance(row.check())));
  }

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void everyReasonIsHandedOnAsItIs(UnusableReason reason) {
    assertThat(strict().decide(new PasswordCheck.AccountUnusable(reason), ID))
        .isEqualTo(refused(reason));
  }

  @Nested
  final class BehindARightPassword {

    static Stream<PasswordCheck> rightPasswordsOf(DirectoryUser user) {
      return Stream.of(
          new PasswordCheck.Accepted(user),
          new PasswordCheck.TemporaryPassword(user),
          new PasswordCheck.SecondFactorPending(user, "SOFTWARE_TOKEN_MFA"));
    }

    @ParameterizedTest
    @EnumSource(UnusableReason.class)
    void aClosedAccountStaysClosed(UnusableReason reason) {
      DirectoryUser closed = user(new AccountStatus.Unusable(reason));

      assertThat(rightPasswordsOf(closed))
          .allSatisfy(check -> assertThat(lenient().decide(check, ID)).isEqualTo(refused(reason)));
    }

    @Test
    void everyStatusIsDecidedOn() {
      assertThat(AccountStatus.class.getPermittedSubclasses())
          .containsExactlyInAnyOrder(
              AccountStatus.Usable.class,
              AccountStatus.MustChangePassword.class,
              AccountStatus.Unusable.class);
    }

    static Stream<PasswordCheck> answersAboutAda() {
      return Stream.concat(
          rightPasswordsOf(ADA),
          Stream.of(
              new PasswordCheck.AcceptedUnseen(ID, Outage.busy("no data", Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("answersAboutAda")
    void anotherPersonIsRefused(PasswordCheck check) {
      assertThat(lenient().decide(check, "id-of-the-ada-before"))
          .isEqualTo(refused(UnusableReason.IDENTITY_CHANGED));
    }

    @Test
    void anotherPersonIsRefusedBeforeTheirStatusIsTold() {
      DirectoryUser other = user(new AccountStatus.Unusable(UnusableReason.LEAKED_PASSWORD));

      assertThat(lenient().decide(new PasswordCheck.Accepted(other), "somebody"))
          .isEqualTo(refused(UnusableReason.IDENTITY_CHANGED));
    }

    @Test
    void aSecondFactorDoesNotOpenAnAccountWithATemporaryPassword() {
      PasswordCheck check = new PasswordCheck.SecondFactorPending(NEW_ADA, "SMS_MFA");
      SignInPolicy policy = new SignInPolicy(REJECT_TEMPORARY, REQUIRE_SETUP);

      assertThat(policy.decide(check, ID)).isEqualTo(refused(UnusableReason.TEMPORARY_PASSWORD));
    }
  }

  @Test
  void theDirectorysOwnWordsForARefusalArePassedOn() {
    PasswordCheck check =
        new PasswordCheck.AccountUnusable(UnusableReason.DENIED, "on_holiday", "Not on Sundays.");

    assertThat(strict().decide(check, ID))
        .isEqualTo(new Verdict.Refused(UnusableReason.DENIED, "on_holiday", "Not on Sundays."));
  }

  @Test
  void theDirectorysTextIsOneLineWithoutMarkupAndOfBoundedLength() {
    PasswordCheck.AccountUnusable check =
        new PasswordCheck.AccountUnusable(
            UnusableReason.DENIED, "x", " <b>Verify</b>\n&amp; go\u202e on " + "a".repeat(1000));

    assertThat(check.told()).startsWith("b Verify /b amp; go on aaa").hasSize(200).endsWith("…");
    assertThat(check.toString()).doesNotContain("Verify");
    assertThat(strict().decide(check, ID).toString()).doesNotContain("Verify");
  }

  /** A directory may echo the request. */
  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a\nb", "ada@example.com", "ä", "<b>"})
  void whatIsNoErrorCodeIsNotPassedOn(String code) {
    assertThat(new PasswordCheck.AccountUnusable(UnusableReason.DENIED, code))
        .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.DENIED));
    assertThat(new PasswordCheck.AccountUnusable(UnusableReason.DENIED, "x".repeat(65)).code())
        .isEmpty();
  }

  @Nested
  final class AtAPasswordReset {

    @ParameterizedTest
    @EnumSource(UnusableReason.class)
    void aClosedAccountStaysClosedButForTheDemandOfANewPassword(UnusableReason reason) {
      DirectoryUser closed = user(new AccountStatus.Unusable(reason));
      Verdict expected =
          ANSWERED_BY_A_NEW_PASSWORD.contains(reason)
              ? signIn(closed, Followup.NOTHING)
              : refused(reason);

      assertThat(lenient().reset(new Lookup.Found(closed), ID, Optional.empty()))
          .isEqualTo(expected);
    }

    @Test
    void anOpenAccountMayGetAPassword() {
      assertThat(strict().reset(new Lookup.Found(ADA), ID, Optional.empty()))
          .isEqualTo(signIn(ADA, Followup.NOTHING));
      assertThat(strict().reset(new Lookup.Found(NEW_ADA), ID, Optional.empty()))
          .isEqualTo(signIn(NEW_ADA, Followup.NOTHING));
    }

    @Test
    void anotherPersonIsRefused() {
      assertThat(lenient().reset(new Lookup.Found(ADA), "somebody", Optional.empty()))
          .isEqualTo(refused(UnusableReason.IDENTITY_CHANGED));
    }

    @Test
    void aUserWhomTheDirectoryNoLongerKnowsIsRefused() {
      assertThat(lenient().reset(new Lookup.NotFound(), ID, Optional.empty()))
          .isEqualTo(refused(UnusableReason.IDENTITY_CHANGED));
      assertThat(lenient().reset(new Lookup.Ambiguous(2), ID, Optional.empty()))
          .isEqualTo(refused(UnusableReason.IDENTITY_CHANGED));
    }

    @Test
    void anOutageIsNoRefusal() {
      Outage outage = Outage.down("connection refused");

      assertThat(lenient().reset(new Lookup.Unavailable(outage), ID, Optional.empty()))
          .isEqualTo(new Verdict.TryLater(outage));
    }

    @Test
    void aSecondFactorIsNotDroppedSilently() {
      DirectoryUser guarded =
          DirectoryUser.builder(ID, "ada").secondFactors(Set.of("SOFTWARE_TOKEN_MFA")).build();

      assertThat(strict().reset(new Lookup.Found(guarded), ID, Optional.empty()))
          .isEqualTo(refused(UnusableReason.SECOND_FACTOR));
      assertThat(lenient().reset(new Lookup.Found(guarded), ID, Optional.empty()))
          .isEqualTo(signIn(guarded, Followup.CONFIGURE_TOTP));
    }

    /** Keycloak checks the app's codes from now on. */
    @Test
    void anAuthenticatorAppThatIsTakenOverIsNoObstacle() {
      Totp app =
          new Totp("JBSWY3DPEHPK3PXP", Optional.empty(), 6, 30, "HmacSHA1", Optional.of("BASE32"));
      DirectoryUser guarded =
          DirectoryUser.builder(ID, "ada")
              .secondFactors(Set.of("totp"))
              .totps(List.of(app))
              .build();

      assertThat(strict().reset(new Lookup.Found(guarded), ID, Optional.empty()))
          .isEqualTo(signIn(guarded, Followup.NOTHING));
    }

    @ParameterizedTest
    @EnumSource(
        value = UnusableReason.class,
        names = {"DENIED", "BLOCKED", "DISABLED"})
    void whatOnlyAPasswordCheckTellsHoldsForANewPassword(UnusableReason reason) {
      assertThat(SignInPolicy.outlivesTheCheck(reason)).isTrue();
      assertThat(lenient().reset(new Lookup.Found(ADA), ID, Optional.of(reason)))
          .isEqualTo(refused(reason));
    }

    @ParameterizedTest
    @EnumSource(
        value = UnusableReason.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"DENIED", "BLOCKED", "DISABLED", "SECOND_FACTOR"})
    void otherRefusalsDoNot(UnusableReason reason) {
      assertThat(SignInPolicy.outlivesTheCheck(reason)).isFalse();
      assertThat(strict().reset(new Lookup.Found(ADA), ID, Optional.of(reason)))
          .isEqualTo(signIn(ADA, Followup.NOTHING));
    }

    @Test
    void aSecondFactorThatIsNotListedIsNotSlippedPast() {
      Optional<UnusableReason> asked = Optional.of(UnusableReason.SECOND_FACTOR);
      assertThat(strict().reset(new Lookup.Found(ADA), ID, asked))
          .isEqualTo(refused(UnusableReason.SECOND_FACTOR));
      assertThat(lenient().reset(new Lookup.Found(ADA), ID, asked))
          .isEqualTo(signIn(ADA, Followup.CONFIGURE_TOTP));
    }
  }

  private static List<SignInPolicy> policies(Row row) {
    return temporaryPasswords(row)
        .flatMap(temporary -> secondFactors(row).map(factor -> new SignInPolicy(temporary, factor)))
        .toList();
  }

  private static Stream<TemporaryPasswords> temporaryPasswords(Row row) {
    return row.temporary() == null
        ? Arrays.stream(TemporaryPasswords.values())
        : Stream.of(row.temporary());
  }

  private static Stream<SecondFactor> secondFactors(Row row) {
    return row.factor() == null ? Arrays.stream(SecondFactor.values()) : Stream.of(row.factor());
  }

  private static SignInPolicy strict() {
    return new SignInPolicy(REJECT_TEMPORARY, REJECT_FACTOR);
  }

  private static SignInPolicy lenient() {
    return new SignInPolicy(REQUIRE_CHANGE, REQUIRE_SETUP);
  }

  private static DirectoryUser user(AccountStatus status) {
    return DirectoryUser.builder(ID, "ada").status(status).build();
  }

  private static Verdict signIn(DirectoryUser user, Followup then) {
    return new Verdict.SignIn(user, then);
  }

  private static Verdict refused(UnusableReason reason) {
    return new Verdict.Refused(reason);
  }
}
