package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.settings.SharedSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The settings of one kind of user pool.
 *
 * @param withoutEffect keys of shared settings that this directory ignores
 */
public record PoolForm(List<ProviderConfigProperty> own, Set<String> withoutEffect) {

  public List<ProviderConfigProperty> shown() {
    List<ProviderConfigProperty> shown = new ArrayList<>(own);
    SharedSettings.properties().stream()
        .filter(property -> !withoutEffect.contains(property.getName()))
        .forEach(shown::add);
    return shown;
  }

  /**
   * Accepted and kept, but not shown. Keycloak drops keys that a provider does not declare, and its
   * console shows only {@code getConfigProperties} ({@code RepresentationToModel}, {@code
   * ServerInfoAdminResource}).
   */
  public List<ProviderConfigProperty> hidden() {
    List<ProviderConfigProperty> hidden = new ArrayList<>(SharedSettings.former());
    SharedSettings.properties().stream()
        .filter(property -> withoutEffect.contains(property.getName()))
        .forEach(hidden::add);
    return hidden;
  }

  /**
   * Resolves secrets of the vault, and omits settings without effect, whose values may be anything.
   */
  Settings settings(KeycloakSession session, ComponentModel model) {
    return new Settings(
        key -> withoutEffect.contains(key) ? null : model.getConfig().get(key),
        text -> session.vault().getStringSecret(text).get().orElse(text));
  }

  public List<ProviderConfigProperty> all() {
    List<ProviderConfigProperty> all = new ArrayList<>(shown());
    all.addAll(hidden());
    return all;
  }
}
