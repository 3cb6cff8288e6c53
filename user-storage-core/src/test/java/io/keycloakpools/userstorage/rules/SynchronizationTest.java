package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.rules.Synchronization.CurrentGrants;
import io.keycloakpools.userstorage.rules.Synchronization.Memberships;
import io.keycloakpools.userstorage.rules.Synchronization.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SynchronizationTest {

  private static final Scope ALL = new Scope(true, true);
  private static final Memberships NONE = Memberships.NONE;

  private static final UserState ADA =
      new UserState(
          "ada",
          Optional.of("ada@example.com"),
          true,
          Optional.empty(),
          Optional.of("Ada"),
          Optional.of("Byron"),
          "Ada",
          LinkStatus.LINKED,
          Map.of("department", List.of("mathematics")),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of());

  private final Synchronization rules =
      new Synchronization(
          new AttributeMapping(Map.of("dept", "department")),
          false,
          "taken"::equals,
          "taken@example.com"::equals,
          link -> link.userId().equals("taken"));

  @Test
  void whatTheDirectorySaysIsTakenOver() {
    DirectoryUser user =
        DirectoryUser.builder("1", "Countess")
            .email("Lovelace@Example.com", true)
            .name("Augusta", "Lovelace", "ignored")
            .attribute("dept", List.of("poetry"))
            .build();
    IdentityLink link = new IdentityLink("google", "g-1", "Ada L.");
    Memberships memberships =
        new Memberships(Set.of("role-1"), Set.of("group-1"), Set.of("acme"), Set.of(link));

    assertThat(rules.next(ADA, CurrentGrants.NOTHING, user, memberships, LinkStatus.MIGRATED, ALL))
        .isEqualTo(
            new UserState(
                "countess",
                Optional.of("lovelace@example.com"),
                true,
                Optional.empty(),
                Optional.of("Augusta"),
                Optional.of("Lovelace"),
                "Countess",
                LinkStatus.MIGRATED,
                Map.of("department", List.of("poetry")),
                Set.of("role-1"),
                Set.of("group-1"),
                Set.of("acme"),
                Set.of(link)));
  }

  @Test
  void nothingToDoLeavesAnEqualState() {
    DirectoryUser user =
        directoryAda().email("ADA@example.com", true).name("Ada", "Byron", null).build();

    assertThat(rules.next(ADA, CurrentGrants.NOTHING, user, NONE, LinkStatus.LINKED, ALL))
        .isEqualTo(ADA);
  }

  @Test
  void whatTheDirectoryNoLongerHasIsRemoved() {
    UserState next = next(DirectoryUser.builder("1", "Ada").build());

    assertThat(next.email()).isEmpty();
    assertThat(next.emailVerified()).isFalse();
    assertThat(next.firstName()).isEmpty();
    assertThat(next.lastName()).isEmpty();
    assertThat(next.attributes()).isEqualTo(Map.of("department", List.of()));
  }

  @ParameterizedTest
  @EnumSource(LinkStatus.class)
  void theStatusIsTheOneGiven(LinkStatus status) {
    DirectoryUser user = directoryAda().build();

    assertThat(
            rules
                .next(ADA, CurrentGrants.NOTHING, user, NONE, status, new Scope(false, false))
                .status())
        .isEqualTo(status);
  }

  @Nested
  final class Usernames {

    @Test
    void aNameOfAnotherAccountIsNotTaken() {
      assertThat(next(DirectoryUser.builder("1", "Taken").build()).username()).isEqualTo("ada");
    }

    @Test
    void aRefusedNameDoesNotStopTheLoginNameFromFollowing() {
      assertThat(next(DirectoryUser.builder("1", "Taken").build()).loginName()).isEqualTo("Taken");
    }

    @Test
    void onesOwnNameIsNoClash() {
      Synchronization everythingTaken =
          new Synchronization(
              new AttributeMapping(Map.of()), false, name -> true, mail -> true, link -> true);
      DirectoryUser user = directoryAda().email("ada@example.com", true).build();
      UserState next =
          everythingTaken.next(ADA, CurrentGrants.NOTHING, user, NONE, LinkStatus.LINKED, ALL);

      assertThat(next.username()).isEqualTo("ada");
      assertThat(next.email()).contains("ada@example.com");
      assertThat(next.emailVerified()).isTrue();
    }

    @Test
    void theAddressIsTheNameWhereTheRealmWantsIt() {
      Synchronization emailAsUsername =
          new Synchronization(
              new AttributeMapping(Map.of()), true, name -> false, mail -> false, link -> false);
      DirectoryUser user = directoryAda().email("New@Example.com", false).build();
      UserState next =
          emailAsUsername.next(ADA, CurrentGrants.NOTHING, user, NONE, LinkStatus.LINKED, ALL);

      assertThat(next.username()).isEqualTo("new@example.com");
    }
  }

  @Nested
  final class Addresses {

    @ParameterizedTest
    @CsvSource({
      // address there,      verified there, address here,     verified here
      "ada@example.com,      true,           ada@example.com,  true",
      "ada@example.com,      false,          ada@example.com,  false",
      "ADA@Example.com,      false,          ada@example.com,  false",
      "new@example.com,      true,           new@example.com,  true",
      "new@example.com,      false,          new@example.com,  false",
      ",                     false,          ,                 false",
    })
    void verifiedFollowsTheDirectory(
        String there, boolean verifiedThere, String here, boolean verifiedHere) {
      UserState next = next(directoryAda().email(there, verifiedThere).build());

      assertThat(next.email()).isEqualTo(Optional.ofNullable(here));
      assertThat(next.emailVerified()).isEqualTo(verifiedHere);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAddressOfAnotherAccountIsNotTakenAndTheOldOneKeepsItsMark(boolean verifiedThere) {
      UserState next = next(directoryAda().email("Taken@example.com", verifiedThere).build());

      assertThat(next.email()).contains("ada@example.com");
      assertThat(next.emailVerified()).isTrue();
    }

    @Test
    void whoHasNoAddressGetsNoneOfAnotherAccountAndNoMark() {
      UserState next =
          rules.next(
              without(ADA),
              CurrentGrants.NOTHING,
              directoryAda().email("taken@example.com", true).build(),
              NONE,
              LinkStatus.LINKED,
              ALL);

      assertThat(next.email()).isEmpty();
      assertThat(next.emailVerified()).isFalse();
    }

    private static UserState without(UserState state) {
      return new UserState(
          state.username(),
          Optional.empty(),
          false,
          state.unprovedEmail(),
          state.firstName(),
          state.lastName(),
          state.loginName(),
          state.status(),
          state.attributes(),
          state.grantedRoles(),
          state.grantedGroups(),
          state.tenants(),
          state.links());
    }
  }

  @Nested
  final class Given {

    @ParameterizedTest(name = "given by the pool: {0}, held: {1}, wanted: {2} -> {3}")
    @CsvSource({
      "'',  '',   r,   r",
      "'',  '',   '',  ''",
      "r,   r,    r,   r",
      "r,   r,    '',  ''",
      // Granted by an admin: the pool does not adopt it, so it never revokes it.
      "'',  r,    r,   ''",
      "'',  r,    '',  ''",
      // Revoked by an admin: the directory grants it again.
      "r,   '',   r,   r",
      "r,   'r s', 's r', r",
      "r,   'r s', t,   t",
    })
    void isTracked(String given, String held, String wanted, String expected) {
      UserState now = with(ids(given), ids(given), ids(given));
      UserState next = given(now, ids(held), ids(wanted));

      assertThat(next.grantedRoles()).isEqualTo(ids(expected));
      assertThat(next.grantedGroups()).isEqualTo(ids(expected));
      assertThat(next.tenants()).isEqualTo(ids(expected));
    }

    @Test
    void byAnAdminSurvivesItsComingAndGoingInTheDirectory() {
      UserState came = given(ADA, Set.of("r"), Set.of("r"));
      UserState went = given(came, Set.of("r"), Set.of());

      assertThat(came.grantedRoles()).as("what a later revocation can reach").isEmpty();
      assertThat(came.grantedGroups()).isEmpty();
      assertThat(came.tenants()).isEmpty();
      assertThat(went).isEqualTo(came);
    }

    @Test
    void ofOneKindIsNotMistakenForAnother() {
      CurrentGrants held =
          new CurrentGrants(Set.of("role"), Set.of("group"), Set.of("tenant"), Set.of());
      Set<String> notRoles = Set.of("group", "tenant");
      Set<String> notGroups = Set.of("role", "tenant");
      Set<String> notTenants = Set.of("role", "group");
      Memberships wanted = new Memberships(notRoles, notGroups, notTenants, Set.of());
      UserState next =
          rules.next(ADA, held, directoryAda().build(), wanted, LinkStatus.LINKED, ALL);

      assertThat(next.grantedRoles()).isEqualTo(notRoles);
      assertThat(next.grantedGroups()).isEqualTo(notGroups);
      assertThat(next.tenants()).isEqualTo(notTenants);
    }

    private UserState given(UserState now, Set<String> held, Set<String> wanted) {
      return rules.next(
          now,
          new CurrentGrants(held, held, held, Set.of()),
          directoryAda().build(),
          new Memberships(wanted, wanted, wanted, Set.of()),
          LinkStatus.LINKED,
          ALL);
    }

    private static Set<String> ids(String words) {
      return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
    }
  }

  @Nested
  final class Links {

    private final IdentityLink google = new IdentityLink("google", "g-1", "ada");
    private final IdentityLink otherGoogle = new IdentityLink("google", "g-2", "ada2");
    private final IdentityLink takenGoogle = new IdentityLink("google", "taken", "bob");
    private final IdentityLink github = new IdentityLink("github", "h-1", "ada");

    @Test
    void theDirectoryNamesAreMade() {
      assertThat(next(Set.of(), Set.of(), google, github))
          .containsExactlyInAnyOrder(google, github);
    }

    @Test
    void thatThePoolMadeStay() {
      assertThat(next(Set.of(google), Set.of("google"), google)).containsExactly(google);
    }

    @Test
    void thatThePoolMadeAreReplaced() {
      assertThat(next(Set.of(google), Set.of("google"), otherGoogle)).containsExactly(otherGoogle);
    }

    @Test
    void thatThePoolMadeAreRemovedWhenTheDirectoryNoLongerNamesThem() {
      assertThat(next(Set.of(google, github), Set.of("google", "github"), github))
          .containsExactly(github);
      assertThat(next(Set.of(google), Set.of("google"))).isEmpty();
    }

    /** The pool may later revoke what the next state contains. */
    @Test
    void ofThePersonsOwnAreNeverReplacedNorTakenOver() {
      assertThat(next(Set.of(), Set.of("google"), google)).isEmpty();
      assertThat(next(Set.of(), Set.of("google"), otherGoogle)).isEmpty();
    }

    @Test
    void ofThePersonsOwnSurviveTheirComingAndGoingInTheDirectory() {
      UserState came = state(ADA, Set.of("google"), google);
      UserState went = state(came, Set.of("google"));

      assertThat(came.links()).as("what a later removal can reach").isEmpty();
      assertThat(went.links()).isEmpty();
    }

    @Test
    void ofThePersonsOwnDoNotStopThoseOfOtherProviders() {
      assertThat(next(Set.of(), Set.of("google"), google, github)).containsExactly(github);
    }

    /** The directory restores a link that the person removed, as with roles. */
    @Test
    void thatSomebodyRemovedAreMadeAgain() {
      assertThat(next(Set.of(), Set.of(), google)).containsExactly(google);
    }

    @Test
    void toAnAccountOfAnotherUserAreNotMade() {
      assertThat(next(Set.of(), Set.of(), takenGoogle, github)).containsExactly(github);
    }

    @Test
    void toAnAccountOfAnotherUserDoNotReplaceWhatThePoolMade() {
      assertThat(next(Set.of(google), Set.of("google"), takenGoogle))
          .as("the account of the other user is not taken, and the old one is no longer named")
          .isEmpty();
    }

    /** An existing link cannot belong to another user, so it is not checked. */
    @Test
    void thatThePoolMadeAreNoClash() {
      Synchronization everythingTaken =
          new Synchronization(
              new AttributeMapping(Map.of()), false, name -> true, mail -> true, link -> true);
      UserState next =
          everythingTaken.next(
              linked(ADA, Set.of(google)),
              linkedTo("google"),
              directoryAda().build(),
              links(google),
              LinkStatus.LINKED,
              ALL);

      assertThat(next.links()).containsExactly(google);
    }

    @Test
    void outsideTheScopeAreLeftAsTheyAre() {
      UserState now = linked(ADA, Set.of(google));
      UserState next =
          rules.next(
              now,
              CurrentGrants.NOTHING,
              directoryAda().build(),
              links(github),
              LinkStatus.LINKED,
              new Scope(true, false));

      assertThat(next.links()).containsExactly(google);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areKeptByWhoIsMigrated(boolean memberships) {
      UserState next =
          rules.next(
              linked(ADA, Set.of(google)),
              linkedTo("google"),
              directoryAda().build(),
              links(google),
              LinkStatus.MIGRATED,
              new Scope(false, memberships));

      assertThat(next.links()).containsExactly(google);
    }

    private static CurrentGrants linkedTo(String... providers) {
      return new CurrentGrants(Set.of(), Set.of(), Set.of(), Set.of(providers));
    }

    private static Memberships links(IdentityLink... wanted) {
      return new Memberships(Set.of(), Set.of(), Set.of(), Set.of(wanted));
    }

    private Set<IdentityLink> next(
        Set<IdentityLink> made, Set<String> held, IdentityLink... wanted) {
      return state(linked(ADA, made), held, wanted).links();
    }

    private UserState state(UserState now, Set<String> held, IdentityLink... wanted) {
      return rules.next(
          now,
          linkedTo(held.toArray(String[]::new)),
          directoryAda().build(),
          links(wanted),
          LinkStatus.LINKED,
          ALL);
    }
  }

  @Nested
  final class Scopes {

    private final IdentityLink made = new IdentityLink("google", "g-1", "ada");
    private final UserState member =
        linked(with(Set.of("r"), Set.of("g"), Set.of("acme")), Set.of(made));
    private final CurrentGrants held =
        new CurrentGrants(Set.of("r"), Set.of("g"), Set.of("acme"), Set.of("google"));
    private final DirectoryUser changed =
        DirectoryUser.builder("1", "New")
            .email("new@example.com", false)
            .name("New", "Name", null)
            .attribute("dept", List.of("new"))
            .build();
    private final IdentityLink wanted = new IdentityLink("github", "h-1", "ada");
    private final Memberships memberships =
        new Memberships(Set.of("s"), Set.of("h"), Set.of("umbrella"), Set.of(wanted));

    @Test
    void withoutTheProfileOnlyMembershipsAndTheLoginNameFollow() {
      UserState next = next(new Scope(false, true));

      assertThat(next)
          .usingRecursiveComparison()
          .ignoringFields("grantedRoles", "grantedGroups", "tenants", "links", "loginName")
          .isEqualTo(member);
      assertThat(next.grantedRoles()).containsExactly("s");
      assertThat(next.grantedGroups()).containsExactly("h");
      assertThat(next.tenants()).containsExactly("umbrella");
      assertThat(next.links()).containsExactly(wanted);
      assertThat(next.loginName()).isEqualTo("New");
    }

    @Test
    void withoutMembershipsOnlyTheProfileFollows() {
      UserState next = next(new Scope(true, false));

      assertThat(next.username()).isEqualTo("new");
      assertThat(next.email()).contains("new@example.com");
      assertThat(next.attributes()).containsEntry("department", List.of("new"));
      assertThat(next.grantedRoles()).containsExactly("r");
      assertThat(next.grantedGroups()).containsExactly("g");
      assertThat(next.tenants()).containsExactly("acme");
      assertThat(next.links()).containsExactly(made);
    }

    @Test
    void withNeitherOnlyTheLoginNameFollows() {
      assertThat(next(new Scope(false, false)))
          .usingRecursiveComparison()
          .ignoringFields("loginName")
          .isEqualTo(member);
    }

    @Test
    void tenantsAndGroupsThatTheDirectoryNoLongerNamesAreLeft() {
      UserState next = rules.next(member, held, changed, NONE, LinkStatus.LINKED, ALL);

      assertThat(next.tenants()).isEmpty();
      assertThat(next.grantedGroups()).isEmpty();
    }

    private UserState next(Scope scope) {
      return rules.next(member, held, changed, memberships, LinkStatus.LINKED, scope);
    }
  }

  @Nested
  final class Verified {

    private static final DirectoryUser VOUCHED =
        directoryAda().email("ada@example.com", true).build();
    private static final DirectoryUser UNPROVED =
        directoryAda().email("ada@example.com", false).build();

    @Test
    void whatTheDirectoryVouchedForItTakesBack() {
      UserState vouched = next(VOUCHED);
      assertThat(vouched.emailVerified()).isTrue();
      assertThat(vouched.unprovedEmail()).isEmpty();

      UserState takenBack = next(vouched, UNPROVED);
      assertThat(takenBack.emailVerified()).isFalse();
      assertThat(takenBack.unprovedEmail()).contains("ada@example.com");
    }

    @Test
    void whatWasProvedHereStaysWhileItIsTheSameAddress() {
      UserState proved = verified(next(next(VOUCHED), UNPROVED));

      assertThat(next(proved, UNPROVED)).isEqualTo(proved);
      UserState moved = next(proved, directoryAda().email("countess@example.com", false).build());
      assertThat(moved.emailVerified()).isFalse();
      assertThat(moved.unprovedEmail()).contains("countess@example.com");
    }

    /** Data of an earlier version does not tell whose mark it is. */
    @Test
    void aMarkOfUnknownOriginIsTheDirectorys() {
      assertThat(next(verified(ADA), UNPROVED).emailVerified()).isFalse();
    }

    private UserState next(UserState now, DirectoryUser user) {
      return rules.next(now, CurrentGrants.NOTHING, user, NONE, LinkStatus.LINKED, ALL);
    }

    private UserState next(DirectoryUser user) {
      return next(ADA, user);
    }

    private static UserState verified(UserState state) {
      return new UserState(
          state.username(),
          state.email(),
          true,
          state.unprovedEmail(),
          state.firstName(),
          state.lastName(),
          state.loginName(),
          state.status(),
          state.attributes(),
          state.grantedRoles(),
          state.grantedGroups(),
          state.tenants(),
          state.links());
    }
  }

  /** Keycloak stores the person's choice; the directory only fills empty values. */
  @ParameterizedTest
  @ValueSource(strings = {"locale", "terms_and_conditions"})
  void whatThePersonChoseHereIsTheirs(String name) {
    Synchronization mapped =
        new Synchronization(
            new AttributeMapping(Map.of("source", name, "dept", "department")),
            false,
            taken -> false,
            taken -> false,
            taken -> false);
    DirectoryUser german = directoryAda().attribute("source", List.of("de")).build();

    UserState filled =
        mapped.next(ADA, CurrentGrants.NOTHING, german, NONE, LinkStatus.LINKED, ALL);
    assertThat(filled.attributes()).containsEntry(name, List.of("de"));
    DirectoryUser french = directoryAda().attribute("source", List.of("fr")).build();
    UserState later =
        mapped.next(filled, CurrentGrants.NOTHING, french, NONE, LinkStatus.LINKED, ALL);
    assertThat(later.attributes()).containsEntry(name, List.of("de"));
  }

  private UserState next(DirectoryUser user) {
    return rules.next(ADA, CurrentGrants.NOTHING, user, NONE, LinkStatus.LINKED, ALL);
  }

  private static DirectoryUser.Builder directoryAda() {
    return DirectoryUser.builder("1", "Ada").attribute("dept", List.of("mathematics"));
  }

  private static UserState with(Set<String> roles, Set<String> groups, Set<String> tenants) {
    return new UserState(
        ADA.username(),
        ADA.email(),
        ADA.emailVerified(),
        ADA.unprovedEmail(),
        ADA.firstName(),
        ADA.lastName(),
        ADA.loginName(),
        ADA.status(),
        ADA.attributes(),
        roles,
        groups,
        tenants,
        ADA.links());
  }

  private static UserState linked(UserState state, Set<IdentityLink> links) {
    return new UserState(
        state.username(),
        state.email(),
        state.emailVerified(),
        state.unprovedEmail(),
        state.firstName(),
        state.lastName(),
        state.loginName(),
        state.status(),
        state.attributes(),
        state.grantedRoles(),
        state.grantedGroups(),
        state.tenants(),
        links);
  }
}
