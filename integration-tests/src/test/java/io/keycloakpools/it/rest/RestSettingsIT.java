package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.SettingsScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.rest.RestSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestSettingsIT extends SettingsScenarios {

  private RestSimulator rest;

  @Override
  protected TestDirectory openDirectory() {
    SimulatedRest simulated = new SimulatedRest();
    rest = simulated.simulator();
    return simulated;
  }

  @Override
  protected List<String> ownSettings() {
    return List.of(
        "url",
        "contract",
        "token",
        "basicUser",
        "basicPassword",
        "checkPasswordByUserId",
        "forwardClientIp");
  }

  @Override
  protected List<String> secretSettings() {
    return List.of("token");
  }

  @Override
  protected List<Broken> brokenOwnSettings() {
    String url = rest.pools().toString();
    return List.of(
        new Broken(Map.of("url", ""), "url", "Enter the address"),
        new Broken(Map.of("url", "http://users.example"), "url", "https://"),
        new Broken(Map.of("url", url + "?a=b"), "url", "https://"),
        new Broken(Map.of("url", "http://127.0.0.1:1"), "url", "cannot be reached"),
        new Broken(Map.of("url", url + "/nowhere"), "url", "HTTP 404"),
        new Broken(Map.of("url", rest.migration().toString()), "url", "the contract"),
        new Broken(Map.of("contract", "soap"), "contract", "Choose one of"),
        new Broken(Map.of("token", "wrong"), "token", "does not accept"),
        new Broken(Map.of("token", ""), "token", "does not accept"),
        new Broken(Map.of("token", "a b"), "token", "without spaces"),
        new Broken(Map.of("basicUser", "keycloak"), "basicPassword", "two parts"),
        new Broken(Map.of("basicUser", "keycloak", "basicPassword", "b"), "token", "Keep one"));
  }

  @Test
  void basicAuthenticationStandsInForATokenAndItsPasswordIsMasked() {
    String credentials = "keycloak:it-basic-77c2";
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    rest.authorization("Basic " + Base64.getEncoder().encodeToString(bytes));
    String id =
        pool(Map.of("token", "", "basicUser", "keycloak", "basicPassword", "it-basic-77c2"));

    signedIn(Flow.DIRECT_GRANT, inDirectory(Person.named("ada")));
    assertThat(realm.components().get(id).getConfig().get("basicPassword"))
        .containsExactly("**********");
  }
}
