package io.keycloakpools.userstorage.rest;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.settings.SharedSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * @param url without a slash at the end
 * @param credential setting of the secret in {@code Authorization}
 * @param authorization value of that header
 * @param tenantField attribute with the tenants, instead of the contract's list
 */
record RestSettings(
    URI url,
    Contract contract,
    String credential,
    Optional<String> authorization,
    boolean checkPasswordByUserId,
    boolean forwardClientIp,
    Optional<String> tenantField) {

  /** RFC 6750, section 2.1; other characters would end the header or begin another one. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  @Override
  public String toString() {
    return "RestSettings[" + url + ", " + contract + "]";
  }

  /** Throws {@code InvalidSettingException} on the first invalid setting. */
  static RestSettings read(Settings settings) {
    Optional<String> bearer = settings.get(RestProperties.TOKEN).map(token -> "Bearer " + token);
    Optional<String> basic = basic(settings);
    if (bearer.isPresent() && basic.isPresent()) {
      throw RestProperties.TOKEN.invalid("restTwoCredentials");
    }
    return new RestSettings(
        settings.get(RestProperties.URL),
        settings.get(RestProperties.CONTRACT),
        basic.isPresent() ? RestProperties.BASIC_PASSWORD.key() : RestProperties.TOKEN.key(),
        bearer.or(() -> basic),
        settings.get(RestProperties.CHECK_PASSWORD_BY_USER_ID),
        settings.get(RestProperties.FORWARD_CLIENT_IP),
        settings.get(SharedSettings.TENANT_ID_FIELD_NAME));
  }

  static URI withoutSlash(URI url) {
    return URI.create(url.toString().replaceAll("/+$", ""));
  }

  static String requireToken(String text) {
    if (!TOKEN.matcher(text).matches()) {
      throw RestProperties.TOKEN.invalid("restToken");
    }
    return text;
  }

  /** RFC 7617: a colon ends the user. */
  private static Optional<String> basic(Settings settings) {
    Optional<String> user = settings.get(RestProperties.BASIC_USER);
    Optional<String> password = settings.get(RestProperties.BASIC_PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      Setting<?> missing =
          user.isPresent() ? RestProperties.BASIC_PASSWORD : RestProperties.BASIC_USER;
      throw missing.invalid("restHalf");
    }
    if (user.filter(name -> name.indexOf(':') >= 0).isPresent()) {
      throw RestProperties.BASIC_USER.invalid("restColon", user.get());
    }
    return user.map(name -> "Basic " + base64(name + ":" + password.get()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
