package io.keycloakpools.it.rest;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RecordedRestRequest;
import io.keycloakpools.simulators.rest.RestOperation;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A directory behind REST on this machine, in one of the two contracts. */
public final class SimulatedRest implements SimulatedDirectory {

  static final String TOKEN = "it-token-5d1f";

  private final RestSimulator simulator = RestSimulator.onPort(0).start();

  private final boolean userMigration;

  public SimulatedRest() {
    this(false);
  }

  private SimulatedRest(boolean userMigration) {
    this.userMigration = userMigration;
    simulator.authorization("Bearer " + TOKEN);
  }

  /** An endpoint with the contract of the keycloak-user-migration plugin. */
  static SimulatedRest ofUserMigration() {
    return new SimulatedRest(true);
  }

  @Override
  public RestSimulator simulator() {
    return simulator;
  }

  @Override
  public String providerId() {
    return "rest-user-pool";
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("url", (userMigration ? simulator.migration() : simulator.pools()).toString());
    settings.put("contract", userMigration ? "user-migration" : "pools");
    settings.put("token", TOKEN);
    return settings;
  }

  @Override
  public String attribute() {
    return "department";
  }

  @Override
  public void add(Person person) {
    simulator.users().add(user("id-" + UUID.randomUUID(), person));
  }

  @Override
  public void addWithSecondFactor(Person person) {
    add(person);
    simulator.users().update(person.username(), user -> user.add("secondFactors", "sms"));
  }

  @Override
  public void replace(Person person) {
    simulator.users().replace(person.username(), user(externalId(person.username()), person));
  }

  @Override
  public void delete(String username) {
    simulator.users().delete(username);
  }

  @Override
  public void recreate(Person person) {
    delete(person.username());
    add(person);
  }

  @Override
  public void disable(String username) {
    simulator.users().update(username, user -> user.status("disabled"));
  }

  @Override
  public void enable(String username) {
    simulator.users().update(username, user -> user.status("usable"));
  }

  @Override
  public String externalId(String username) {
    return simulator
        .users()
        .findByUsername(username)
        .orElseThrow(() -> new IllegalStateException("Nobody is called " + username))
        .id();
  }

  @Override
  public int passwordChecks() {
    return simulator.requests().count(RestOperation.PASSWORD);
  }

  @Override
  public List<String> addresses() {
    return simulator.requests().of(RestOperation.PASSWORD).stream()
        .map(RecordedRestRequest::clientIp)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public int requests() {
    return (int)
        simulator.requests().all().stream()
            .filter(request -> request.names().stream().noneMatch(name -> name.startsWith(NOBODY)))
            .count();
  }

  @Override
  public List<Instant> requestsAbout(String beginning) {
    List<String> ids =
        simulator.users().all().stream()
            .filter(user -> user.username().startsWith(beginning))
            .map(RestUser::id)
            .toList();
    return simulator.requests().all().stream()
        .filter(
            request ->
                request.names().stream()
                    .anyMatch(name -> name.startsWith(beginning) || ids.contains(name)))
        .map(RecordedRestRequest::at)
        .toList();
  }

  @Override
  public void onPasswordChecks(Fault fault) {
    simulator.faults().on(RestOperation.PASSWORD, fault);
  }

  @Override
  public void onLookups(Fault fault) {
    simulator.faults().on(RestOperation.LOOKUP, fault);
  }

  /** Without its data, an endpoint returns only the identity of the password's owner. */
  @Override
  public void onUserData(Fault fault) {
    simulator.userInAnswers(false);
    simulator.faults().on(RestOperation.USER, fault);
  }

  @Override
  public void onEverything(Fault fault) {
    simulator.faults().onAll(fault);
  }

  @Override
  public void answerWhatHangs() {
    simulator.faults().release();
  }

  @Override
  public void noFaults() {
    simulator.userInAnswers(true);
    simulator.faults().clear();
  }

  private static RestUser user(String id, Person person) {
    RestUser.Builder user = RestUser.builder(id, person.username()).password(person.password());
    if (person.email() != null) {
      user.email(person.email(), person.emailVerified());
    }
    if (person.phone() != null) {
      user.member("phoneNumber", person.phone());
    }
    if (person.firstName() != null) {
      user.member("firstName", person.firstName());
    }
    if (person.lastName() != null) {
      user.member("lastName", person.lastName());
    }
    if (person.tenant() != null) {
      user.attribute("tenantId", person.tenant());
    }
    person
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals("name")) {
                user.member(name, value);
              } else {
                user.attribute(name, value);
              }
            });
    person.roles().forEach(role -> user.add("roles", role));
    return user.build();
  }
}
