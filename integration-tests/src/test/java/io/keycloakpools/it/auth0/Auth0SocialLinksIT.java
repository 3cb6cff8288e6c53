package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts at Google and the like that Auth0 knows of become links to Keycloak's providers. */
class Auth0SocialLinksIT extends PoolScenarios {

  private static final String GOOGLE = "google-oauth2";

  private Auth0Simulator auth0;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedAuth0 simulated = new SimulatedAuth0();
    auth0 = simulated.simulator();
    return simulated;
  }

  @BeforeEach
  void haveProviders() {
    haveProvider("google");
    haveProvider("work");
  }

  private void haveProvider(String alias) {
    realm
        .rest()
        .post(
            "/identity-provider/instances",
            Map.of(
                "alias",
                alias,
                "providerId",
                "oidc",
                "enabled",
                true,
                "config",
                Map.of(
                    "clientId", "keycloak",
                    "clientSecret", "not-used",
                    "authorizationUrl", "https://accounts.example.com/auth",
                    "tokenUrl", "https://accounts.example.com/token")))
        .expectDone();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theFirstSignInLinksWhatIsMapped(Flow flow) {
    mappingPool(Map.of());
    Person ada = withIdentity(inDirectory(Person.named("ada")), GOOGLE, GOOGLE, "1100");
    withIdentity(ada, "acme-saml", "samlp", "acme-saml|ada@acme.example");
    withIdentity(ada, "github", "github", "77");

    assertThat(realm.users().byUsername("ada")).isPresent();
    assertThat(links(ada)).isEmpty();
    signedIn(flow, ada);

    assertThat(links(ada))
        .containsExactlyInAnyOrder(
            "google:1100:ada@example.com", "work:ada@acme.example:ada@example.com");
    signedIn(flow, ada);
    assertThat(links(ada)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void theLinksOfAMigratedUserStay(Flow flow) {
    mappingPool(Map.of("justInTimeMigration", "true"));
    Person ada = withIdentity(inDirectory(Person.named("ada")), GOOGLE, GOOGLE, "1100");

    signedIn(flow, ada);
    assertThat(imported(ada).getFederationLink()).isNull();
    directory.replace(ada);
    signedIn(flow, ada);

    assertThat(links(ada)).containsExactly("google:1100:ada@example.com");
  }

  @Test
  void whatIsUnlinkedInAuth0IsUnlinkedAtTheNextSignIn() {
    mappingPool(Map.of());
    Person ada = withIdentity(inDirectory(Person.named("ada")), GOOGLE, GOOGLE, "1100");
    signedIn(Flow.BROWSER, ada);

    directory.replace(ada);
    signedIn(Flow.BROWSER, ada);
    assertThat(links(ada)).isEmpty();

    withIdentity(ada, GOOGLE, GOOGLE, "2200");
    signedIn(Flow.BROWSER, ada);
    assertThat(links(ada)).containsExactly("google:2200:ada@example.com");
  }

  @Test
  void whatWasLinkedHereStays() {
    mappingPool(Map.of());
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    linkHere(imported(ada).getId(), "3300");

    withIdentity(ada, GOOGLE, GOOGLE, "1100");
    signedIn(Flow.DIRECT_GRANT, ada);
    assertThat(links(ada)).containsExactly("google:3300:by-admin");

    directory.replace(ada);
    signedIn(Flow.DIRECT_GRANT, ada);
    assertThat(links(ada)).containsExactly("google:3300:by-admin");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anAccountThatAnotherUserIsLinkedToIsNotTaken(Flow flow) {
    mappingPool(Map.of());
    String local = realm.users().create("local", "Local-1!");
    linkHere(local, "1100");
    Person ada = withIdentity(inDirectory(Person.named("ada")), GOOGLE, GOOGLE, "1100");

    signedIn(flow, ada);

    assertThat(links(ada)).isEmpty();
    assertThat(links(local)).containsExactly("google:1100:by-admin");
  }

  /** An admin can link two; Keycloak itself then fails to find the one. */
  @Test
  void anAccountThatTwoOtherUsersAreLinkedToIsNotTakenEither() {
    mappingPool(Map.of());
    linkHere(realm.users().create("first", "Local-1!"), "1100");
    linkHere(realm.users().create("second", "Local-1!"), "1100");
    Person ada = withIdentity(inDirectory(Person.named("ada")), GOOGLE, GOOGLE, "1100");

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(links(ada)).isEmpty();
  }

  /** It would open the account to whatever gets the alias next. */
  @Test
  void nothingIsLinkedToAProviderThatIsGone() {
    mappingPool(Map.of());
    Person ada = withIdentity(inDirectory(Person.named("ada")), GOOGLE, GOOGLE, "1100");
    realm.rest().delete("/identity-provider/instances/google").expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);

    haveProvider("google");

    assertThat(links(ada)).isEmpty();
  }

  @Test
  void withoutAMappingNothingIsLinkedWhateverTheNames() {
    linkedPool();
    Person ada = withIdentity(inDirectory(Person.named("ada")), "google", GOOGLE, "1100");

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(links(ada)).isEmpty();
  }

  private void mappingPool(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("identityProviderMappings", pairs(GOOGLE, "google", "acme-saml", "work"));
    String unused = pool(all);
  }

  /** Links an account at another service to a person, in Auth0. */
  private Person withIdentity(Person person, String connection, String provider, String id) {
    auth0
        .users()
        .update(
            directory.externalId(person.username()),
            user -> user.identity(connection, provider, id, provider.equals(GOOGLE)));
    return person;
  }

  private void linkHere(String userId, String googleId) {
    realm
        .rest()
        .post(
            "/users/" + userId + "/federated-identity/google",
            Map.of("identityProvider", "google", "userId", googleId, "userName", "by-admin"))
        .expectDone();
  }

  private List<String> links(Person person) {
    return links(imported(person).getId());
  }

  private List<String> links(String userId) {
    List<String> links = new ArrayList<>();
    for (JsonNode link : realm.rest().read("/users/" + userId + "/federated-identity")) {
      links.add(
          link.path("identityProvider").asText()
              + ":"
              + link.path("userId").asText()
              + ":"
              + link.path("userName").asText());
    }
    return links;
  }
}
