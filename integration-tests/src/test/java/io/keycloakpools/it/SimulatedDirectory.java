package io.keycloakpools.it;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Simulator;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory with faults on demand. */
public interface SimulatedDirectory extends TestDirectory {

  Simulator simulator();

  @Override
  default void forgetRequests() {
    simulator().requests().reset();
  }

  @Override
  default void stop() {
    simulator().stop();
  }

  @Override
  default void start() {
    Simulator unused = simulator().start();
  }

  @Override
  default void close() {
    simulator().close();
  }

  /** Adds a person whose right password must be followed by a second factor. */
  void addWithSecondFactor(Person person);

  /** Makes every password check end like this. */
  void onPasswordChecks(Fault fault);

  /** Fails the user data of a password check; the check itself goes on. */
  void onUserData(Fault fault);

  /** Makes every look-up by a typed name end like this. */
  default void onLookups(Fault fault) {
    onUserData(fault);
  }

  /** Fails the roles of a password check, with everything that comes with them. */
  default void onRoles(Fault fault) {
    onUserData(fault);
  }

  /** Settings with which a pool finds this directory at another address. */
  default Map<String, Object> at(URI address) {
    String own = simulator().endpoint().toString();
    Map<String, Object> moved = new HashMap<>();
    settings()
        .forEach(
            (key, value) -> {
              if (value.toString().startsWith(own)) {
                moved.put(key, value.toString().replace(own, address.toString()));
              }
            });
    return moved;
  }

  void onEverything(Fault fault);

  /** Answers the hanging requests; later ones hang as before. */
  void answerWhatHangs();

  void noFaults();

  /** The client addresses of password checks since {@link #forgetRequests()}. */
  List<String> addresses();

  /**
   * Times of requests about people since {@link #forgetRequests()}, in order.
   *
   * @param beginning of the people's usernames
   */
  List<Instant> requestsAbout(String beginning);
}
