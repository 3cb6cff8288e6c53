package io.keycloakpools.common;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Makes the properties of a form in the admin console. Their labels and helps are keys of messages,
 * which the console looks up in its language, without braces; a text that is no key it shows as it
 * is ({@code DynamicComponents}). Options of lists it always shows as they are.
 *
 * @param labels how the keys of labels begin; the name of the property follows
 * @param helps how the keys of helps begin; the name of the property follows
 */
public record FormProperties(String labels, String helps) {

  /** A property of any type. */
  public ProviderConfigProperty property(String name, String type, Object unset) {
    return new ProviderConfigProperty(name, labels + name, helps + name, type, unset);
  }

  /** A line of text. */
  public ProviderConfigProperty text(String name) {
    return property(name, ProviderConfigProperty.STRING_TYPE, null);
  }

  /** A line of text that must not be empty. */
  public ProviderConfigProperty requiredText(String name) {
    ProviderConfigProperty text = text(name);
    text.setRequired(true);
    return text;
  }

  /** A line of text that is masked. */
  public ProviderConfigProperty secret(String name) {
    ProviderConfigProperty secret = property(name, ProviderConfigProperty.PASSWORD, null);
    secret.setSecret(true);
    return secret;
  }

  /** One of several; the console preselects the first one unless there is a default. */
  public ProviderConfigProperty choice(String name, String unset, List<String> options) {
    ProviderConfigProperty choice = property(name, ProviderConfigProperty.LIST_TYPE, unset);
    choice.setOptions(options);
    return choice;
  }
}
