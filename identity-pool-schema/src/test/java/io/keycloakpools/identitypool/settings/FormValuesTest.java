package io.keycloakpools.identitypool.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

class FormValuesTest {

  private final Map<String, ComponentModel> stored = new HashMap<>();

  @Test
  void theRulesOfANewPoolAddToThoseOfTheRealm() {
    ComponentModel pool = pool("id", Map.of());

    assertThat(FormValues.completeNew(pool)).isTrue();
    assertThat(pool.getConfig()).containsEntry("passwordRules", List.of("add"));
    assertThat(FormValues.completeNew(pool)).isFalse();
  }

  @Test
  void whatAnEarlierVersionStoredReplacesThemAsBefore() {
    ComponentModel before = pool("id", Map.of("passwordMinLength", List.of("11")));
    stored.put("id", before);

    assertThat(completed(new ComponentModel(before)))
        .containsEntry("passwordRules", List.of("instead"));
  }

  /** Whether it is created or comes with a file is known afterwards only. */
  @Test
  void whatIsNotStoredYetIsLeftAsItIs() {
    assertThat(completed(pool("of-a-file", Map.of()))).doesNotContainKey("passwordRules");
    assertThat(completed(pool(null, Map.of()))).doesNotContainKey("passwordRules");
  }

  @Test
  void whatIsTakenAwayIsAsInANewPool() {
    stored.put("id", pool("id", Map.of("passwordRules", List.of("instead"))));

    assertThat(completed(pool("id", Map.of()))).containsEntry("passwordRules", List.of("add"));
  }

  @ParameterizedTest
  @CsvSource({"add", "instead", "wrong"})
  void whatIsStoredStays(String rules) {
    assertThat(completed(pool("id", Map.of("passwordRules", List.of(rules)))))
        .containsEntry("passwordRules", List.of(rules));
  }

  @Test
  void mechanismsAreOneValueOfTheList() {
    assertThat(mechanisms("otp", "password")).containsExactly("password,otp");
    assertThat(mechanisms("otp password")).containsExactly("password,otp");
    assertThat(mechanisms("password")).containsExactly("password");
    assertThat(mechanisms("smoke", "otp")).containsExactly("smoke", "otp");
    assertThat(PoolProperties.all())
        .filteredOn(property -> property.getName().equals("authenticationMechanisms"))
        .singleElement()
        .satisfies(
            property ->
                assertThat(property.getOptions()).contains("password", "otp", "password,otp"));
  }

  private List<String> mechanisms(String... values) {
    return completed(pool(null, Map.of("authenticationMechanisms", List.of(values))))
        .get("authenticationMechanisms");
  }

  private Map<String, List<String>> completed(ComponentModel pool) {
    new FormValues(realm()).complete(pool);
    return pool.getConfig();
  }

  private static ComponentModel pool(String id, Map<String, List<String>> config) {
    ComponentModel pool = new ComponentModel();
    pool.setId(id);
    pool.getConfig().putAll(config);
    return pool;
  }

  /** Of which the components are asked, and nothing else. */
  private RealmModel realm() {
    return (RealmModel)
        Proxy.newProxyInstance(
            RealmModel.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getComponent");
              return stored.get(arguments[0].toString());
            });
  }
}
