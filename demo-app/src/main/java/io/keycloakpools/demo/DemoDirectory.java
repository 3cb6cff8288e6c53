package io.keycloakpools.demo;

import io.keycloakpools.simulators.Simulator;
import java.util.Map;

/** A simulated directory, as far as the demo asks and changes it. */
interface DemoDirectory {

  Simulator simulator();

  /** What it simulates. */
  String product();

  /** Keycloak's id of the user pool type. */
  String providerId();

  /** The settings of the connection; it must have been started. */
  Map<String, String> settings();

  /** The attribute that becomes the department. */
  String department();

  /** Whether somebody has that name, in any case. */
  boolean has(String username);

  /** What the directory has of somebody, in a line. */
  String show(String username);

  void set(String username, String attribute, String value);

  /** Gives somebody these groups or roles and no others. */
  void setGroups(String username, String... names);
}
