package io.keycloakpools.identitypool.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;

final class PoolViewTest {

  /** {@code /components} takes them, as the settings are trimmed when they are read. */
  @Test
  void valuesAreShownAsTheyAreRead() {
    ComponentModel pool = new ComponentModel();
    pool.getConfig().put("passwordDigits", List.of(" 6 "));
    pool.getConfig().put("deleteUsers", List.of(" true "));
    pool.getConfig().put("payloadSchema", List.of(" Customer "));
    pool.getConfig().put("clients", List.of(" shop ", " "));

    JsonNode view = PoolView.of(pool);

    assertThat(view.path("passwordDigits").asInt()).isEqualTo(6);
    assertThat(view.path("deleteUsers").asBoolean()).isTrue();
    assertThat(view.path("payloadSchema").asText()).isEqualTo("Customer");
    assertThat(view.path("clients").valueStream().map(JsonNode::asText)).containsExactly("shop");
  }

  /** OpenAPI says integer; {@code problem} names the setting that cannot be read. */
  @Test
  void anUnreadableNumberIsLeftOut() {
    ComponentModel pool = new ComponentModel();
    pool.getConfig().put("passwordDigits", List.of("six"));
    pool.getConfig().put("passwordMinLength", List.of("12"));

    JsonNode view = PoolView.of(pool);

    assertThat(view.has("passwordDigits")).isFalse();
    assertThat(view.path("passwordMinLength").isInt()).isTrue();
  }
}
