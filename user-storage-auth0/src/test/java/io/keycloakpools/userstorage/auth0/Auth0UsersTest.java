package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Auth0UsersTest {

  private static final String OURS =
      "'identities':[{'connection':'people','provider':'auth0','user_id':'5f7c','isSocial':false}]";

  @Test
  void everyMemberIsMapped() {
    JsonNode user =
        json(
            "{'user_id':'auth0|5f7c','username':'ada','email':'ada@example.com',"
                + "'email_verified':true,'phone_number':'+4915112345','phone_verified':true,"
                + "'given_name':'Ada','family_name':'Lovelace','name':'Ada King','blocked':false,"
                + "'multifactor':['guardian'],'logins_count':7,"
                + "'user_metadata':{'colour':'blue'},'app_metadata':{'tenant':'acme'},"
                + OURS
                + "}");

    assertThat(new Auth0Users("people", Optional.of("app_metadata.tenant")).of(user))
        .isEqualTo(
            DirectoryUser.builder("auth0|5f7c", "ada")
                .email("ada@example.com", true)
                .phoneNumber("+4915112345")
                .name("Ada", "Lovelace", "Ada King")
                .secondFactors(Set.of("guardian"))
                .tenantId("acme")
                .attribute("user_id", List.of("auth0|5f7c"))
                .attribute("username", List.of("ada"))
                .attribute("email", List.of("ada@example.com"))
                .attribute("email_verified", List.of("true"))
                .attribute("phone_number", List.of("+4915112345"))
                .attribute("phone_verified", List.of("true"))
                .attribute("given_name", List.of("Ada"))
                .attribute("family_name", List.of("Lovelace"))
                .attribute("name", List.of("Ada King"))
                .attribute("blocked", List.of("false"))
                .attribute("multifactor", List.of("guardian"))
                .attribute("logins_count", List.of("7"))
                .attribute("user_metadata.colour", List.of("blue"))
                .attribute("app_metadata.tenant", List.of("acme"))
                .build());
  }

  @Test
  void whatIsMissingIsAbsent() {
    assertThat(read("'user_id':'auth0|5f7c'," + OURS))
        .isEqualTo(
            DirectoryUser.builder("auth0|5f7c", "auth0|5f7c")
                .attribute("user_id", List.of("auth0|5f7c"))
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "' '", "{}", "[]"})
  void whatIsEmptyIsAbsent(String nothing) {
    DirectoryUser user =
        read(
            ("'user_id':'auth0|5f7c','username':N,'email':N,'phone_number':N,'given_name':N,"
                        + "'family_name':N,'name':N,'blocked':N,'multifactor':N,")
                    .replace("N", nothing)
                + OURS);

    assertThat(user)
        .returns("auth0|5f7c", DirectoryUser::username)
        .returns("auth0|5f7c", DirectoryUser::loginName)
        .returns(Optional.empty(), DirectoryUser::email)
        .returns(Optional.empty(), DirectoryUser::phoneNumber)
        .returns(Set.of(), DirectoryUser::secondFactors)
        .returns(new AccountStatus.Usable(), DirectoryUser::status);
    assertThat(user.name().first()).isEmpty();
    assertThat(user.name().last()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "'text'",
        "7",
        "{'user_id':''}",
        "{'user_id':null}",
        "{'user_id':{}}"
      })
  void whatDoesNotSayWhoItIsIsNoUser(String text) {
    assertThat(Auth0Users.isUser(json(text))).isFalse();
    assertThat(new Auth0Users("people", Optional.empty()).has(json(text))).isFalse();
  }

  @Nested
  final class Names {

    @ParameterizedTest
    @CsvSource({
      "ada, ada@example.com, +49151, ada, ada",
      "'', ada@example.com, +49151, auth0|5f7c, ada@example.com",
      "'', '', +49151, auth0|5f7c, +49151",
    })
    void toSignInWithAreTakenInThisOrder(
        String username, String email, String phone, String expected, String loginName) {
      DirectoryUser user =
          read(
              "'user_id':'auth0|5f7c','username':'%s','email':'%s','phone_number':'%s',%s"
                  .formatted(username, email, phone, OURS));

      assertThat(user.username()).isEqualTo(expected);
      assertThat(user.loginName()).isEqualTo(loginName);
    }

    /** "User Account Linking": profileData is the profile of a secondary identity. */
    @Test
    void toSignInWithAreThoseOfTheLinkedIdentity() {
      DirectoryUser user =
          read(
              "'user_id':'google-oauth2|1100','email':'ada@gmail.example','identities':["
                  + "{'connection':'google-oauth2','provider':'google-oauth2','user_id':'1100'},"
                  + "{'connection':'people','provider':'auth0','user_id':'5f7c',"
                  + "'profileData':{'email':'ada@example.com','email_verified':true}}]");

      assertThat(user.loginName()).isEqualTo("ada@example.com");
      assertThat(user.email()).contains("ada@gmail.example");
      assertThat(user.username()).isEqualTo("google-oauth2|1100");
    }

    /** Auth0 fills a missing {@code name} with these. */
    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "ADA@Example.com", "ada", "Ada", "+49151", ""})
    void thatAreOnlyWhatOneSignsInWithAreNoFullNames(String name) {
      DirectoryUser user =
          read(
              "'user_id':'auth0|5f7c','username':'ada','email':'ada@example.com',"
                  + "'phone_number':'+49151','name':'%s',%s".formatted(name, OURS));

      assertThat(user.name().full()).isEmpty();
      assertThat(user.attributes().get("name")).containsExactly(name);
    }
  }

  @Nested
  final class Statuses {

    @Test
    void ofBlockedUsersSaySo() {
      assertThat(read("'user_id':'auth0|5f7c','blocked':true," + OURS).status())
          .isEqualTo(new AccountStatus.Unusable(UnusableReason.BLOCKED));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[]",
          "null",
          "'people'",
          "[{'connection':'other-people'}]",
          "[{'connection':'People'}]",
          "[{'provider':'people'}]",
        })
    void ofUsersWithoutAnIdentityOfTheConnectionAreExternal(String identities) {
      String user = "'user_id':'auth0|5f7c','identities':" + identities;

      assertThat(read(user).status())
          .isEqualTo(new AccountStatus.Unusable(UnusableReason.EXTERNAL));
      assertThat(new Auth0Users("people", Optional.empty()).has(json("{" + user + "}"))).isFalse();
    }

    @Test
    void areUsableWhenAnyIdentityIsOfTheConnection() {
      String user =
          "'user_id':'google-oauth2|1100','identities':[{'connection':'google-oauth2'},"
              + "{'connection':'people','user_id':'5f7c'}]";

      assertThat(read(user).status()).isEqualTo(new AccountStatus.Usable());
      assertThat(new Auth0Users("people", Optional.empty()).has(json("{" + user + "}"))).isTrue();
    }
  }

  @Nested
  final class SocialIdentities {

    @Test
    void areAllButThoseOfTheConnection() {
      assertThat(
              identities(
                  "{'connection':'people','user_id':'5f7c'},"
                      + "{'connection':'google-oauth2','user_id':'1100',"
                      + "'profileData':{'email':'Ada@Gmail.example','nickname':'ada'}},"
                      + "{'connection':'github','user_id':4711,'profileData':{'nickname':'AdaL'}},"
                      + "{'connection':'facebook','user_id':'99'}"))
          .containsExactly(
              new SocialIdentity("google-oauth2", "1100", "ada@gmail.example"),
              new SocialIdentity("github", "4711", "adal"),
              new SocialIdentity("facebook", "99", "ada@example.com"));
    }

    /** Enterprise identifiers begin with the connection's name. */
    @ParameterizedTest
    @CsvSource({
      "acme-ad|{guid}, {guid}",
      "acme-ad|a|b, a|b",
      "acme-adx|1, acme-adx|1",
      "other|acme-ad|1, other|acme-ad|1",
    })
    void loseTheNameOfTheirConnection(String userId, String expected) {
      assertThat(identities("{'connection':'acme-ad','user_id':'" + userId + "'}"))
          .containsExactly(new SocialIdentity("acme-ad", expected, "ada@example.com"));
    }

    @Test
    void withoutAnyNameAreShownByTheirIdentifier() {
      assertThat(
              read("'user_id':'github|AbC','identities':[{'connection':'github','user_id':'AbC'}]")
                  .socialIdentities())
          .containsExactly(new SocialIdentity("github", "AbC", "abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'connection':'github'}", "{'connection':'github','user_id':null}"})
    void withoutAnIdentifierAreNone(String identity) {
      assertThat(identities(identity)).isEmpty();
    }

    private static List<SocialIdentity> identities(String text) {
      return read("'user_id':'auth0|5f7c','email':'Ada@example.com','identities':[" + text + "]")
          .socialIdentities();
    }
  }

  @Nested
  final class Tenants {

    @ParameterizedTest
    @CsvSource({
      "'app_metadata:{tenant:\"acme\"}', acme",
      "'app_metadata:{tenant:7}', 7",
      "'app_metadata:{tenant:[\"acme\",\"other\"]}', acme",
      "'app_metadata:{tenant:\" \"}', ",
      "'app_metadata:{tenant:null}', ",
      "'app_metadata:{tenant:{\"a\":1}}', ",
      "'user_metadata:{tenant:\"acme\"}', ",
      "'tenant:\"acme\"', ",
    })
    void areReadFromTheAppMetadata(String metadata, String expected) {
      String quoted = metadata.replaceAll("(\\w+):", "'$1':");
      Auth0Users users = new Auth0Users("people", Optional.of("app_metadata.tenant"));

      assertThat(users.of(json("{'user_id':'auth0|5f7c'," + quoted + "}")).tenants())
          .extracting(Tenant::id)
          .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void areNoneWithoutTheSetting() {
      assertThat(read("'user_id':'a|1','app_metadata':{'tenant':'acme'}").tenants()).isEmpty();
    }
  }

  private static DirectoryUser read(String members) {
    return new Auth0Users("people", Optional.empty()).of(json("{" + members + "}"));
  }
}
