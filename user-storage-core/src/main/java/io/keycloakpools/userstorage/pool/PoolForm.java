package io.keycloakpools.userstorage.pool;

import io.keycloakpools.userstorage.settings.Settings;
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
 * @param own those that only this directory has
 * @param withoutEffect keys of shared ones that this directory has no use for
 */
public record PoolForm(List<ProviderConfigProperty> own, Set<String> withoutEffect) {

  /** What the console shows. */
  public List<ProviderConfigProperty> shown() {
    List<ProviderConfigProperty> shown = new ArrayList<>(own);
    SharedSettings.properties().stream()
        .filter(property -> !withoutEffect.contains(property.getName()))
        .forEach(shown::add);
    return shown;
  }

  /**
   * What is accepted and kept besides. Keycloak drops keys that a provider does not declare, and
   * its console shows {@code getConfigProperties} only ({@code RepresentationToModel}, {@code
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
   * The settings of a component as entered, with secrets of the vault in place of their keys.
   * Settings without effect are left out: their values may be anything.
   */
  Settings settings(KeycloakSession session, ComponentModel model) {
    return new Settings(
        key -> withoutEffect.contains(key) ? null : model.getConfig().get(key),
        text -> session.vault().getStringSecret(text).get().orElse(text));
  }

  /** Whatever a message may be about. */
  public List<ProviderConfigProperty> all() {
    List<ProviderConfigProperty> all = new ArrayList<>(shown());
    all.addAll(hidden());
    return all;
  }
}
