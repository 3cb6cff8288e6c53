package io.keycloakpools.userstorage.cognito;

import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.PASSWORD;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import java.util.Arrays;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Keys of the Cognito settings, and how the admin console shows them. */
final class CognitoProperties {

  static final String REGION = "region";
  static final String USER_POOL_ID = "userPoolId";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String ACCESS_KEY_ID = "accessKeyId";
  static final String SECRET_ACCESS_KEY = "secretAccessKey";
  static final String AUTH_FLOW = "authFlow";
  static final String ENDPOINT = "endpoint";

  private CognitoProperties() {}

  static List<ProviderConfigProperty> all() {
    return ProviderConfigurationBuilder.create()
        .property(
            required(
                REGION, "AWS region", "Region of the Cognito user pool, such as eu-central-1."))
        .property(
            required(
                USER_POOL_ID,
                "User pool ID",
                "In the AWS console under User pools, Overview; such as eu-central-1_AbCdEfGhI."))
        .property(
            required(
                CLIENT_ID,
                "App client ID",
                "App client with the flow below switched on (Authentication flows of the app"
                    + " client)."))
        .property(secret(CLIENT_SECRET, "App client secret", "Only if the app client has one."))
        .property(
            property(
                ACCESS_KEY_ID,
                "Access key ID",
                "Key of an IAM user that may read the user pool. Both key fields may be empty only"
                    + " where the server's operator lets this realm use the server's own AWS"
                    + " credentials."))
        .property(secret(SECRET_ACCESS_KEY, "Secret access key", "Belongs to the access key ID."))
        .property(
            AUTH_FLOW,
            "Authentication flow",
            "How passwords are checked. ADMIN_USER_PASSWORD_AUTH also needs the IAM permission "
                + "cognito-idp:AdminInitiateAuth.",
            LIST_TYPE,
            AuthFlow.USER_PASSWORD_AUTH.name(),
            Arrays.stream(AuthFlow.values()).map(Enum::name).toList())
        .property(
            property(
                ENDPOINT,
                "Endpoint",
                "Only for a VPC endpoint or an emulator: its address instead of the region's."))
        .build();
  }

  private static ProviderConfigProperty required(String name, String label, String help) {
    ProviderConfigProperty property = property(name, label, help);
    property.setRequired(true);
    return property;
  }

  private static ProviderConfigProperty secret(String name, String label, String help) {
    ProviderConfigProperty property = property(name, label, help + " May be ${vault.key}.");
    property.setType(PASSWORD);
    property.setSecret(true);
    return property;
  }

  private static ProviderConfigProperty property(String name, String label, String help) {
    return new ProviderConfigProperty(name, label, help, STRING_TYPE, null);
  }
}
