package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The members and types that Auth0's recorded answers have, in our own words: the simulator tells
 * these and no others. {@link RecordedAnswersTest} compares with the recordings where they are at
 * hand.
 */
class ToldMembersTest {

  private static final Set<String> TOKENS =
      Set.of("access_token STRING", "expires_in NUMBER", "scope STRING", "token_type STRING");

  private static final Set<String> USER =
      Set.of(
          "app_metadata OBJECT",
          "blocked BOOLEAN",
          "created_at STRING",
          "email STRING",
          "email_verified BOOLEAN",
          "family_name STRING",
          "given_name STRING",
          "identities ARRAY",
          "identities[] OBJECT",
          "identities[].connection STRING",
          "identities[].isSocial BOOLEAN",
          "identities[].provider STRING",
          "identities[].user_id STRING",
          "name STRING",
          "nickname STRING",
          "picture STRING",
          "updated_at STRING",
          "user_id STRING",
          "user_metadata OBJECT",
          "username STRING");

  private static final Set<String> PAGE = Set.of("limit NUMBER", "start NUMBER");

  private final TestTenant tenant = TestTenant.start();

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void ofAUser() {
    addAda();
    assertThat(told(tenant.manage("/users/" + path(ADA)))).isEqualTo(USER);
    assertThat(told(tenant.manage("/users-by-email?email=ada%40example.com")))
        .isEqualTo(listed("[]", USER));
  }

  @Test
  void ofASearch() {
    addAda();
    assertThat(
            told(
                tenant.manage(
                    "/users?include_totals=true&per_page=50&search_engine=v3&q=username%3A%22ada%22")))
        .isEqualTo(page("users", USER, "length NUMBER", "total NUMBER"));
  }

  @Test
  void ofRoles() {
    tenant.add(ada().role("staff"));
    assertThat(told(manageAda("/roles?include_totals=true")))
        .isEqualTo(
            page(
                "roles", Set.of("description STRING", "id STRING", "name STRING"), "total NUMBER"));
  }

  @Test
  void ofNoRoles() {
    tenant.add(ada());
    assertThat(told(manageAda("/roles?include_totals=true")))
        .contains("roles ARRAY")
        .doesNotContain("roles[] OBJECT")
        .containsAll(PAGE);
  }

  @Test
  void ofOrganizations() {
    tenant.add(ada().organization("org_acme"));
    assertThat(told(manageAda("/organizations?include_totals=true")))
        .isEqualTo(
            page(
                "organizations",
                Set.of("display_name STRING", "id STRING", "name STRING"),
                "total NUMBER"));
  }

  @Test
  void ofAuthenticationMethods() {
    tenant.add(ada().secondFactor(Auth0SecondFactor.EMAIL));
    assertThat(told(manageAda("/authentication-methods?include_totals=true")))
        .isEqualTo(
            page(
                "authenticators",
                Set.of(
                    "confirmed BOOLEAN",
                    "created_at STRING",
                    "email STRING",
                    "id STRING",
                    "type STRING"),
                "total NUMBER"));
  }

  @Test
  void ofAPhone() {
    tenant.add(ada().phone("+44207183875044", true).secondFactor(Auth0SecondFactor.SMS));
    assertThat(told(manageAda("/authentication-methods?include_totals=true")))
        .isEqualTo(
            page(
                "authenticators",
                Set.of(
                    "authentication_methods ARRAY",
                    "authentication_methods[] OBJECT",
                    "authentication_methods[].id STRING",
                    "authentication_methods[].type STRING",
                    "confirmed BOOLEAN",
                    "created_at STRING",
                    "id STRING",
                    "phone_number STRING",
                    "preferred_authentication_method STRING",
                    "type STRING"),
                "total NUMBER"));
  }

  @Test
  void ofConnections() {
    assertThat(
            told(
                tenant.manage(
                    "/connections?include_totals=true&name=Username-Password-Authentication")))
        .isEqualTo(
            page(
                "connections",
                Set.of(
                    "id STRING",
                    "is_domain_connection BOOLEAN",
                    "name STRING",
                    "options OBJECT",
                    "options.brute_force_protection BOOLEAN",
                    "options.requires_username BOOLEAN",
                    "realms ARRAY",
                    "realms[] STRING",
                    "strategy STRING"),
                "total NUMBER"));
  }

  @Test
  void ofTokens() {
    tenant.add(ada());
    assertThat(
            told(
                tenant.signIn(
                    "ada", PASSWORD, Map.of("grant_type", "password", "realm", "", "scope", ""))))
        .isEqualTo(TOKENS);
  }

  @Test
  void ofASecondFactor() {
    tenant.add(ada().secondFactor(Auth0SecondFactor.OTP));
    String token = tenant.signIn("ada", PASSWORD, Map.of("scope", "profile")).text("mfa_token");
    Map<String, String> challenge =
        Map.of(
            "client_id", CLIENT,
            "client_secret", SECRET,
            "mfa_token", token,
            "challenge_type", "otp");
    assertThat(told(tenant.post("/mfa/challenge", challenge)))
        .isEqualTo(Set.of("challenge_type STRING"));
    assertThat(
            told(
                tenant.token(
                    Map.of(
                        "grant_type", Grant.MFA_OTP.type(), "mfa_token", token, "otp", "123456"))))
        .isEqualTo(TOKENS);
  }

  @Test
  void ofUserInfo() {
    tenant.add(ada().givenName(null).familyName(null));
    String token = tenant.signIn("ada", PASSWORD).text("access_token");
    assertThat(
            told(
                tenant.send(
                    tenant.request("/userinfo").header("Authorization", "Bearer " + token))))
        .isEqualTo(
            Set.of(
                "email STRING",
                "email_verified BOOLEAN",
                "name STRING",
                "nickname STRING",
                "picture STRING",
                "sub STRING",
                "updated_at STRING"));
  }

  @Test
  void ofAnExport() {
    Map<String, Object> job =
        Map.of("format", "json", "limit", 5, "fields", Set.of(Map.of("name", "email")));
    assertThat(told(tenant.manage("/jobs/users-exports", job)))
        .contains(
            "connection STRING",
            "created_at STRING",
            "fields[].name STRING",
            "format STRING",
            "id STRING",
            "limit NUMBER",
            "status STRING",
            "type STRING");
  }

  private void addAda() {
    tenant.add(
        ada()
            .attribute("blocked", false)
            .attribute("app_metadata", Map.of())
            .attribute("user_metadata", Map.of()));
  }

  private Reply manageAda(String rest) {
    return tenant.manage("/users/" + path(ADA) + rest);
  }

  private static String path(String userId) {
    return userId.replace("|", "%7C");
  }

  private static Set<String> told(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return Recordings.shape(reply.json()).entrySet().stream()
        .filter(each -> !each.getKey().isEmpty())
        .map(each -> each.getKey().replaceFirst("^\\.", "") + " " + each.getValue())
        .collect(Collectors.toSet());
  }

  /** The members of each object in a list. */
  private static Set<String> listed(String list, Set<String> members) {
    Set<String> all = new LinkedHashSet<>();
    all.add(list + " OBJECT");
    members.forEach(member -> all.add(list + "." + member));
    return all;
  }

  private static Set<String> page(String list, Set<String> members, String... more) {
    return Stream.of(listed(list + "[]", members), PAGE, Set.of(more), Set.of(list + " ARRAY"))
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }
}
