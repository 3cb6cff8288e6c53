package io.keycloakpools.it.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SocialLinkScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import java.util.Map;

/** Identities outside the pool's connection, as Auth0 links accounts. */
class Auth0SocialLinksIT extends SocialLinkScenarios {

  private static final String GOOGLE = "google-oauth2";
  private static final String SAML = "acme-saml";

  private Auth0Simulator auth0;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedAuth0 simulated = new SimulatedAuth0();
    auth0 = simulated.simulator();
    return simulated;
  }

  @Override
  protected String google() {
    return GOOGLE;
  }

  /** An enterprise connection's identifiers begin with its name. */
  @Override
  protected void addAccount(Person person, String connection, String id) {
    boolean enterprise = connection.equals(SAML);
    boolean social = connection.startsWith("google");
    auth0
        .users()
        .update(
            directory.externalId(person.username()),
            user ->
                user.identity(
                    connection,
                    enterprise ? "samlp" : social ? GOOGLE : connection,
                    enterprise ? connection + "|" + id : id,
                    social));
  }

  @Override
  protected Person addWithoutPassword(String name) {
    Person person = Person.named(name + "@example.com");
    auth0
        .users()
        .add(
            Auth0User.builder(GOOGLE + "|1100")
                .connection(GOOGLE)
                .email(person.username(), true)
                .build());
    return person;
  }

  /** Keycloak's own text, as for an unknown name; the button is below. */
  @Override
  protected void assertLedToProvider(String message, Map<String, String> links, String button) {
    assertThat(message).isEqualTo("Invalid username or password.");
    assertThat(links).isEmpty();
  }

  @Override
  protected String answerWithoutPassword() {
    return "Invalid user credentials";
  }
}
