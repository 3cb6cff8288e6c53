package io.keycloakpools.it;

import java.util.Map;

/**
 * A directory that scenarios can be played with: the shared ones run once for each implementation.
 */
public interface TestDirectory extends AutoCloseable {

  /** How the names begin that a pool makes up when it warms up or tries its connection. */
  String NOBODY = "keycloak-pools-";

  /** Keycloak's provider id for it. */
  String providerId();

  /** Settings with which a component works. */
  Map<String, Object> settings();

  /** Name of the directory's attribute that a mapping can take over. */
  String attribute();

  void add(Person person);

  /** Gives a person, found by username, new data; the external id stays. */
  void replace(Person person);

  void delete(String username);

  /** Deletes a person and registers another one under the same username. */
  void recreate(Person person);

  void disable(String username);

  void enable(String username);

  /** What a disabled person reads. */
  default String disabledMessage() {
    return "This account is disabled";
  }

  String externalId(String username);

  /** Password checks that were asked of the directory since {@link #forgetRequests()}. */
  int passwordChecks();

  /**
   * Everything that was asked of the directory about people since {@link #forgetRequests()}. A pool
   * that was saved warms up beside whatever a test does; what it asks is about {@link #NOBODY}.
   */
  int requests();

  void forgetRequests();

  /** Nobody answers any more. */
  void stop();

  /** Somebody answers again, with the same people. */
  void start();

  @Override
  void close();
}
