package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.common.settings.Settings.problem;

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
        domain(settings),
        required(settings, Auth0Properties.CLIENT_ID),
        settings
            .secret(Auth0Properties.CLIENT_SECRET)
            .orElseThrow(() -> missing(Auth0Properties.CLIENT_SECRET)),
        required(settings, Auth0Properties.CONNECTION),
        settings.flag(Auth0Properties.FORWARD_CLIENT_IP, true),
        settings.text(SharedSettings.TENANT_ID_FIELD_NAME).map(Auth0Settings::appMetadata));
  }

  /** Lower case: Auth0 compares the audience, derived from it, exactly. */
  private static URI domain(Settings settings) {
    URI address =
        settings.host(Auth0Properties.DOMAIN).orElseThrow(() -> missing(Auth0Properties.DOMAIN));
    String path = address.getRawPath();
    if (path != null && !path.isEmpty() && !path.equals("/")) {
      throw problem(Auth0Properties.DOMAIN, "auth0DomainPath", address.toString(), path);
    }
    String domain = address.getScheme() + "://" + address.getRawAuthority();
    return URI.create(domain.toLowerCase(Locale.ROOT));
  }

  private static String required(Settings settings, String key) {
    return settings.text(key).orElseThrow(() -> missing(key));
  }

  private static RuntimeException missing(String key) {
    return problem(key, "auth0Required." + key);
  }

  private static String appMetadata(String field) {
    return field.startsWith(APP_METADATA) ? field : APP_METADATA + field;
  }
}
