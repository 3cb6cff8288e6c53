package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.Flow.Attempt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Has a realm and a directory for each test. Each directory extends each class of scenarios once.
 */
@ExtendWith(RunningKeycloak.class)
public abstract class PoolScenarios {

  protected static final String POOL = "userPool";
  protected static final String EXTERNAL_ID = "userPoolUserId";
  protected static final String STATUS = "userPoolStatus";

  /** For a busy machine; waiting ends as soon as the condition holds. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** Pairs of the admin console's map property. */
  protected static String pairs(String... keysAndValues) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append("{\"key\":\"" + keysAndValues[i] + "\",")
          .append("\"value\":\"" + keysAndValues[i + 1] + "\"}");
    }
    return json.append("]").toString();
  }

  protected TestRealm realm;
  protected TestDirectory directory;
  private boolean oneAtATime;

  protected abstract TestDirectory openDirectory();

  @BeforeEach
  void open(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setPasswordPolicy(hashing()));
    directory = openDirectory();
  }

  /** The policy of a fresh realm: a cheap hash, so that tests spend their time on our code. */
  protected String hashing() {
    return "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)";
  }

  /** Keycloak's own choice, for {@link #hashing()}. */
  protected static String hashingOfKeycloak() {
    return "";
  }

  @AfterEach
  void close() {
    directory.close();
    realm.close();
  }

  /** Attaches the directory with these settings over the working ones; returns the component id. */
  protected String pool(Map<String, ?> settings) {
    return tryPool("pool", settings).id();
  }

  protected Change tryPool(String name, Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(directory.settings());
    all.put("requestTimeout", "10000");
    all.putAll(settings);
    return realm.components().add(name, directory.providerId(), all);
  }

  protected String linkedPool() {
    return pool(Map.of());
  }

  protected String migratingPool() {
    return pool(Map.of("justInTimeMigration", "true"));
  }

  protected Person inDirectory(Person person) {
    directory.add(person);
    return person;
  }

  /**
   * With {@link #protectFromBruteForce}, repeats an attempt that came before Keycloak had finished
   * the last one, because it never reached the pool.
   */
  protected Attempt signIn(Flow flow, Person person) {
    if (!oneAtATime) {
      return flow.signIn(realm, person.username(), person.password());
    }
    return Awaitility.await()
        .atMost(LONGEST_WAIT)
        .until(
            () -> {
              long before = turnedAway();
              Attempt attempt = flow.signIn(realm, person.username(), person.password());
              return turnedAway() == before ? Optional.of(attempt) : Optional.<Attempt>empty();
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private long turnedAway() {
    return realm.events().ofType("LOGIN_ERROR").stream()
        .filter(event -> "user_temporarily_disabled".equals(event.error()))
        .count();
  }

  protected Attempt signedIn(Flow flow, Person person) {
    Attempt attempt = signIn(flow, person);
    assertThat(attempt.signedIn()).as(attempt.toString()).isTrue();
    return attempt;
  }

  protected UserRepresentation imported(Person person) {
    List<UserRepresentation> users =
        realm.users().byAttribute(EXTERNAL_ID, directory.externalId(person.username()));
    assertThat(users).as("users imported for " + person.username()).hasSize(1);
    return realm.users().get(users.get(0).getId());
  }

  protected static List<String> attribute(UserRepresentation user, String name) {
    return user.getAttributes() == null
        ? List.of()
        : user.getAttributes().getOrDefault(name, List.of());
  }

  /**
   * Off by default: Keycloak's DefaultBlockingBruteForceProtector lets one sign-in of a person run
   * at a time, and answers before it lets the next one.
   */
  protected void protectFromBruteForce() {
    realm.change(Map.of("bruteForceProtected", true)).expectDone();
    oneAtATime = true;
  }

  /** Keycloak counts failures after its answer. */
  protected void awaitFailures(UserRepresentation user, int count) {
    await(() -> failures(user) >= count);
    assertThat(failures(user)).isEqualTo(count);
  }

  /** Waits for a condition, at most {@link #LONGEST_WAIT}. */
  protected static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(LONGEST_WAIT).until(condition);
  }

  protected int failures(UserRepresentation user) {
    return realm.users().bruteForce(user.getId()).numFailures();
  }
}
