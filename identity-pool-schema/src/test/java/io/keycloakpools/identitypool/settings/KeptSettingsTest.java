package io.keycloakpools.identitypool.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keycloakpools.common.settings.InvalidSettingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;

final class KeptSettingsTest {

  private final ComponentModel pool = new ComponentModel();

  /** Parsing makes other settings each time: the same ones were not parsed again. */
  @Test
  void settingsAreParsedOnce() {
    pool.put("passwordMinLength", 9);
    PoolSettings parsed = PoolSettings.of(pool);

    assertThat(PoolSettings.of(pool)).isSameAs(parsed);
    assertThat(PoolSettings.of(pool)).isSameAs(parsed);
    assertThat(parsed.passwords().minLength()).isEqualTo(9);
    assertThat(PoolSettings.read(pool.getConfig()::get)).isEqualTo(parsed).isNotSameAs(parsed);
  }

  @Test
  void aMistakeIsFoundOnce() {
    pool.put("passwordMinLength", "many");
    Throwable problem = catchThrowable(() -> PoolSettings.of(pool));

    assertThat(problem).isInstanceOf(InvalidSettingException.class);
    assertThat(catchThrowable(() -> PoolSettings.of(pool))).isSameAs(problem);
  }

  @Test
  void changedSettingsAreParsedAgain() {
    pool.put("passwordMinLength", "many");
    assertThat(catchThrowable(() -> PoolSettings.of(pool))).isNotNull();

    pool.put("passwordMinLength", 9);
    assertThat(PoolSettings.of(pool).passwords().minLength()).isEqualTo(9);

    pool.getConfig().add("clients", "shop");
    assertThat(PoolSettings.of(pool).clients()).containsExactly("shop");

    pool.getConfig().add("clients", "club");
    assertThat(PoolSettings.of(pool).clients()).containsExactlyInAnyOrder("shop", "club");

    pool.setConfig(new MultivaluedHashMap<>());
    assertThat(PoolSettings.of(pool).clients()).isEmpty();
  }

  @Test
  void aCopyOfAComponentHasItsOwn() {
    pool.getConfig().put("clients", List.of("shop"));
    assertThat(PoolSettings.of(pool).clients()).containsExactly("shop");

    ComponentModel copy = new ComponentModel(pool);
    copy.getConfig().put("clients", List.of("club"));
    assertThat(PoolSettings.of(copy).clients()).containsExactly("club");
    assertThat(PoolSettings.of(pool).clients()).containsExactly("shop");
  }

  @Test
  void aKeyWithoutValuesIsUnset() {
    pool.getConfig().put("clients", null);

    assertThat(PoolSettings.of(pool).clients()).isEmpty();
    assertThat(PoolSettings.of(pool)).isSameAs(PoolSettings.of(pool));
  }
}
