package io.keycloakpools.userstorage.admin;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * Settings of a form, laid over the stored ones as by a save: a masked secret stands for the stored
 * one.
 *
 * <p>A stored secret is not tried with a changed address, client or the like, or admins who may
 * test could have it sent to a server of their own. Keycloak's test of LDAP connections does the
 * same ({@code LDAPServerCapabilitiesManager.buildLDAPConfig}).
 */
record UnsavedSettings(KeycloakSession session, List<ProviderConfigProperty> own) {

  /**
   * A component that is not saved.
   *
   * @throws InvalidSettingException if a secret must be entered again
   */
  ComponentModel over(ComponentModel stored, Map<String, List<String>> entered) {
    ComponentModel unsaved = new ComponentModel(stored);
    ComponentRepresentation form = new ComponentRepresentation();
    form.setConfig(copy(entered));
    RepresentationToModel.updateComponent(session, form, unsaved, false);
    Optional<String> secret = keptSecret(unsaved, entered);
    Optional<String> changed = changed(stored, unsaved);
    if (secret.isPresent() && changed.isPresent()) {
      throw new InvalidSettingException(
          SettingProblem.of(secret.get(), "userPoolSettingSecretAgain", changed.get()));
    }
    return unsaved;
  }

  /** {@code updateComponent} changes the lists that it is given. */
  private static MultivaluedHashMap<String, String> copy(Map<String, List<String>> entered) {
    MultivaluedHashMap<String, String> copy = new MultivaluedHashMap<>();
    entered.forEach(
        (key, values) -> copy.put(key, values == null ? null : new ArrayList<>(values)));
    return copy;
  }

  private Optional<String> keptSecret(ComponentModel unsaved, Map<String, List<String>> entered) {
    return own.stream()
        .filter(ProviderConfigProperty::isSecret)
        .map(ProviderConfigProperty::getName)
        .filter(unsaved::contains)
        .filter(name -> !isEntered(entered.get(name)))
        .findFirst();
  }

  private static boolean isEntered(List<String> values) {
    return values != null
        && values.stream().anyMatch(value -> !ComponentRepresentation.SECRET_VALUE.equals(value));
  }

  private Optional<String> changed(ComponentModel stored, ComponentModel unsaved) {
    return own.stream()
        .filter(property -> !property.isSecret())
        .filter(property -> !value(stored, property).equals(value(unsaved, property)))
        .map(ProviderConfigProperty::getName)
        .findFirst();
  }

  /** A form sends defaults that are not stored yet. */
  private static List<String> value(ComponentModel component, ProviderConfigProperty property) {
    List<String> values = component.getConfig().get(property.getName());
    if (values != null) {
      return values;
    }
    Object usual = property.getDefaultValue();
    return usual == null ? List.of() : List.of(usual.toString());
  }
}
