package io.keycloakpools.userstorage.rest;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;

import io.keycloakpools.common.FormProperties;
import io.keycloakpools.common.settings.Choices;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

final class RestProperties {

  static final String URL = "url";
  static final String CONTRACT = "contract";
  static final String TOKEN = "token";
  static final String BASIC_USER = "basicUser";
  static final String BASIC_PASSWORD = "basicPassword";
  static final String CHECK_PASSWORD_BY_USER_ID = "checkPasswordByUserId";
  static final String FORWARD_CLIENT_IP = "forwardClientIp";

  private static final FormProperties FORM = new FormProperties("restLabel.", "restHelp.");

  private RestProperties() {}

  static List<ProviderConfigProperty> all() {
    return List.of(
        FORM.requiredText(URL),
        FORM.choice(CONTRACT, Choices.word(Contract.POOLS), Choices.words(Contract.class)),
        FORM.secret(TOKEN),
        FORM.text(BASIC_USER),
        FORM.secret(BASIC_PASSWORD),
        FORM.property(CHECK_PASSWORD_BY_USER_ID, BOOLEAN_TYPE, false),
        FORM.property(FORWARD_CLIENT_IP, BOOLEAN_TYPE, true));
  }
}
