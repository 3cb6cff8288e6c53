package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.Flow.Attempt;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A directory in a realm of its own, behind a relay that records everything. */
public abstract class WatchedPool implements AutoCloseable {

  static final String WRONG_PASSWORD = "Guessed-Password-7f1e";

  private final SimulatedDirectory directory;
  private final Relay relay;
  private final Map<String, String> messages = new LinkedHashMap<>();
  private TestRealm realm;
  private String pool;
  private TokenAnswer firstSignIn;

  protected WatchedPool(SimulatedDirectory directory, Relay relay) {
    this.directory = directory;
    this.relay = relay;
  }

  /** Variables in the server's environment for requests through the relay. */
  protected abstract Map<String, String> environment();

  /** Settings, over the working ones, for requests through the relay. */
  protected abstract Map<String, String> addressSettings();

  /** Settings with which everything is repeated. */
  protected abstract List<Map<String, String>> variants();

  /** A lower bound of the secrets heard. */
  protected abstract int fewestSecrets();

  protected abstract List<String> secretSettings();

  /** Secrets between the pack and the directory, as first group. */
  protected abstract Pattern secretsOnTheWire();

  /**
   * Adds people whose right password is not enough.
   *
   * @return parts of their messages, by username
   */
  protected abstract Map<String, String> addRefusedPeople();

  /** A password with the same text in a form, in JSON and in a log. */
  protected static Person person(String username) {
    return Person.named(username).password("Right-Password-of-" + username);
  }

  @Override
  public String toString() {
    return directory.providerId();
  }

  String id() {
    return pool;
  }

  TestRealm realm() {
    return realm;
  }

  TokenAnswer firstSignIn() {
    return firstSignIn;
  }

  void attach(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setBruteForceProtected(false));
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.putAll(addressSettings());
    pool = realm.components().add("pool", directory.providerId(), settings).id();
  }

  void signInForTheFirstTime() {
    Person ada = person("ada");
    directory.add(ada);
    firstSignIn = realm.directGrant().login(ada.username(), ada.password());
  }

  /** All actions of people and admins with passwords and secrets. */
  void play() {
    directory.add(person("linked"));
    directory.addWithSecondFactor(person("mfa"));
    messages.put("mfa", "second factor");
    messages.putAll(addRefusedPeople());
    for (Map<String, String> variant : variants()) {
      realm.components().change(pool, variant).expectDone();
      signInRightAndWrong();
    }
    saveWrongSecrets();
    signInDuringAnOutage();
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    signInRightAndWrong();
  }

  private void signInRightAndWrong() {
    for (Flow flow : Flow.values()) {
      Attempt right = signIn(flow, person("linked"));
      assertThat(right.signedIn()).as(right.toString()).isTrue();
      assertThat(signIn(flow, person("linked").password(WRONG_PASSWORD)).signedIn()).isFalse();
      messages.forEach(
          (name, message) ->
              assertThat(signIn(flow, person(name)).message()).as(name).contains(message));
    }
  }

  private Attempt signIn(Flow flow, Person person) {
    return flow.signIn(realm, person.username(), person.password());
  }

  private void saveWrongSecrets() {
    for (String setting : secretSettings()) {
      assertThat(realm.components().change(pool, Map.of(setting, wrong(setting))).expectRefused())
          .asString()
          .doesNotContain(wrong(setting));
    }
  }

  private void signInDuringAnOutage() {
    relay.shut();
    for (Flow flow : Flow.values()) {
      assertThat(signIn(flow, person("linked")).message()).contains("try again in a few minutes");
      assertThat(flow.signIn(realm, "never-seen", WRONG_PASSWORD).message())
          .contains("try again in a few minutes");
    }
    relay.open();
  }

  private String wrong(String setting) {
    return "refused-" + setting + "-91ab-of-" + directory.providerId();
  }

  Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (String setting : secretSettings()) {
      secrets.put(setting, directory.settings().get(setting).toString());
      secrets.put("refused " + setting, wrong(setting));
    }
    List<String> heard = relay.said(secretsOnTheWire()).stream().distinct().toList();
    for (int i = 0; i < heard.size(); i++) {
      secrets.put("value " + i + " on the wire", heard.get(i));
    }
    return secrets;
  }

  @Override
  public void close() {
    relay.close();
    directory.close();
  }
}
