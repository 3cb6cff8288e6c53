package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CognitoIdentitiesTest {

  /** The developer guide's example: a user with two linked accounts. */
  private static final String TWO =
      """
      [{"userId":"1100","providerName":"Google","providerType":"Google","issuer":null,
        "primary":"false","dateCreated":"1642699117273"},
       {"userId":"ada@acme.example","providerName":"acme-saml","providerType":"SAML",
        "issuer":"https://acme.example/idp","primary":false,"dateCreated":1642699117274}]""";

  @Test
  void areTheAccountsByProvider() {
    assertThat(read(TWO, "Ada@Example.com"))
        .containsExactly(
            new SocialIdentity("Google", "1100", "ada@example.com"),
            new SocialIdentity("acme-saml", "ada@acme.example", "ada@example.com"));
  }

  @Test
  void areShownByTheirIdentifiersWhereThereIsNoAddress() {
    assertThat(read(TWO, null))
        .extracting(SocialIdentity::username)
        .containsExactly("1100", "ada@acme.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "not JSON",
        "[{\"userId\":\"1100\",\"providerName\":\"Google\"}",
        "{\"userId\":\"1100\",\"providerName\":\"Google\"}",
        "[\"1100\", 7, null, [], {}]",
        "[{\"userId\":\"1100\"}, {\"providerName\":\"Google\"}]",
        "[{\"userId\":\"\",\"providerName\":\"Google\"}]",
        "[{\"userId\":1100,\"providerName\":\"Google\"}]",
        "[{\"userId\":\"1100\",\"providerName\":{\"a\":\"Google\"}}]",
      })
  void areNoneWhereTheTextSaysNone(String text) {
    assertThat(read(text, "ada@example.com")).isEmpty();
  }

  @Test
  void areNoneWhereTheTextIsEndless() {
    String account = "{\"userId\":\"1\",\"providerName\":\"Google\"},";

    assertThat(read("[" + account.repeat(100_000) + "{}]", null)).isEmpty();
    assertThat(read("[".repeat(16_000), null)).isEmpty();
  }

  @Test
  void comeWithALookup() {
    try (TestUserPool pool = TestUserPool.start()) {
      pool.add(TestUserPool.ada().attribute("identities", TWO));

      DirectoryUser ada = ((Lookup.Found) pool.directory().findByUsername("ada")).user();

      assertThat(ada.socialIdentities())
          .extracting(SocialIdentity::connection, SocialIdentity::userId)
          .containsExactly(tuple("Google", "1100"), tuple("acme-saml", "ada@acme.example"));
    }
  }

  private static List<SocialIdentity> read(String text, String email) {
    return CognitoIdentities.read(Optional.of(text), Optional.ofNullable(email));
  }
}
