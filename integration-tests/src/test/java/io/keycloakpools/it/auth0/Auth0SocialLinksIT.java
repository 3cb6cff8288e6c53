package io.keycloakpools.it.auth0;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SocialLinkScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.auth0.Auth0Simulator;

/** Identities of other connections than the pool's, as Auth0 links accounts. */
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
}
