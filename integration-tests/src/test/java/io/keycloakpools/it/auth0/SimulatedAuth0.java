package io.keycloakpools.it.auth0;

import static org.awaitility.Awaitility.await;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Client;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0SecondFactor;
import io.keycloakpools.simulators.auth0.Auth0Simulator;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Grant;
import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A database connection of an Auth0 tenant on this machine. */
public final class SimulatedAuth0 implements SimulatedDirectory {

  static final String CLIENT_ID = "it-client";
  static final String CLIENT_SECRET = "it-client-secret-5d1f";
  static final String CONNECTION = "Username-Password-Authentication";

  /** Another database of the tenant, outside the pool. */
  static final String OTHER_CONNECTION = "partners";

  /** The application as docs/move/auth0.md sets it up. */
  static final Auth0Client APPLICATION =
      Auth0Client.of(CLIENT_ID)
          .secret(CLIENT_SECRET)
          .grants(Grant.PASSWORD_REALM, Grant.CLIENT_CREDENTIALS)
          .managementScopes("read:users", "read:roles", "read:role_members")
          .trustTokenEndpointIpHeader(true);

  private final Auth0Simulator simulator =
      Auth0Simulator.builder()
          .connection(CONNECTION)
          .connection(OTHER_CONNECTION)
          .client(APPLICATION)
          .build()
          .start();

  /** Only in Auth0: metadata, linked accounts, rate limits, faults. */
  @Override
  public Auth0Simulator simulator() {
    return simulator;
  }

  @Override
  public String providerId() {
    return "auth0-user-pool";
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("domain", simulator.endpoint().toString());
    settings.put("clientId", CLIENT_ID);
    settings.put("clientSecret", CLIENT_SECRET);
    settings.put("connection", CONNECTION);
    return settings;
  }

  @Override
  public String attribute() {
    return "user_metadata.department";
  }

  @Override
  public void add(Person person) {
    simulator.users().add(user(newId(), person));
  }

  @Override
  public void addWithSecondFactor(Person person) {
    add(person);
    simulator
        .users()
        .update(externalId(person.username()), user -> user.secondFactor(Auth0SecondFactor.OTP));
  }

  static String newId() {
    return "auth0|" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }

  @Override
  public void replace(Person person) {
    simulator.users().replace(user(externalId(person.username()), person));
  }

  @Override
  public void delete(String username) {
    simulator.users().delete(externalId(username));
  }

  @Override
  public void recreate(Person person) {
    delete(person.username());
    add(person);
  }

  @Override
  public void disable(String username) {
    simulator.users().block(externalId(username));
  }

  @Override
  public void enable(String username) {
    simulator.users().unblock(externalId(username));
  }

  @Override
  public String disabledMessage() {
    return "This account is blocked";
  }

  @Override
  public String externalId(String username) {
    return simulator
        .users()
        .findByUsername(username.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new IllegalStateException("Nobody is called " + username))
        .userId();
  }

  @Override
  public int passwordChecks() {
    return simulator.requests().count(Auth0Operation.PASSWORD_TOKEN);
  }

  @Override
  public List<String> addresses() {
    return simulator.requests().of(Auth0Operation.PASSWORD_TOKEN).stream()
        .map(RecordedAuth0Request::forwardedFor)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Includes the management token, which the first request that needs it fetches. */
  @Override
  public int requests() {
    return (int) simulator.requests().all().stream().filter(each -> !aboutNobody(each)).count();
  }

  private static boolean aboutNobody(RecordedAuth0Request request) {
    return request.path().contains(NOBODY)
        || request.query().values().stream().anyMatch(text -> text.contains(NOBODY))
        || request.username().filter(name -> name.startsWith(NOBODY)).isPresent();
  }

  /** Waits until that many warm-ups and connection tests have sent all requests. */
  void awaitWarmUps(int count) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                simulator.requests().of(Auth0Operation.USER_ROLES).stream()
                        .filter(SimulatedAuth0::aboutNobody)
                        .count()
                    >= count);
  }

  @Override
  public List<Instant> requestsAbout(String beginning) {
    List<String> ids =
        simulator.users().all().stream()
            .filter(user -> user.username().filter(name -> name.startsWith(beginning)).isPresent())
            .map(Auth0User::userId)
            .toList();
    return simulator.requests().all().stream()
        .filter(
            request ->
                request.username().filter(name -> name.startsWith(beginning)).isPresent()
                    || request.query().values().stream().anyMatch(text -> text.contains(beginning))
                    || ids.stream().anyMatch(request.path()::contains))
        .map(RecordedAuth0Request::at)
        .toList();
  }

  @Override
  public void onPasswordChecks(Fault fault) {
    simulator.faults().on(Auth0Operation.PASSWORD_TOKEN, fault);
  }

  @Override
  public void onUserData(Fault fault) {
    simulator.faults().on(Auth0Operation.GET_USER, fault);
    simulator.faults().on(Auth0Operation.USER_ROLES, fault);
  }

  @Override
  public void onLookups(Fault fault) {
    simulator.faults().on(Auth0Operation.SEARCH_USERS, fault);
    simulator.faults().on(Auth0Operation.USERS_BY_EMAIL, fault);
  }

  @Override
  public void onRoles(Fault fault) {
    simulator.faults().on(Auth0Operation.USER_ROLES, fault);
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
    simulator.faults().clear();
  }

  /** As in Auth0's database: names and addresses in lower case. */
  private static Auth0User user(String id, Person person) {
    Auth0User.Builder user =
        Auth0User.builder(id)
            .username(person.username().toLowerCase(Locale.ROOT))
            .password(person.password());
    if (person.email() != null) {
      user.email(person.email().toLowerCase(Locale.ROOT), person.emailVerified());
    }
    if (person.phone() != null) {
      user.phone(person.phone(), true);
    }
    if (person.firstName() != null) {
      user.givenName(person.firstName());
    }
    if (person.lastName() != null) {
      user.familyName(person.lastName());
    }
    if (person.tenant() != null) {
      user.appMetadata(Map.of("tenantId", person.tenant()));
    }
    Map<String, Object> metadata = new HashMap<>();
    person
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.startsWith("user_metadata.")) {
                metadata.put(name.substring("user_metadata.".length()), value);
              } else {
                user.attribute(name, value);
              }
            });
    user.userMetadata(metadata);
    person.roles().forEach(user::role);
    return user.build();
  }
}
