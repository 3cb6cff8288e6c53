package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.settings.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What users learn about their directory.
 *
 * @param name may be a {@code ${key}} message reference, as in Keycloak's display names
 * @param passwordPage where users change their password
 * @param support help page or e-mail address
 */
public record Contact(Optional<String> name, Optional<URI> passwordPage, Optional<URI> support) {

  public static final Contact NONE =
      new Contact(Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LINK = 1000;

  /** Text without markup; a dollar sign only in a message reference. */
  private static final Pattern NAME = Pattern.compile("\\$\\{[\\w.-]+}|[^<>\\p{Cntrl}$]+");

  /**
   * Characters that Keycloak's sanitizer allows in a link ({@code
   * KeycloakSanitizerPolicy.OFFSITE_URL}), without {@code ..}, which it shortens.
   */
  private static final String CHARACTERS = "(?!.*\\.\\.)[\\w.#@$%+&;:~,?=/!()-]*";

  private static final Pattern WEB =
      Pattern.compile("https://[A-Za-z0-9]" + CHARACTERS, Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL =
      Pattern.compile(
          "mailto:[A-Za-z0-9][\\w.%+-]*@[A-Za-z0-9]" + CHARACTERS, Pattern.CASE_INSENSITIVE);
  private static final String MAILTO = "mailto:";

  static Contact read(Settings settings) {
    return new Contact(
        settings.get(SharedSettings.DISPLAY_NAME),
        settings.get(SharedSettings.PASSWORD_PAGE),
        settings.get(SharedSettings.SUPPORT));
  }

  static String requireName(String text) {
    if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
      throw SharedSettings.DISPLAY_NAME.invalid(
          "userPoolSettingName", String.valueOf(LONGEST_NAME));
    }
    return text;
  }

  static URI requireWebLink(String text) {
    return link(text, WEB)
        .orElseThrow(() -> SharedSettings.PASSWORD_PAGE.invalid("userPoolSettingWebLink", text));
  }

  static URI requireSupportLink(String text) {
    return link(text, WEB)
        .or(() -> link(text, MAIL))
        .or(() -> link(MAILTO + text, MAIL))
        .orElseThrow(() -> SharedSettings.SUPPORT.invalid("userPoolSettingSupportLink", text));
  }

  private static Optional<URI> link(String text, Pattern pattern) {
    if (text.length() > LONGEST_LINK || !pattern.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      URI link = URI.create(text);
      boolean named = link.isOpaque() || (link.getHost() != null && link.getRawUserInfo() == null);
      return Optional.of(link).filter(unused -> named);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
