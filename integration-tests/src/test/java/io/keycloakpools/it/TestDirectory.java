package io.keycloakpools.it;

import java.util.Map;

/** A directory for scenarios; the shared ones run once for each implementation. */
public interface TestDirectory extends AutoCloseable {

  /** Beginning of the names that a pool invents for warm-ups and connection tests. */
  String NOBODY = "keycloak-pools-";

  String providerId();

  Map<String, Object> settings();

  /** Name of a directory attribute that can be mapped. */
  String attribute();

  void add(Person person);

  /** Gives a person, found by username, new data; the external id stays. */
  void replace(Person person);

  void delete(String username);

  /** Deletes a person and registers another one under the same username. */
  void recreate(Person person);

  void disable(String username);

  void enable(String username);

  default String disabledMessage() {
    return "This account is disabled";
  }

  String externalId(String username);

  /** Password checks since {@link #forgetRequests()}. */
  int passwordChecks();

  /**
   * Requests about people since {@link #forgetRequests()}. Warm-ups, which run beside tests, ask
   * about {@link #NOBODY}.
   */
  int requests();

  void forgetRequests();

  void stop();

  /** Starts again, with the same people. */
  void start();

  @Override
  void close();
}
