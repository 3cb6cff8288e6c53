package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.common.settings.Settings.problem;

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
        settings.text(SharedSettings.DISPLAY_NAME).map(Contact::name),
        settings
            .text(SharedSettings.PASSWORD_PAGE)
            .map(
                text ->
                    link(text, WEB)
                        .orElseThrow(
                            () ->
                                problem(
                                    SharedSettings.PASSWORD_PAGE, "userPoolSettingWebLink", text))),
        settings
            .text(SharedSettings.SUPPORT)
            .map(
                text ->
                    link(text, WEB)
                        .or(() -> link(text, MAIL))
                        .or(() -> link(MAILTO + text, MAIL))
                        .orElseThrow(
                            () ->
                                problem(
                                    SharedSettings.SUPPORT, "userPoolSettingSupportLink", text))));
  }

  private static String name(String text) {
    if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
      throw problem(
          SharedSettings.DISPLAY_NAME, "userPoolSettingName", String.valueOf(LONGEST_NAME));
    }
    return text;
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
