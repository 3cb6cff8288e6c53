package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.Totp;
import io.keycloakpools.userstorage.rules.Cleaning.Cleaned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CleaningTest {

  private static final String HIDDEN = "a\0b";
  private static final String LONG = "x".repeat(256);

  @Test
  void anOrdinaryUserStaysAsTheyAre() {
    DirectoryUser ada =
        DirectoryUser.builder("5f3c", "ada")
            .loginName("Ada")
            .email("ada@example.com", true)
            .phoneNumber("+49151")
            .name("Ada", "King", "Ada King")
            .status(new AccountStatus.MustChangePassword())
            .attribute("note", List.of("two\nlines"))
            .roles(Set.of("staff", "read:users"))
            .groups(Set.of("/team/red"))
            .tenants(Set.of(new Tenant("acme", Optional.of("ACME Inc."))))
            .secondFactors(Set.of("sms"))
            .totps(
                List.of(new Totp("s", Optional.of("phone"), 6, 30, "HmacSHA1", Optional.empty())))
            .socialIdentities(List.of(new SocialIdentity("google", "g-1", "ada@example.com")))
            .requiredActions(Set.of("VERIFY_EMAIL"))
            .build();

    assertThat(Cleaning.of(ada)).contains(new Cleaned(ada, Set.of()));
  }

  static Stream<DirectoryUser> nobody() {
    return Stream.of(HIDDEN, LONG, "\ud83d", "a\u200b", "a\r\nb")
        .flatMap(
            bad ->
                Stream.of(
                    DirectoryUser.builder(bad, "ada").build(),
                    DirectoryUser.builder("1", bad).loginName("ada").build(),
                    DirectoryUser.builder("1", "ada").loginName(bad).build(),
                    DirectoryUser.builder("1", "ada").email(bad, true).build()));
  }

  @ParameterizedTest
  @MethodSource("nobody")
  void whoCannotBeToldApartIsNobody(DirectoryUser user) {
    assertThat(Cleaning.of(user)).isEmpty();
  }

  @Test
  void anEmptyIdentifierIsNobodys() {
    assertThat(Cleaning.of(DirectoryUser.builder("", "ada").build())).isEmpty();
    assertThat(Cleaning.of(DirectoryUser.builder("1", " ").build())).isEmpty();
  }

  @Test
  void namesAreShownWithoutWhatIsHiddenAndLeftOutIfTooLong() {
    Cleaned cleaned = clean(ada().name("A\0da", LONG, "Ada King"));

    assertThat(cleaned.user().name().given()).contains("Ada");
    assertThat(cleaned.user().name().family()).isEmpty();
    assertThat(cleaned.user().name().full()).contains("Ada King");
    assertThat(cleaned.leftOut()).containsExactlyInAnyOrder("given name", "family name");
  }

  @Test
  void aPhoneNumberThatCannotBeAUsernameIsLeftOut() {
    Cleaned cleaned = clean(ada().phoneNumber("+49\n151"));

    assertThat(cleaned.user().phoneNumber()).isEmpty();
    assertThat(cleaned.leftOut()).containsExactly("phone number");
  }

  @Test
  void rolesGroupsAndRequiredActionsThatCannotExistAreLeftOut() {
    Set<String> names = Set.of("staff", HIDDEN, LONG, " ");
    Cleaned cleaned = clean(ada().roles(names).groups(names).requiredActions(names));

    assertThat(cleaned.user().roles().orElseThrow()).containsExactly("staff");
    assertThat(cleaned.user().groups().orElseThrow()).containsExactly("staff");
    assertThat(cleaned.user().requiredActions()).containsExactly("staff");
    assertThat(cleaned.leftOut()).containsExactlyInAnyOrder("roles", "groups", "required actions");
  }

  @Test
  void rolesAndGroupsThatWereNotAskedForStayUnasked() {
    DirectoryUser user = clean(ada()).user();

    assertThat(user.roles()).isEmpty();
    assertThat(user.groups()).isEmpty();
  }

  /** Each costs a database look-up. */
  @Test
  void tooManyAreBoundedAndTheSameOnesEachTime() {
    Set<String> many = numbered(10_000).collect(Collectors.toSet());
    DirectoryUser.Builder user =
        ada()
            .roles(many)
            .groups(many)
            .requiredActions(many)
            .tenants(tenants(10_000))
            .socialIdentities(
                numbered(10_000).map(id -> new SocialIdentity("google", id, id)).toList());
    Cleaned cleaned = clean(user);

    assertThat(cleaned.user().roles().orElseThrow()).hasSize(Cleaning.MOST_NAMES);
    assertThat(cleaned.user().groups().orElseThrow()).hasSize(Cleaning.MOST_NAMES);
    assertThat(cleaned.user().requiredActions()).hasSize(Cleaning.MOST_PARTS);
    assertThat(cleaned.user().tenants()).hasSize(Cleaning.MOST_PARTS);
    assertThat(cleaned.user().socialIdentities()).hasSize(Cleaning.MOST_PARTS);
    assertThat(cleaned.leftOut())
        .containsExactlyInAnyOrder(
            "roles", "groups", "required actions", "tenants", "accounts elsewhere");
    assertThat(clean(user)).isEqualTo(cleaned);
  }

  /** An admin decides whether an unknown tenant is ignored or refused. */
  @Test
  void aTenantThatCannotExistStaysForTheRuleToJudge() {
    Cleaned cleaned = clean(ada().tenants(Set.of(new Tenant(HIDDEN, Optional.of("A\0CME")))));

    assertThat(cleaned.user().tenants()).containsExactly(new Tenant(HIDDEN, Optional.of("ACME")));
    assertThat(cleaned.leftOut()).containsExactly("name of a tenant");
  }

  @Test
  void accountsElsewhereNeedAnIdentifierAndMayGoByIt() {
    Cleaned cleaned =
        clean(
            ada()
                .socialIdentities(
                    List.of(
                        new SocialIdentity("google", HIDDEN, "ada"),
                        new SocialIdentity("google", "", "ada"),
                        new SocialIdentity("google", "g-1", "a\0da"),
                        new SocialIdentity("google", "g-2", LONG))));

    assertThat(cleaned.user().socialIdentities())
        .containsExactly(
            new SocialIdentity("google", "g-1", "ada"), new SocialIdentity("google", "g-2", "g-2"));
    assertThat(cleaned.leftOut()).containsExactly("accounts elsewhere");
  }

  /** Dropping one could open a gate. */
  @Test
  void secondFactorsAreNeverLeftOut() {
    assertThat(clean(ada().secondFactors(Set.of(HIDDEN, LONG))).user().secondFactors())
        .containsExactlyInAnyOrder(HIDDEN, LONG);
  }

  private static Cleaned clean(DirectoryUser.Builder user) {
    return Cleaning.of(user.build()).orElseThrow();
  }

  private static DirectoryUser.Builder ada() {
    return DirectoryUser.builder("1", "ada");
  }

  private static Set<Tenant> tenants(int count) {
    return numbered(count).map(id -> new Tenant(id, Optional.empty())).collect(Collectors.toSet());
  }

  private static Stream<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(number -> "n" + number);
  }
}
