package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.common.FormProperties;
import java.util.Arrays;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

final class CognitoProperties {

  static final String REGION = "region";
  static final String USER_POOL_ID = "userPoolId";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String ACCESS_KEY_ID = "accessKeyId";
  static final String SECRET_ACCESS_KEY = "secretAccessKey";
  static final String AUTH_FLOW = "authFlow";
  static final String ENDPOINT = "endpoint";

  private static final FormProperties FORM = new FormProperties("cognitoLabel.", "cognitoHelp.");

  private CognitoProperties() {}

  static List<ProviderConfigProperty> all() {
    return List.of(
        FORM.requiredText(REGION),
        FORM.requiredText(USER_POOL_ID),
        FORM.requiredText(CLIENT_ID),
        FORM.secret(CLIENT_SECRET),
        FORM.text(ACCESS_KEY_ID),
        FORM.secret(SECRET_ACCESS_KEY),
        FORM.choice(
            AUTH_FLOW,
            AuthFlow.USER_PASSWORD_AUTH.name(),
            Arrays.stream(AuthFlow.values()).map(Enum::name).toList()),
        FORM.text(ENDPOINT));
  }
}
