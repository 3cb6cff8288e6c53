package io.keycloakpools.demo;

import io.keycloakpools.simulators.Simulator;
import java.util.Map;

interface DemoDirectory {

  Simulator simulator();

  String product();

  String providerId();

  /** The directory must be started first. */
  Map<String, String> settings();

  String department();

  boolean has(String username);

  String show(String username);

  void set(String username, String attribute, String value);

  /** Replaces all groups or roles. */
  void setGroups(String username, String... names);
}
