package io.keycloakpools.it.auth0;

import io.keycloakpools.it.Person;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.it.peers.Auth0Emulator;
import io.keycloakpools.it.peers.Auth0People;
import io.keycloakpools.it.peers.Auth0Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The third-party emulator over HTTPS. */
final class Auth0PeerDirectory implements TestDirectory {

  private final Auth0Emulator emulator;

  Auth0PeerDirectory(Auth0Emulator emulator) {
    this.emulator = emulator;
    emulator.start();
    emulator.people().deleteAll();
    emulator.requests().forget();
  }

  boolean wasAskedForPasswordOf(String username) {
    return emulator.requests().all().stream()
        .filter(Auth0Request::passwordCheck)
        .anyMatch(request -> username.equals(request.username()));
  }

  @Override
  public String providerId() {
    return "auth0-user-pool";
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("domain", emulator.endpoint().toString());
    settings.put("clientId", emulator.clientId());
    settings.put("clientSecret", "any");
    settings.put("connection", Auth0Emulator.CONNECTION);
    settings.put("testConnection", "false");
    return settings;
  }

  @Override
  public String attribute() {
    return "user_metadata.department";
  }

  @Override
  public void add(Person person) {
    put("auth0|" + UUID.randomUUID().toString().replace("-", "").substring(0, 24), person);
  }

  @Override
  public void replace(Person person) {
    put(externalId(person.username()), person);
  }

  @Override
  public void delete(String username) {
    people().delete(externalId(username));
  }

  @Override
  public void recreate(Person person) {
    delete(person.username());
    add(person);
  }

  @Override
  public void disable(String username) {
    people().block(externalId(username));
  }

  @Override
  public void enable(String username) {
    people().unblock(externalId(username));
  }

  @Override
  public String disabledMessage() {
    return "This account is blocked";
  }

  @Override
  public String externalId(String username) {
    return people()
        .idOf(username)
        .orElseThrow(() -> new IllegalStateException("Nobody is called " + username));
  }

  @Override
  public int passwordChecks() {
    return (int) emulator.requests().all().stream().filter(Auth0Request::passwordCheck).count();
  }

  @Override
  public int requests() {
    return (int) emulator.requests().all().stream().filter(each -> !aboutNobody(each)).count();
  }

  private static boolean aboutNobody(Auth0Request request) {
    return request.path().contains(NOBODY) || String.valueOf(request.query()).contains(NOBODY);
  }

  @Override
  public void forgetRequests() {
    emulator.requests().forget();
  }

  @Override
  public void stop() {
    emulator.stop();
  }

  @Override
  public void start() {
    emulator.start();
  }

  /** All tests of a class share the emulator. */
  @Override
  public void close() {}

  private Auth0People people() {
    return emulator.people();
  }

  private void put(String id, Person person) {
    Map<String, Object> profile = new HashMap<>();
    profile.put("username", person.username());
    profile.put("email", person.email());
    profile.put("email_verified", person.emailVerified());
    profile.put("phone_number", person.phone());
    profile.put("given_name", person.firstName());
    profile.put("family_name", person.lastName());
    profile.put("roles", List.copyOf(person.roles()));
    profile.put("user_metadata", metadata(person));
    profile.put(
        "app_metadata", person.tenant() == null ? Map.of() : Map.of("tenantId", person.tenant()));
    profile.values().removeIf(value -> value == null);
    people().put(id, person.password(), profile);
  }

  private static Map<String, String> metadata(Person person) {
    Map<String, String> metadata = new HashMap<>();
    person
        .attributes()
        .forEach((name, value) -> metadata.put(name.replaceFirst("^user_metadata\\.", ""), value));
    return metadata;
  }
}
