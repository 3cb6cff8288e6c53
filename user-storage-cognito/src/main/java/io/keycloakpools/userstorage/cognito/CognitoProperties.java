package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.common.settings.Setting.required;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingForm;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

final class CognitoProperties {

  private static final SettingForm FORM = new SettingForm("cognitoLabel.", "cognitoHelp.");

  static final Setting<String> REGION = required(FORM.text("region"), "cognitoRequired.region");
  static final Setting<String> USER_POOL_ID =
      required(FORM.text("userPoolId"), "cognitoRequired.userPoolId");
  static final Setting<String> CLIENT_ID =
      required(FORM.text("clientId"), "cognitoRequired.clientId");
  static final Setting<Optional<String>> CLIENT_SECRET = FORM.secret("clientSecret");
  static final Setting<Optional<String>> ACCESS_KEY_ID = FORM.text("accessKeyId");
  static final Setting<Optional<String>> SECRET_ACCESS_KEY = FORM.secret("secretAccessKey");
  static final Setting<AuthFlow> AUTH_FLOW =
      FORM.choice("authFlow", AuthFlow.USER_PASSWORD_AUTH.name(), AuthFlow.names())
          .map(name -> name.map(AuthFlow::valueOf).orElse(AuthFlow.USER_PASSWORD_AUTH));
  static final Setting<Optional<URI>> ENDPOINT = FORM.url("endpoint");

  private CognitoProperties() {}

  static List<ProviderConfigProperty> all() {
    return Setting.properties(
        REGION,
        USER_POOL_ID,
        CLIENT_ID,
        CLIENT_SECRET,
        ACCESS_KEY_ID,
        SECRET_ACCESS_KEY,
        AUTH_FLOW,
        ENDPOINT);
  }
}
