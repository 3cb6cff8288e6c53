package io.keycloakpools.userstorage.rest;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.PASSWORD;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import io.keycloakpools.userstorage.settings.Choices;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Keys of the REST settings, and how the admin console shows them. */
final class RestProperties {

  static final String URL = "url";
  static final String CONTRACT = "contract";
  static final String TOKEN = "token";
  static final String BASIC_USER = "basicUser";
  static final String BASIC_PASSWORD = "basicPassword";
  static final String CHECK_PASSWORD_BY_USER_ID = "checkPasswordByUserId";
  static final String FORWARD_CLIENT_IP = "forwardClientIp";

  private RestProperties() {}

  static List<ProviderConfigProperty> all() {
    ProviderConfigurationBuilder form = ProviderConfigurationBuilder.create();
    endpoint(form);
    credentials(form);
    passwords(form);
    return form.build();
  }

  private static void endpoint(ProviderConfigurationBuilder form) {
    form.property()
        .name(URL)
        .label("URL")
        .helpText("Address of the endpoint, such as https://users.example.com/keycloak.")
        .type(STRING_TYPE)
        .required(true)
        .add()
        .property(
            CONTRACT,
            "Contract",
            "What the endpoint speaks. pools: the contract of this pack. user-migration: the contract of the "
                + "keycloak-user-migration plugin.",
            LIST_TYPE,
            Choices.word(Contract.POOLS),
            Choices.words(Contract.class));
  }

  private static void credentials(ProviderConfigurationBuilder form) {
    form.property(
            secret(
                TOKEN,
                "Token",
                "Sent with every request as Authorization: Bearer. Leave empty for basic authentication."))
        .property(
            BASIC_USER,
            "Basic authentication user",
            "Sent with every request, together with the password below, if there is no token.",
            STRING_TYPE,
            null,
            null)
        .property(
            secret(BASIC_PASSWORD, "Basic authentication password", "Goes with the user above."));
  }

  private static void passwords(ProviderConfigurationBuilder form) {
    form.property(
            CHECK_PASSWORD_BY_USER_ID,
            "Check passwords by user id",
            "Only for the contract user-migration. On: a password is sent to the address of the user's id. Off: to "
                + "that of the username.",
            BOOLEAN_TYPE,
            false,
            null)
        .property(
            FORWARD_CLIENT_IP,
            "Forward client IP",
            "Send the person's address along with a password, so that the endpoint's own protection against "
                + "guessing sees them and not this server.",
            BOOLEAN_TYPE,
            true,
            null);
  }

  private static ProviderConfigProperty secret(String name, String label, String help) {
    ProviderConfigProperty property =
        new ProviderConfigProperty(name, label, help + " May be ${vault.key}.", PASSWORD, null);
    property.setSecret(true);
    return property;
  }
}
