package io.keycloakpools.it;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Simulator;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory that also does on demand what others do by bad luck. */
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

  /** Has every password check end like this. */
  void onPasswordChecks(Fault fault);

  /** Has nobody get the data of a user whose password is checked; the check itself goes on. */
  void onUserData(Fault fault);

  /** Has every look-up by a name that somebody typed end like this. */
  default void onLookups(Fault fault) {
    onUserData(fault);
  }

  /**
   * Has nobody get the roles of a user whose password is checked; where they come with something
   * else, nobody gets that.
   */
  default void onRoles(Fault fault) {
    onUserData(fault);
  }

  /** The settings with which a pool looks for this directory at another address. */
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

  /** Has whatever is asked end like this. */
  void onEverything(Fault fault);

  /** Has the requests that hang now answered; those to come hang as before. */
  void answerWhatHangs();

  /** Ends all of that. */
  void noFaults();

  /** The addresses of people that came with password checks since {@link #forgetRequests()}. */
  List<String> addresses();

  /**
   * When something was asked about people since {@link #forgetRequests()}, in order.
   *
   * @param beginning how the usernames of these people begin
   */
  List<Instant> requestsAbout(String beginning);
}
