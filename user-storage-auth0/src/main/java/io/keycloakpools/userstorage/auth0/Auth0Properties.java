package io.keycloakpools.userstorage.auth0;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.PASSWORD;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Keys of the Auth0 settings, and how the admin console shows them. */
final class Auth0Properties {

  static final String DOMAIN = "domain";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String CONNECTION = "connection";
  static final String FORWARD_CLIENT_IP = "forwardClientIp";

  private Auth0Properties() {}

  static List<ProviderConfigProperty> all() {
    return ProviderConfigurationBuilder.create()
        .property(
            required(
                DOMAIN,
                "Domain",
                "The tenant's own domain, such as example.eu.auth0.com; not a custom domain, for which no tokens "
                    + "of the Management API are issued."))
        .property(
            required(
                CLIENT_ID,
                "Client ID",
                "The application that checks passwords and reads users: Applications, your application, Settings."))
        .property(
            secret(
                CLIENT_SECRET,
                "Client secret",
                "Of the same application, whose Credentials tab must say Client Secret (Post)."))
        .property(
            required(
                CONNECTION,
                "Connection",
                "Name of the database connection that has the users, such as Username-Password-Authentication."))
        .property(
            FORWARD_CLIENT_IP,
            "Forward client IP",
            "Send the person's address along, so that Auth0's attack protection sees them and not this server. Also "
                + "switch on Trust Token Endpoint IP Header: your application, Settings, Advanced Settings, OAuth.",
            BOOLEAN_TYPE,
            true,
            null)
        .build();
  }

  private static ProviderConfigProperty required(String name, String label, String help) {
    ProviderConfigProperty property =
        new ProviderConfigProperty(name, label, help, STRING_TYPE, null);
    property.setRequired(true);
    return property;
  }

  private static ProviderConfigProperty secret(String name, String label, String help) {
    ProviderConfigProperty property = required(name, label, help + " May be ${vault.key}.");
    property.setType(PASSWORD);
    property.setSecret(true);
    return property;
  }
}
