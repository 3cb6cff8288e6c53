package io.keycloakpools.it.rest;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SocialLinkScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.rest.RestSimulator;
import java.util.Map;

/** The member {@code socialIdentities}. */
class RestSocialLinksIT extends SocialLinkScenarios {

  private RestSimulator rest;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedRest simulated = new SimulatedRest();
    rest = simulated.simulator();
    return simulated;
  }

  @Override
  protected String google() {
    return "google";
  }

  @Override
  protected void addAccount(Person person, String connection, String id) {
    Map<String, String> account = Map.of("connection", connection, "userId", id);
    rest.users().update(person.username(), user -> user.add("socialIdentities", account));
  }

  /** The endpoint decides about typed names: this one checks it first. */
  @Override
  protected Person addWithoutPassword(String name) {
    Person person = inDirectory(Person.named(name));
    addAccount(person, google(), "1100");
    rest.users().update(name, user -> user.status("external"));
    return person;
  }
}
