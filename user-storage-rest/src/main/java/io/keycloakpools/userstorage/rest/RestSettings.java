package io.keycloakpools.userstorage.rest;

import static io.keycloakpools.common.settings.Settings.problem;

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
    Optional<String> bearer = settings.secret(RestProperties.TOKEN).map(RestSettings::bearer);
    Optional<String> basic = basic(settings);
    if (bearer.isPresent() && basic.isPresent()) {
      throw problem(RestProperties.TOKEN, "restTwoCredentials");
    }
    return new RestSettings(
        url(settings),
        settings.choice(RestProperties.CONTRACT, Contract.class, Contract.POOLS),
        basic.isPresent() ? RestProperties.BASIC_PASSWORD : RestProperties.TOKEN,
        bearer.or(() -> basic),
        settings.flag(RestProperties.CHECK_PASSWORD_BY_USER_ID, false),
        settings.flag(RestProperties.FORWARD_CLIENT_IP, true),
        settings.text(SharedSettings.TENANT_ID_FIELD_NAME));
  }

  private static URI url(Settings settings) {
    URI url =
        settings
            .url(RestProperties.URL)
            .orElseThrow(() -> problem(RestProperties.URL, "restRequired.url"));
    return URI.create(url.toString().replaceAll("/+$", ""));
  }

  private static String bearer(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw problem(RestProperties.TOKEN, "restToken");
    }
    return "Bearer " + token;
  }

  /** RFC 7617: a colon ends the user. */
  private static Optional<String> basic(Settings settings) {
    Optional<String> user = settings.text(RestProperties.BASIC_USER);
    Optional<String> password = settings.secret(RestProperties.BASIC_PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      throw problem(
          user.isPresent() ? RestProperties.BASIC_PASSWORD : RestProperties.BASIC_USER, "restHalf");
    }
    if (user.filter(name -> name.indexOf(':') >= 0).isPresent()) {
      throw problem(RestProperties.BASIC_USER, "restColon", user.get());
    }
    return user.map(name -> "Basic " + base64(name + ":" + password.get()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
