package io.keycloakpools.it;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Simulator;
import java.time.Instant;
import java.util.List;

/** A directory that also does on demand what others do by bad luck. */
public interface SimulatedDirectory extends TestDirectory {

  Simulator simulator();

  @Override
  default int requests() {
    return simulator().requests().count();
  }

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

  /** Has whatever is asked end like this. */
  void onEverything(Fault fault);

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
