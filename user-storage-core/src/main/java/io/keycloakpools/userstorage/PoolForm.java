package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.settings.SharedSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The settings of one kind of user pool.
 *
 * @param own those that only this directory has
 * @param withoutEffect keys of shared ones that this directory has no use for
 */
record PoolForm(List<ProviderConfigProperty> own, Set<String> withoutEffect) {

  /** What the console shows. */
  List<ProviderConfigProperty> shown() {
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
  List<ProviderConfigProperty> hidden() {
    List<ProviderConfigProperty> hidden = new ArrayList<>(SharedSettings.former());
    SharedSettings.properties().stream()
        .filter(property -> withoutEffect.contains(property.getName()))
        .forEach(hidden::add);
    return hidden;
  }

  /** Whatever a message may be about. */
  List<ProviderConfigProperty> all() {
    List<ProviderConfigProperty> all = new ArrayList<>(shown());
    all.addAll(hidden());
    return all;
  }
}
