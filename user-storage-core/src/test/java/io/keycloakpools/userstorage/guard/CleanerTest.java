package io.keycloakpools.userstorage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.AnsweringDirectory;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CleanerTest {

  private static final DirectoryUser ADA = DirectoryUser.builder("1", "ada").build();
  private static final DirectoryUser HIDDEN = DirectoryUser.builder("1", "a\0da").build();
  private static final DirectoryUser ODD =
      DirectoryUser.builder("1", "ada").roles(Set.of("staff", "a\0b")).build();
  private static final DirectoryUser CLEANED =
      DirectoryUser.builder("1", "ada").roles(Set.of("staff")).build();
  private static final Outage OUTAGE = Outage.down("no answer");
  private static final PasswordCheck REFUSED =
      new PasswordCheck.AccountUnusable(UnusableReason.DENIED);

  @Test
  void whoCannotBeStoredIsNotFound() {
    assertLookup(new Lookup.Found(HIDDEN), new Lookup.NotFound());
  }

  @Test
  void whoIsFoundComesWithoutWhatCannotBeStored() {
    assertLookup(new Lookup.Found(ODD), new Lookup.Found(CLEANED));
  }

  @Test
  void otherAnswersToLookupsStayAsTheyAre() {
    Stream.of(new Lookup.NotFound(), new Lookup.Ambiguous(2), new Lookup.Unavailable(OUTAGE))
        .forEach(answer -> assertLookup(answer, answer));
  }

  @Test
  void pagesLackWhoCannotBeStored() {
    Listing page = new Listing.Page(List.of(ADA, HIDDEN, ODD), Optional.of("2"));

    assertThat(listing(page)).isEqualTo(new Listing.Page(List.of(ADA, CLEANED), Optional.of("2")));
    assertThat(listing(new Listing.Unavailable(OUTAGE))).isEqualTo(new Listing.Unavailable(OUTAGE));
  }

  /** The person knows the password, so it does not count as wrong. */
  @Test
  void whoCannotBeStoredDoesNotSignInWhateverTheAnswer() {
    assertThat(check(new PasswordCheck.Accepted(HIDDEN))).isEqualTo(REFUSED);
    assertThat(check(new PasswordCheck.TemporaryPassword(HIDDEN))).isEqualTo(REFUSED);
    assertThat(check(new PasswordCheck.SecondFactorPending(HIDDEN, "sms"))).isEqualTo(REFUSED);
  }

  @Test
  void whoSignsInComesWithoutWhatCannotBeStored() {
    assertThat(check(new PasswordCheck.Accepted(ODD)))
        .isEqualTo(new PasswordCheck.Accepted(CLEANED));
    assertThat(check(new PasswordCheck.TemporaryPassword(ODD)))
        .isEqualTo(new PasswordCheck.TemporaryPassword(CLEANED));
    assertThat(check(new PasswordCheck.SecondFactorPending(ODD, "sms")))
        .isEqualTo(new PasswordCheck.SecondFactorPending(CLEANED, "sms"));
  }

  static Stream<PasswordCheck> withoutAUser() {
    return Stream.of(
        new PasswordCheck.AcceptedUnseen("1", OUTAGE),
        new PasswordCheck.Rejected(),
        new PasswordCheck.AccountUnusable(UnusableReason.BLOCKED),
        new PasswordCheck.Throttled(Optional.empty()),
        new PasswordCheck.Unavailable(OUTAGE));
  }

  @ParameterizedTest
  @MethodSource("withoutAUser")
  void otherAnswersToPasswordChecksStayAsTheyAre(PasswordCheck answer) {
    assertThat(check(answer)).isEqualTo(answer);
  }

  private static void assertLookup(Lookup there, Lookup here) {
    Directory directory = clean(new AnsweringDirectory(there, null, null));

    assertThat(directory.findByUsername("ada")).isEqualTo(here);
    assertThat(directory.findByEmail("ada@example.com")).isEqualTo(here);
    assertThat(directory.findByExternalId("1", "ada")).isEqualTo(here);
  }

  private static PasswordCheck check(PasswordCheck answer) {
    return clean(new AnsweringDirectory(null, answer, null))
        .checkPassword(new PasswordAttempt("1", "ada", "secret", Optional.empty()));
  }

  private static Listing listing(Listing answer) {
    return clean(new AnsweringDirectory(null, null, answer)).listUsers(Optional.empty(), 10);
  }

  private static Directory clean(Directory directory) {
    return new GuardedDirectory(directory, List.of(new Cleaner("pool", "id")));
  }
}
