package io.keycloakpools.it.cognito;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SocialLinkScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.UserStatus;
import java.util.Optional;

/** The attribute {@code identities}, as {@code AdminLinkProviderForUser} fills it. */
class CognitoSocialLinksIT extends SocialLinkScenarios {

  private static final String ATTRIBUTE = "identities";

  private CognitoSimulator cognito;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedCognito simulated = new SimulatedCognito();
    cognito = simulated.simulator();
    return simulated;
  }

  @Override
  protected String google() {
    return "Google";
  }

  @Override
  protected void addAccount(Person person, String connection, String id) {
    String account =
        """
        {"userId":"%s","providerName":"%s","providerType":"OIDC","issuer":null,\
        "primary":"false","dateCreated":"1642699117273"}"""
            .formatted(id, connection);
    String present =
        Optional.ofNullable(
                cognito.users().find(person.username()).orElseThrow().attributes().get(ATTRIBUTE))
            .map(text -> text.substring(1, text.length() - 1) + ",")
            .orElse("");
    cognito.users().setAttribute(person.username(), ATTRIBUTE, "[" + present + account + "]");
  }

  @Override
  protected Person addWithoutPassword(String name) {
    Person person = inDirectory(Person.named(name));
    addAccount(person, google(), "1100");
    cognito.users().update(name, user -> user.status(UserStatus.EXTERNAL_PROVIDER));
    return person.password("Guessed-1!");
  }
}
