package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.common.settings.Settings;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

class ServerCredentialsTest {

  private static final Map<String, String> WITHOUT_KEYS =
      Map.of("region", "eu-central-1", "userPoolId", "eu-central-1_AbCdEf", "clientId", "app");

  @Test
  void noRealmMayUseThemUnlessItIsListed() {
    assertThat(refused(new ServerCredentials(Set.of()), WITHOUT_KEYS))
        .isEqualTo(SettingProblem.of("accessKeyId", "cognitoNoServerCredentials", "shop"));
    assertThat(refused(new ServerCredentials(Set.of("Shop", "shops", "")), WITHOUT_KEYS))
        .isEqualTo(SettingProblem.of("accessKeyId", "cognitoNoServerCredentials", "shop"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "id-of-shop"})
  void aRealmIsListedByNameOrById(String listed) {
    ServerCredentials credentials = new ServerCredentials(Set.of("other", listed));

    assertThatCode(() -> credentials.permit(shop(), settings(WITHOUT_KEYS)))
        .doesNotThrowAnyException();
  }

  @Test
  void theyAreSentToAmazonOnly() {
    Map<String, String> elsewhere = new HashMap<>(WITHOUT_KEYS);
    elsewhere.put("endpoint", "https://collector.example.com");

    assertThat(refused(new ServerCredentials(Set.of("shop")), elsewhere))
        .isEqualTo(SettingProblem.of("accessKeyId", "cognitoServerCredentialsElsewhere"));
  }

  @Test
  void whoHasKeysOfTheirOwnNeedsNone() {
    Map<String, String> own = new HashMap<>(WITHOUT_KEYS);
    own.put("accessKeyId", "AKIATEST");
    own.put("secretAccessKey", "secret");
    own.put("endpoint", "https://vpce.example.com");

    assertThatCode(() -> new ServerCredentials(Set.of()).permit(shop(), settings(own)))
        .doesNotThrowAnyException();
  }

  private static SettingProblem refused(
      ServerCredentials credentials, Map<String, String> entered) {
    return catchThrowableOfType(
            InvalidSettingException.class, () -> credentials.permit(shop(), settings(entered)))
        .problem();
  }

  private static CognitoSettings settings(Map<String, String> entered) {
    return CognitoSettings.read(
        new Settings(
            key -> entered.containsKey(key) ? List.of(entered.get(key)) : null, text -> text));
  }

  private static RealmModel shop() {
    Map<String, String> answers = Map.of("getName", "shop", "getId", "id-of-shop");
    return (RealmModel)
        Proxy.newProxyInstance(
            RealmModel.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }
}
