package io.keycloakpools.demo;

import java.util.List;
import java.util.OptionalInt;

/**
 * The command line.
 *
 * @param check sign in automatically instead of waiting for a person
 * @param simulatorPort of the first simulated directory, the others take the next ones
 * @param port Keycloak's port; ports that are not given are any free ones
 */
record Options(boolean check, OptionalInt port, OptionalInt simulatorPort, OptionalInt pagePort) {
  private static final int USUAL_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final int MORE_DIRECTORIES = 5;

  static Options of(String... arguments) {
    boolean check = List.of(arguments).contains("--check");
    OptionalInt port = check ? OptionalInt.empty() : OptionalInt.of(USUAL_PORT);
    OptionalInt simulatorPort = OptionalInt.empty();
    OptionalInt pagePort = OptionalInt.empty();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--check" -> {}
        case "--port" -> port = OptionalInt.of(port(arguments, ++i, HIGHEST_PORT));
        case "--simulator-port" ->
            simulatorPort = OptionalInt.of(port(arguments, ++i, HIGHEST_PORT - MORE_DIRECTORIES));
        case "--page-port" -> pagePort = OptionalInt.of(port(arguments, ++i, HIGHEST_PORT));
        default -> throw new Problem("There is no option " + arguments[i] + ". See ./demo --help.");
      }
    }
    return new Options(check, port, simulatorPort, pagePort);
  }

  int simulatorPort(int number) {
    return simulatorPort.isPresent() ? simulatorPort.getAsInt() + number : 0;
  }

  private static int port(String[] arguments, int index, int highest) {
    String option = arguments[index - 1];
    String text = index < arguments.length ? arguments[index] : "";
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > highest) {
      throw new Problem(option + " takes a number from 1 to " + highest + ".");
    }
    return port;
  }
}
