package io.keycloakpools.common;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Labels and help texts are message keys. The console translates keys without braces, shows other
 * text unchanged ({@code DynamicComponents}), and never translates options.
 *
 * @param labels prefix of label keys
 * @param helps prefix of help keys
 */
public record FormProperties(String labels, String helps) {

  public ProviderConfigProperty property(String name, String type, Object unset) {
    return new ProviderConfigProperty(name, labels + name, helps + name, type, unset);
  }

  public ProviderConfigProperty text(String name) {
    return property(name, ProviderConfigProperty.STRING_TYPE, null);
  }

  public ProviderConfigProperty requiredText(String name) {
    ProviderConfigProperty text = text(name);
    text.setRequired(true);
    return text;
  }

  public ProviderConfigProperty secret(String name) {
    ProviderConfigProperty secret = property(name, ProviderConfigProperty.PASSWORD, null);
    secret.setSecret(true);
    return secret;
  }

  /** Without a default, the console preselects the first option. */
  public ProviderConfigProperty choice(String name, String unset, List<String> options) {
    ProviderConfigProperty choice = property(name, ProviderConfigProperty.LIST_TYPE, unset);
    choice.setOptions(options);
    return choice;
  }
}
