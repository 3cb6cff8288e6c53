package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.common.settings.Setting.required;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingForm;
import java.net.URI;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

final class Auth0Properties {

  private static final SettingForm FORM = new SettingForm("auth0Label.", "auth0Help.");

  static final Setting<URI> DOMAIN =
      required(FORM.host("domain"), "auth0Required.domain").map(Auth0Settings::origin);
  static final Setting<String> CLIENT_ID =
      required(FORM.text("clientId"), "auth0Required.clientId");
  static final Setting<String> CLIENT_SECRET =
      required(FORM.secret("clientSecret"), "auth0Required.clientSecret");
  static final Setting<String> CONNECTION =
      required(FORM.text("connection"), "auth0Required.connection");
  static final Setting<Boolean> FORWARD_CLIENT_IP = FORM.flag("forwardClientIp", true);

  private Auth0Properties() {}

  static List<ProviderConfigProperty> all() {
    return Setting.properties(DOMAIN, CLIENT_ID, CLIENT_SECRET, CONNECTION, FORWARD_CLIENT_IP);
  }
}
