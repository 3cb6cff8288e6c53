package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts at Google and the like in a directory become links to Keycloak's providers. */
public abstract class SocialLinkScenarios extends PoolScenarios {

  /** The directory's name for Google. */
  protected abstract String google();

  /** Adds an account of a person at a connection to those in the directory. */
  protected abstract void addAccount(Person person, String connection, String id);

  /** Adds a person with an account at Google and no password. */
  protected abstract Person addWithoutPassword(String name);

  @BeforeEach
  void haveProviders() {
    realm.createIdentityProvider("google").expectDone();
    realm.createIdentityProvider("work").expectDone();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void pain07TheFirstSignInLinksTheSocialIdentitiesThatAreMapped(Flow flow) {
    mappingPool(Map.of());
    Person ada = withAccount(inDirectory(Person.named("ada")), google(), "1100");
    withAccount(ada, "acme-saml", "ada@acme.example");
    withAccount(ada, "github", "77");

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
    Person ada = withAccount(inDirectory(Person.named("ada")), google(), "1100");

    signedIn(flow, ada);
    assertThat(imported(ada).getFederationLink()).isNull();
    directory.replace(ada);
    signedIn(flow, ada);

    assertThat(links(ada)).containsExactly("google:1100:ada@example.com");
  }

  @Test
  void whatIsUnlinkedInTheDirectoryIsUnlinkedAtTheNextSignIn() {
    mappingPool(Map.of());
    Person ada = withAccount(inDirectory(Person.named("ada")), google(), "1100");
    signedIn(Flow.BROWSER, ada);

    directory.replace(ada);
    signedIn(Flow.BROWSER, ada);
    assertThat(links(ada)).isEmpty();

    withAccount(ada, google(), "2200");
    signedIn(Flow.BROWSER, ada);
    assertThat(links(ada)).containsExactly("google:2200:ada@example.com");
  }

  @Test
  void whatWasLinkedHereStays() {
    mappingPool(Map.of());
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    linkHere(imported(ada).getId(), "3300");

    withAccount(ada, google(), "1100");
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
    Person ada = withAccount(inDirectory(Person.named("ada")), google(), "1100");

    signedIn(flow, ada);

    assertThat(links(ada)).isEmpty();
    assertThat(links(local)).containsExactly("google:1100:by-admin");
  }

  /** An admin can link two users; then Keycloak fails to find the one. */
  @Test
  void anAccountThatTwoOtherUsersAreLinkedToIsNotTakenEither() {
    mappingPool(Map.of());
    linkHere(realm.users().create("first", "Local-1!"), "1100");
    linkHere(realm.users().create("second", "Local-1!"), "1100");
    Person ada = withAccount(inDirectory(Person.named("ada")), google(), "1100");

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(links(ada)).isEmpty();
  }

  /** A link would open the account to the alias's next owner. */
  @Test
  void nothingIsLinkedToAProviderThatIsGone() {
    mappingPool(Map.of());
    Person ada = withAccount(inDirectory(Person.named("ada")), google(), "1100");
    realm.rest().delete("/identity-provider/instances/google").expectDone();
    signedIn(Flow.DIRECT_GRANT, ada);

    realm.createIdentityProvider("google").expectDone();

    assertThat(links(ada)).isEmpty();
  }

  @Test
  void withoutAMappingNothingIsLinkedWhateverTheNames() {
    linkedPool();
    Person ada = withAccount(inDirectory(Person.named("ada")), "google", "1100");

    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(links(ada)).isEmpty();
  }

  @Test
  void whoHasNoPasswordIsLedToTheProvider() {
    mappingPool(Map.of("supportLink", "help@acme.example"));
    Person ada = addWithoutPassword("ada");

    LoginOutcome.Refused refused =
        realm.browser().login(ada.username(), ada.password()).expect(LoginOutcome.Refused.class);
    Page page = refused.page();

    String button = page.html().select("#social-google").attr("href");
    assertThat(button).contains("/realms/" + realm.name() + "/broker/google/login?");
    assertThat(page.fields()).containsEntry("username", ada.username());
    Map<String, String> links =
        page.html().select(".kc-feedback-text a[href]").stream()
            .collect(Collectors.toMap(Element::text, link -> link.attr("href")));
    assertLedToProvider(refused.message(), links, button);
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains(answerWithoutPassword());
  }

  /**
   * The ways on for such a person.
   *
   * @param links of the message
   * @param button target of Keycloak's own button for Google
   */
  protected void assertLedToProvider(String message, Map<String, String> links, String button) {
    assertThat(message)
        .contains(
            "This account has no password."
                + " Please sign in with the provider that you registered with.");
    assertThat(links)
        .containsEntry("Sign in with google", button)
        .containsKey("Sign in with work")
        .containsEntry("Contact support", "mailto:help@acme.example")
        .hasSize(3);
  }

  /** Part of an application's answer for such a person's name. */
  protected String answerWithoutPassword() {
    return "sign in with the provider that you registered with";
  }

  private void mappingPool(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("identityProviderMappings", pairs(google(), "google", "acme-saml", "work"));
    String unused = pool(all);
  }

  private Person withAccount(Person person, String connection, String id) {
    addAccount(person, connection, id);
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
