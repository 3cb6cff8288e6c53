package io.keycloakpools.it.cognito;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.Relay;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.it.peers.CognitoLocal;
import io.keycloakpools.it.peers.CognitoPool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A user pool of the third-party emulator, behind our relay. */
final class CognitoLocalDirectory implements TestDirectory {

  /** An operation and its input, to the first closing brace. */
  private static final Pattern OPERATION =
      Pattern.compile(
          "^X-Amz-Target: *AWSCognitoIdentityProviderService\\.(\\w+[^{]*\\{[^}]*\\})",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final CognitoLocal emulator;
  private final CognitoPool pool;
  private final Relay relay;
  private final Set<String> groups = new HashSet<>();

  CognitoLocalDirectory(CognitoLocal emulator) {
    this.emulator = emulator;
    this.pool = emulator.createPool("it");
    this.relay = Relay.to(emulator.endpoint());
  }

  CognitoPool pool() {
    return pool;
  }

  JsonAnswer checkPassword(String username, String password) {
    return emulator.call(
        "InitiateAuth",
        Map.of(
            "AuthFlow", "USER_PASSWORD_AUTH",
            "ClientId", pool.clientId(),
            "AuthParameters", Map.of("USERNAME", username, "PASSWORD", password)));
  }

  boolean wasAskedForPasswordOf(String username) {
    return !relay.said(Pattern.compile("\"USERNAME\":\"(" + username + ")\"")).isEmpty();
  }

  void addUnconfirmed(Person person) {
    JsonAnswer answer =
        emulator.call(
            "SignUp",
            Map.of(
                "ClientId", pool.clientId(),
                "Username", person.username(),
                "Password", person.password()));
    if (!answer.ok()) {
      throw new IllegalStateException("SignUp: " + answer.status());
    }
    pool.updateAttributes(person.username(), attributes(person));
  }

  void addInvited(Person person) {
    pool.createInvitedUser(person.username(), person.password(), attributes(person));
    join(person);
  }

  @Override
  public String providerId() {
    return "cognito-user-pool";
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("region", "local");
    settings.put("userPoolId", pool.id());
    settings.put("clientId", pool.clientId());
    settings.put("accessKeyId", "any");
    settings.put("secretAccessKey", "any");
    settings.put("endpoint", relay.address().toString());
    return settings;
  }

  @Override
  public String attribute() {
    return "custom:department";
  }

  @Override
  public void add(Person person) {
    create(person, attributes(person));
  }

  /** The emulator lets the creator choose {@code sub}. */
  @Override
  public void replace(Person person) {
    Map<String, String> attributes = attributes(person);
    attributes.put("sub", externalId(person.username()));
    pool.delete(person.username());
    create(person, attributes);
  }

  @Override
  public void delete(String username) {
    pool.delete(username);
  }

  @Override
  public void recreate(Person person) {
    pool.delete(person.username());
    add(person);
  }

  @Override
  public void disable(String username) {
    pool.disable(username);
  }

  @Override
  public void enable(String username) {
    pool.enable(username);
  }

  @Override
  public String externalId(String username) {
    return pool.sub(username);
  }

  @Override
  public int passwordChecks() {
    return (int)
        relay.said(OPERATION).stream()
            .filter(operation -> operation.matches("(?s)(Admin)?InitiateAuth\\b.*"))
            .count();
  }

  @Override
  public int requests() {
    return (int) relay.said(OPERATION).stream().filter(each -> !aboutNobody(each)).count();
  }

  private static boolean aboutNobody(String operation) {
    boolean searchForAnybody =
        operation.startsWith("ListUsers") && !operation.contains("\"Filter\"");
    return searchForAnybody || operation.contains("\":\"" + NOBODY);
  }

  @Override
  public void forgetRequests() {
    relay.forget();
  }

  @Override
  public void stop() {
    relay.shut();
  }

  @Override
  public void start() {
    relay.open();
  }

  @Override
  public void close() {
    relay.close();
  }

  private void create(Person person, Map<String, String> attributes) {
    pool.createUser(person.username(), person.password(), attributes);
    join(person);
  }

  private void join(Person person) {
    for (String group : person.roles()) {
      if (groups.add(group)) {
        pool.createGroup(group);
      }
      pool.addToGroup(person.username(), group);
    }
  }

  private static Map<String, String> attributes(Person person) {
    Map<String, String> attributes = new HashMap<>(person.attributes());
    attributes.put("email", person.email());
    attributes.put("email_verified", Boolean.toString(person.emailVerified()));
    attributes.put("given_name", person.firstName());
    attributes.put("family_name", person.lastName());
    attributes.put("custom:tenantId", person.tenant());
    attributes.values().removeIf(value -> value == null);
    return attributes;
  }
}
