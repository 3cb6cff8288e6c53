package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityMappingTest {

  private static final IdentityMapping MAPPING =
      new IdentityMapping(
          Map.of("google-oauth2", "google", "work-google", "google", "windowslive", "ms"));

  @Test
  void aNamedConnectionBecomesALink() {
    assertThat(links(new SocialIdentity("google-oauth2", "g-1", "Ada")))
        .containsExactly(new IdentityLink("google", "g-1", "Ada"));
  }

  @Test
  void aLinkIsTheSameWhateverTheAccountIsCalled() {
    IdentityLink link = new IdentityLink("google", "g-1", "Ada");

    assertThat(new IdentityLink("google", "g-1", "ada@example.com"))
        .isEqualTo(link)
        .hasSameHashCodeAs(link);
    assertThat(new IdentityLink("google", "g-2", "Ada")).isNotEqualTo(link);
    assertThat(new IdentityLink("ms", "g-1", "Ada")).isNotEqualTo(link);
  }

  @Test
  void eachNamedConnectionBecomesALink() {
    assertThat(
            links(
                new SocialIdentity("google-oauth2", "1", "Ada"),
                new SocialIdentity("windowslive", "1", "Ada")))
        .containsExactlyInAnyOrder(
            new IdentityLink("google", "1", "Ada"), new IdentityLink("ms", "1", "Ada"));
  }

  /** An alias is not a connection name. */
  @ParameterizedTest
  @ValueSource(strings = {"google", "ms", "github", "Google-OAuth2", "google-oauth2 ", ""})
  void whatNobodyNamedBecomesNone(String connection) {
    assertThat(links(new SocialIdentity(connection, "g-1", "Ada"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anAccountWithoutAnIdentifierBecomesNone(String userId) {
    assertThat(links(new SocialIdentity("google-oauth2", userId, "Ada"))).isEmpty();
  }

  @Test
  void theFirstAccountOfAnIdentityProviderCounts() {
    assertThat(
            links(
                new SocialIdentity("google-oauth2", "", "none"),
                new SocialIdentity("work-google", "g-2", "work"),
                new SocialIdentity("google-oauth2", "g-1", "home")))
        .containsExactly(new IdentityLink("google", "g-2", "work"));
  }

  @Test
  void nothingNamedLinksNothing() {
    IdentityMapping nothing = new IdentityMapping(Map.of());

    assertThat(nothing.providers()).isEmpty();
    assertThat(nothing.links(user(new SocialIdentity("google-oauth2", "g-1", "Ada")))).isEmpty();
  }

  @Test
  void itsProvidersAreThoseThatAnAdminNamed() {
    assertThat(MAPPING.providers()).containsExactlyInAnyOrder("google", "ms");
  }

  @Test
  void cannotBeChangedFromOutside() {
    Map<String, String> entered = new HashMap<>(Map.of("a", "b"));
    IdentityMapping mapping = new IdentityMapping(entered);
    entered.put("c", "d");

    assertThat(mapping.providerByConnection()).isEqualTo(Map.of("a", "b"));
  }

  /** The stored key identifies a link; a new account name does not change it. */
  @Test
  void aLinkIsToldFromOthersByProviderAndIdentifier() {
    IdentityLink link = new IdentityLink("google", "g-1", "Ada");

    assertThat(link.key()).isEqualTo(new IdentityLink("google", "g-1", "Countess").key());
    assertThat(link.key())
        .isNotEqualTo(new IdentityLink("google", "g-2", "Ada").key())
        .isNotEqualTo(new IdentityLink("ms", "g-1", "Ada").key());
  }

  private static Set<IdentityLink> links(SocialIdentity... identities) {
    return MAPPING.links(user(identities));
  }

  private static DirectoryUser user(SocialIdentity... identities) {
    return DirectoryUser.builder("1", "ada").socialIdentities(List.of(identities)).build();
  }
}
