package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class ListUsersTest {
  private static final String POOL = "eu-west-1_Demo12345";
  private static final TestPool pool = TestPool.start();

  @BeforeEach
  void fill() {
    SimulatedCognitoUsers users = pool.simulator.users();
    users.all().forEach(user -> users.delete(user.username()));
    pool.simulator.pages(PageShape.full());
    pool.add(
        CognitoUser.builder("Ada")
            .sub("5c9f19b1-64d3-40ed-b6ba-fc1deb0bddea")
            .name("Ada", "Lovelace")
            .email("Ada@Example.com", true));
    pool.add(
        CognitoUser.builder("bob")
            .name("Bob \"Tables\"", "back\\slash")
            .email("bob@example.com", true)
            .phone("+4912345678", true)
            .enabled(false)
            .status(UserStatus.UNCONFIRMED)
            .attribute("custom:tenantId", "acme"));
  }

  @AfterAll
  static void close() throws Exception {
    pool.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "username = \"Ada\"|Ada",
        "username = \"ada\"|",
        "username ^= \"A\"|Ada",
        "email = \"ada@example.com\"|Ada",
        "email=\"bob@example.com\"|bob",
        "email ^= \"\"|Ada,bob",
        "given_name = \"Bob \\\"Tables\\\"\"|bob",
        "family_name = \"back\\\\slash\"|bob",
        "family_name ^= \"Love\"|Ada",
        "phone_number = \"+4912345678\"|bob",
        "cognito:user_status = \"unconfirmed\"|bob",
        "status = \"Enabled\"|Ada",
        "status = \"Disabled\"|bob",
        "status = \"enabled\"|",
        "sub = \"5c9f19b1-64d3-40ed-b6ba-fc1deb0bddea\"|Ada",
        "email = \"nobody@example.com\"|"
      })
  void filterFinds(String filter, String usernames) {
    List<String> expected = usernames == null ? List.of() : List.of(usernames.split(",", -1));
    assertThat(names(list(filter))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "email = ada@example.com",
        "email = \"a\" or email = \"b\"",
        "email = \"x\" OR username ^= \"\"",
        "email = \"a\"b\"",
        "email = \"unfinished",
        "email = \"ends with backslash\\\"",
        "email = \"a\\nb\"",
        "email != \"a\"",
        "email ~ \"a\"",
        "= \"a\""
      })
  void brokenFilterIsRefused(String filter) {
    assertError(() -> list(filter))
        .isEqualTo("InvalidParameterException: Error while parsing filter.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"custom:tenantId = \"acme\"", "gender = \"f\"", "Email = \"a\""})
  void otherAttributesCannotBeSearched(String filter) {
    assertError(() -> list(filter)).startsWith("InvalidParameterException: Invalid search");
  }

  @Test
  void longFilterIsRefused() {
    assertError(() -> list("email = \"" + "a".repeat(256) + "\""))
        .startsWith("InvalidParameterException: 1 validation error");
  }

  @Test
  void profileIsComplete() {
    UserType bob = list("username = \"bob\"").users().get(0);
    assertThat(bob.enabled()).isFalse();
    assertThat(bob.userStatusAsString()).isEqualTo("UNCONFIRMED");
    assertThat(bob.attributes()).extracting(it -> it.name()).contains("sub", "custom:tenantId");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 61, -1})
  void limitOutOfRangeIsRefused(int limit) {
    assertError(() -> pool.aws.listUsers(it -> it.userPoolId(POOL).limit(limit)))
        .startsWith("InvalidParameterException: 1 validation error detected: Value '" + limit);
  }

  @Test
  void allUsersComeInPagesOfSixty() {
    addMany(148);
    assertThat(walk(60)).extracting(page -> page.users().size()).containsExactly(60, 60, 30);
  }

  @Test
  void fullLastPageHasNoToken() {
    addMany(58);
    assertThat(walk(60)).extracting(page -> page.users().size()).containsExactly(60);
  }

  @Test
  void pagesMayBeShortOrEmptyAndStillCarryAToken() {
    addMany(3);
    pool.simulator.pages(PageShape.full().atMost(2).emptyBefore(2).emptyAtEnd());
    List<ListUsersResponse> pages = walk(60);
    assertThat(pages)
        .extracting(page -> page.users().size())
        .containsExactly(0, 0, 2, 0, 0, 2, 0, 0, 1, 0, 0, 0);
    assertThat(pages.stream().flatMap(page -> names(page).stream()))
        .containsExactly("Ada", "bob", "user-0", "user-1", "user-2");
  }

  @Test
  void userDeletedBetweenPagesDoesNotDisturbTheWalk() {
    addMany(4);
    ListUsersResponse first = pool.aws.listUsers(it -> it.userPoolId(POOL).limit(3));
    pool.simulator.users().delete("user-0");
    assertThat(
            names(
                pool.aws.listUsers(
                    it -> it.userPoolId(POOL).paginationToken(first.paginationToken()))))
        .containsExactly("user-1", "user-2", "user-3");
  }

  @Test
  void unknownExpiredOrForeignTokenIsRefused() {
    addMany(4);
    String token = pool.aws.listUsers(it -> it.userPoolId(POOL).limit(3)).paginationToken();
    assertError(() -> pool.aws.listUsers(it -> it.userPoolId(POOL).paginationToken("made-up")))
        .startsWith("InvalidParameterException");
    assertError(
            () ->
                pool.aws.listUsers(
                    it ->
                        it.userPoolId(POOL)
                            .paginationToken(token)
                            .filter("email = \"bob@example.com\"")))
        .startsWith("InvalidParameterException");
    pool.simulator.expirePagingTokens();
    assertError(() -> pool.aws.listUsers(it -> it.userPoolId(POOL).paginationToken(token)))
        .startsWith("InvalidParameterException");
  }

  private static void addMany(int count) {
    pool.simulator
        .users()
        .addAll(
            IntStream.range(0, count)
                .mapToObj(i -> CognitoUser.builder("user-" + i).build())
                .toList());
  }

  private static List<ListUsersResponse> walk(int limit) {
    List<ListUsersResponse> pages = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      pages.add(pool.aws.listUsers(it -> it.userPoolId(POOL).limit(limit).paginationToken(from)));
      token = pages.get(pages.size() - 1).paginationToken();
    } while (token != null);
    return pages;
  }

  private static ListUsersResponse list(String filter) {
    return pool.aws.listUsers(it -> it.userPoolId(POOL).filter(filter));
  }

  private static List<String> names(ListUsersResponse page) {
    return page.users().stream().map(UserType::username).toList();
  }
}
