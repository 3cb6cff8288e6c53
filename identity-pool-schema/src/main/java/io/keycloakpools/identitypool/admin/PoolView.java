package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.JsonBodies;
import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.identitypool.federation.IdentityPoolProviderFactory;
import io.keycloakpools.identitypool.pool.IdentityPoolReferences;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.settings.SettingKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

public final class PoolView {

  private static final String NAME = "name";
  private static final String ENABLED = "enabled";
  private static final String BROKEN = "broken";

  private PoolView() {}

  /**
   * The effect of a change.
   *
   * @param pool as it is or would be
   * @param impact on the users of the pool, if its schemas change
   */
  public record ChangeResult(boolean saved, ObjectNode pool, SchemaView.Impact impact) {
    static ChangeResult of(boolean saved, ObjectNode pool, SchemaImpact impact, AdminTexts texts) {
      return new ChangeResult(saved, pool, SchemaView.impact(impact, texts));
    }
  }

  static Set<String> fields() {
    Set<String> fields = new TreeSet<>(Set.of(NAME, ENABLED));
    properties().forEach(property -> fields.add(property.getName()));
    return fields;
  }

  static ObjectNode of(ComponentModel pool, List<IdentityPoolReferences.Problem> problems) {
    ObjectNode view = of(pool);
    for (IdentityPoolReferences.Problem problem : problems) {
      view.withArray(BROKEN)
          .addObject()
          .put("field", problem.field())
          .put("name", problem.name())
          .put("text", problem.text());
    }
    return view;
  }

  static ObjectNode of(ComponentModel pool) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", pool.getId());
    view.put(NAME, pool.getName());
    view.put(ENABLED, pool.get(ENABLED, true));
    for (ProviderConfigProperty property : properties()) {
      String name = property.getName();
      // Like Settings: trimmed, and blank is absent.
      List<String> values =
          pool.getConfig().getOrDefault(name, List.of()).stream()
              .filter(Objects::nonNull)
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList();
      put(view, property, values);
    }
    return view;
  }

  private static void put(ObjectNode view, ProviderConfigProperty property, List<String> values) {
    String name = property.getName();
    SettingKind kind = SettingKind.of(property);
    switch (kind) {
      case TEXTS -> values.forEach(view.withArray(name)::add);
      case WORDS -> SettingKind.words(values).forEach(view.withArray(name)::add);
      case TEXT, NUMBER, FLAG ->
          values.stream().findFirst().ifPresent(value -> put(view, name, kind, value));
    }
  }

  private static void put(ObjectNode view, String name, SettingKind kind, String value) {
    if (kind == SettingKind.FLAG) {
      view.put(name, Boolean.parseBoolean(value));
    } else if (kind == SettingKind.NUMBER) {
      number(view, name, value);
    } else {
      view.put(name, value);
    }
  }

  private static void number(ObjectNode view, String name, String value) {
    try {
      view.put(name, Integer.parseInt(value));
    } catch (NumberFormatException e) {
      // Clients expect an integer; the pool's problem names the setting.
    }
  }

  static void apply(JsonBodies bodies, ObjectNode body, ComponentModel pool) {
    bodies.text(body, NAME).ifPresent(pool::setName);
    if (body.has(ENABLED)) {
      pool.put(ENABLED, bodies.flag(body, ENABLED));
    }
    for (ProviderConfigProperty property : properties()) {
      String name = property.getName();
      if (body.has(name)) {
        List<String> values = values(bodies, property, body.get(name));
        if (values.isEmpty()) {
          pool.getConfig().remove(name);
        } else {
          pool.getConfig().put(name, values);
        }
      }
    }
  }

  private static List<String> values(
      JsonBodies bodies, ProviderConfigProperty property, JsonNode sent) {
    String name = property.getName();
    if (sent.isNull()) {
      return List.of();
    }
    SettingKind kind = SettingKind.of(property);
    if (kind == SettingKind.TEXTS || kind == SettingKind.WORDS) {
      if (!sent.isArray() || !sent.valueStream().allMatch(JsonNode::isTextual)) {
        throw bodies.errors().field(name, "identityAdminTexts", name);
      }
      return sent.valueStream().map(JsonNode::asText).toList();
    }
    boolean right =
        switch (kind) {
          case FLAG -> sent.isBoolean();
          case NUMBER -> sent.isInt();
          case TEXT, TEXTS, WORDS -> sent.isTextual();
        };
    if (!right) {
      throw bodies.errors().field(name, "identityAdminKind", name);
    }
    return List.of(sent.asText());
  }

  private static List<ProviderConfigProperty> properties() {
    return IdentityPoolProviderFactory.settings();
  }
}
