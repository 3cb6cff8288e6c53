package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.settings.SharedSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * @param tenantField path, {@code app_metadata} included
 */
record Auth0Settings(
    URI domain,
    String clientId,
    String clientSecret,
    String connection,
    boolean forwardClientIp,
    Optional<String> tenantField) {

  private static final String APP_METADATA = "app_metadata.";

  @Override
  public String toString() {
    return "Auth0Settings[" + domain + ", " + clientId + ", " + connection + "]";
  }

  URI endpoint(String path) {
    return URI.create(domain + path);
  }

  /** "Management API Access Tokens", Auth0 docs. */
  String managementAudience() {
    return domain + "/api/v2/";
  }

  /** Throws {@code InvalidSettingException} on the first invalid setting. */
  static Auth0Settings read(Settings settings) {
    return new Auth0Settings(
        settings.get(Auth0Properties.DOMAIN),
        settings.get(Auth0Properties.CLIENT_ID),
        settings.get(Auth0Properties.CLIENT_SECRET),
        settings.get(Auth0Properties.CONNECTION),
        settings.get(Auth0Properties.FORWARD_CLIENT_IP),
        settings.get(SharedSettings.TENANT_ID_FIELD_NAME).map(Auth0Settings::appMetadata));
  }

  /** Lower case: Auth0 compares the audience, derived from it, exactly. */
  static URI origin(URI address) {
    String path = address.getRawPath();
    if (path != null && !path.isEmpty() && !path.equals("/")) {
      throw Auth0Properties.DOMAIN.invalid("auth0DomainPath", address.toString(), path);
    }
    String domain = address.getScheme() + "://" + address.getRawAuthority();
    return URI.create(domain.toLowerCase(Locale.ROOT));
  }

  private static String appMetadata(String field) {
    return field.startsWith(APP_METADATA) ? field : APP_METADATA + field;
  }
}
