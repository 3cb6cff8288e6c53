package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.OTHER_CONNECTION;
import static io.keycloakpools.userstorage.auth0.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Operation;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Auth0ListingTest {

  private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

  private TestTenant tenant;
  private Directory directory;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    directory = tenant.directory();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 25})
  void everyUserComesOnce(int number) {
    add(number);

    assertThat(all(10)).containsExactlyElementsOf(names(number));
  }

  @Test
  void usersOfOtherConnectionsDoNotCome() {
    add(3);
    tenant.add(Auth0User.builder("auth0|other").connection(OTHER_CONNECTION).username("other"));
    tenant.add(Auth0User.builder("google-oauth2|1").email("google@example.com", true));

    assertThat(all(10)).containsExactlyElementsOf(names(3));
  }

  @Test
  void whoIsNotOfTheConnectionDoesNotComeWhateverTheSearchSays() {
    answer(3, "2020-01-01T00:00:00Z");

    assertThat(page(Optional.empty(), 10).users()).isEmpty();
  }

  @Test
  void rolesDoNotCome() {
    tenant.add(user("auth0|1", "ada", "ada@example.com").role("staff"));

    assertThat(page(Optional.empty(), 10).users())
        .singleElement()
        .returns(Optional.empty(), DirectoryUser::roles);
    assertThat(tenant.simulator().requests().count(Operation.USER_ROLES)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, Integer.MAX_VALUE, 50, 0, -1, Integer.MIN_VALUE})
  void anyNumberMayBeAskedFor(int limit) {
    add(60);

    assertThat(page(Optional.empty(), limit).users()).hasSize(limit < 1 ? 1 : 50);
  }

  /** Auth0 returns at most 1,000 results for one query. */
  @Test
  void moreThanAuth0GivesComeAllTheSame() {
    add(1060);
    List<String> names = all(50);

    assertThat(names).containsAll(names(1060));
    assertThat(names).as("the one at the seam comes twice").hasSize(1061);
  }

  @Test
  void usersOfOneInstantGoOnOverTheSeam() {
    answer(50, "2020-01-01T00:00:00.000Z");
    Listing.Page page = page(Optional.of("2019-01-01T00:00:00Z,19"), 50);
    assertThat(page.next()).contains("2020-01-01T00:00:00Z,0");

    assertThat(page(page.next(), 50).next()).contains("2020-01-01T00:00:00Z,1");
  }

  /** Continuing from their creation time would return the same users forever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-01T00:00:00.000Z",
        "2020-01-01T00:00:00Z",
        "2019-12-31T23:59:59.999Z",
        "soon",
        ""
      })
  void moreThanAuth0GivesOfOneInstantAreNoEndOfTheList(String createdAt) {
    answer(50, createdAt);

    assertThat(directory.listUsers(Optional.of("2020-01-01T00:00:00Z,19"), 50))
        .isInstanceOfSatisfying(
            Listing.Unavailable.class,
            answer -> assertThat(answer.outage().reason()).contains("more than 1000 users"));
  }

  /** A fraction of a second counts, although its text sorts first. */
  @Test
  void aFractionOfASecondLaterIsLater() {
    answer(50, "2020-01-01T00:00:00.001Z");

    assertThat(page(Optional.of("2020-01-01T00:00:00Z,19"), 50).next())
        .contains("2020-01-01T00:00:00.001Z,0");
  }

  @Test
  void anOutageIsNoEndOfTheList() {
    add(3);
    tenant.simulator().faults().on(Operation.SEARCH_USERS, Auth0Faults.internalError());
    assertThat(directory.listUsers(Optional.empty(), 10))
        .isEqualTo(new Listing.Unavailable(Outage.refused("Management API: HTTP 500")));
    tenant.simulator().faults().clear();

    assertThat(all(10)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{\"users\":[]}", "\"text\"", "[", ""})
  void whatIsNoListIsNoEndOfTheList(String body) {
    tenant
        .simulator()
        .faults()
        .on(Operation.SEARCH_USERS, Fault.http(200, "application/json", body));

    assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "",
        ",",
        ",,",
        "2020-01-01,1",
        "x] OR username:[a TO z,1",
        "1,2",
        "2020,x"
      })
  void aNonsenseTokenBeginsAtTheBeginning(String token) {
    add(12);

    assertThat(page(Optional.of(token), 5).users())
        .extracting(DirectoryUser::username)
        .containsExactlyElementsOf(names(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-01-01T00:00:00Z,-1",
        "2019-01-01T00:00:00Z,2000000000",
        "-999999-01-01T00:00:00Z,0"
      })
  void aTokenThatAuth0DoesNotTakeIsNoEndOfTheList(String token) {
    add(3);

    assertThat(directory.listUsers(Optional.of(token), 10))
        .satisfiesAnyOf(
            answer -> assertThat(answer).isInstanceOf(Listing.Unavailable.class),
            answer -> assertThat(((Listing.Page) answer).users()).hasSize(3));
  }

  private void add(int number) {
    for (int i = 0; i < number; i++) {
      String name = "user" + i;
      tenant.add(
          user("auth0|" + i, name, name + "@example.com").createdAt(BEGINNING.plusSeconds(i)));
    }
  }

  private static List<String> names(int number) {
    return IntStream.range(0, number).mapToObj(i -> "user" + i).toList();
  }

  private void answer(int number, String createdAt) {
    List<String> users =
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    "{\"user_id\":\"auth0|%d\",\"created_at\":\"%s\",\"identities\":[]}"
                        .formatted(i, createdAt))
            .toList();
    tenant
        .simulator()
        .faults()
        .on(
            Operation.SEARCH_USERS,
            Fault.http(200, "application/json", "[" + String.join(",", users) + "]"));
  }

  private List<String> all(int limit) {
    List<String> names = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Listing.Page page = page(next, limit);
      page.users().stream().map(DirectoryUser::username).forEach(names::add);
      next = page.next();
    } while (next.isPresent());
    return names;
  }

  private Listing.Page page(Optional<String> token, int limit) {
    Listing answer = directory.listUsers(token, limit);
    assertThat(answer).isInstanceOf(Listing.Page.class);
    return (Listing.Page) answer;
  }
}
