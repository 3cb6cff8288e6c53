package io.keycloakpools.it.cognito;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.CognitoAuthFlow;
import io.keycloakpools.simulators.cognito.CognitoOperation;
import io.keycloakpools.simulators.cognito.CognitoSecondFactor;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.RecordedCognitoRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Cognito user pool on this machine. */
public final class SimulatedCognito implements SimulatedDirectory {

  static final String CLIENT_ID = "it-client";

  /** This client hides resets: it reports a wrong password. */
  static final String CLIENT_HIDING_RESETS = "it-client-hiding-resets";

  static final String CLIENT_SECRET = "it-client-secret-5d1f";
  static final String ACCESS_KEY_ID = "AKIAINTEGRATION";
  static final String SECRET_ACCESS_KEY = "it-secret-access-key-77c2";

  private static final List<CognitoOperation> PASSWORD_CHECKS =
      List.of(CognitoOperation.INITIATE_AUTH, CognitoOperation.ADMIN_INITIATE_AUTH);

  private final HeldClock clock = new HeldClock();
  private final CognitoSimulator simulator =
      CognitoSimulator.builder()
          .clock(clock)
          .client(
              AppClient.of(CLIENT_ID)
                  .secret(CLIENT_SECRET)
                  .flows(
                      CognitoAuthFlow.USER_PASSWORD_AUTH, CognitoAuthFlow.ADMIN_USER_PASSWORD_AUTH))
          .client(
              AppClient.of(CLIENT_HIDING_RESETS)
                  .secret(CLIENT_SECRET)
                  .flows(CognitoAuthFlow.USER_PASSWORD_AUTH)
                  .hidingResets())
          .accessKey(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
          .build()
          .start();

  /** For locks, sessions, quotas and tokens. */
  HeldClock clock() {
    return clock;
  }

  /** Only in Cognito: statuses, challenges, faults. */
  @Override
  public CognitoSimulator simulator() {
    return simulator;
  }

  @Override
  public String providerId() {
    return "cognito-user-pool";
  }

  @Override
  public Map<String, Object> settings() {
    return settings(simulator);
  }

  static Map<String, Object> settings(CognitoSimulator simulator) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("region", simulator.region());
    settings.put("userPoolId", simulator.poolId());
    settings.put("clientId", CLIENT_ID);
    settings.put("clientSecret", CLIENT_SECRET);
    settings.put("accessKeyId", ACCESS_KEY_ID);
    settings.put("secretAccessKey", SECRET_ACCESS_KEY);
    settings.put("endpoint", simulator.endpoint().toString());
    return settings;
  }

  @Override
  public String attribute() {
    return "custom:department";
  }

  @Override
  public void add(Person person) {
    simulator.users().add(fill(CognitoUser.builder(person.username()), person));
  }

  @Override
  public void addWithSecondFactor(Person person) {
    add(person);
    simulator
        .users()
        .update(
            person.username(), user -> user.secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA));
  }

  @Override
  public void replace(Person person) {
    String sub = externalId(person.username());
    simulator.users().delete(person.username());
    simulator.users().add(fill(CognitoUser.builder(person.username()).sub(sub), person));
  }

  @Override
  public void delete(String username) {
    simulator.users().delete(username);
  }

  @Override
  public void recreate(Person person) {
    simulator.users().delete(person.username());
    add(person);
  }

  @Override
  public void disable(String username) {
    simulator.users().disable(username);
  }

  @Override
  public void enable(String username) {
    simulator.users().enable(username);
  }

  @Override
  public String externalId(String username) {
    return simulator.users().find(username).orElseThrow().sub();
  }

  @Override
  public int passwordChecks() {
    return (int) requestsFor(PASSWORD_CHECKS).count();
  }

  @Override
  public List<String> addresses() {
    return requestsFor(PASSWORD_CHECKS)
        .map(RecordedCognitoRequest::ipAddress)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public int requests() {
    return (int) simulator.requests().all().stream().filter(each -> !aboutNobody(each)).count();
  }

  /** A warm-up's search names nobody. */
  private static boolean aboutNobody(RecordedCognitoRequest request) {
    return request
        .username()
        .map(name -> name.startsWith(NOBODY))
        .orElse(request.operation().equals("ListUsers") && request.filter().isEmpty());
  }

  @Override
  public List<Instant> requestsAbout(String beginning) {
    return simulator.requests().all().stream()
        .filter(
            request -> request.username().filter(name -> name.startsWith(beginning)).isPresent())
        .map(RecordedCognitoRequest::at)
        .toList();
  }

  private Stream<RecordedCognitoRequest> requestsFor(List<CognitoOperation> operations) {
    return operations.stream().flatMap(operation -> simulator.requests().of(operation).stream());
  }

  @Override
  public void onPasswordChecks(Fault fault) {
    PASSWORD_CHECKS.forEach(operation -> simulator.faults().on(operation, fault));
  }

  @Override
  public void onUserData(Fault fault) {
    simulator.faults().on(CognitoOperation.ADMIN_GET_USER, fault);
  }

  @Override
  public void onLookups(Fault fault) {
    simulator.faults().on(CognitoOperation.ADMIN_GET_USER, fault);
    simulator.faults().on(CognitoOperation.LIST_USERS, fault);
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

  private static CognitoUser fill(CognitoUser.Builder user, Person person) {
    user.password(person.password());
    if (person.email() != null) {
      user.email(person.email(), person.emailVerified());
    }
    if (person.phone() != null) {
      user.phone(person.phone(), true);
    }
    if (person.firstName() != null) {
      user.attribute("given_name", person.firstName());
    }
    if (person.lastName() != null) {
      user.attribute("family_name", person.lastName());
    }
    if (person.tenant() != null) {
      user.attribute("custom:tenantId", person.tenant());
    }
    person.attributes().forEach(user::attribute);
    person.roles().forEach(user::group);
    return user.build();
  }
}
