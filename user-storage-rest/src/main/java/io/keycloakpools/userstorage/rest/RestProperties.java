package io.keycloakpools.userstorage.rest;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingForm;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

final class RestProperties {

  private static final SettingForm FORM = new SettingForm("restLabel.", "restHelp.");

  static final Setting<URI> URL =
      Setting.required(FORM.url("url"), "restRequired.url").map(RestSettings::withoutSlash);
  static final Setting<Contract> CONTRACT = FORM.choice("contract", Contract.class, Contract.POOLS);
  static final Setting<Optional<String>> TOKEN =
      FORM.secret("token").map(token -> token.map(RestSettings::requireToken));
  static final Setting<Optional<String>> BASIC_USER = FORM.text("basicUser");
  static final Setting<Optional<String>> BASIC_PASSWORD = FORM.secret("basicPassword");
  static final Setting<Boolean> CHECK_PASSWORD_BY_USER_ID =
      FORM.flag("checkPasswordByUserId", false);
  static final Setting<Boolean> FORWARD_CLIENT_IP = FORM.flag("forwardClientIp", true);

  private RestProperties() {}

  static List<ProviderConfigProperty> all() {
    return Setting.properties(
        URL,
        CONTRACT,
        TOKEN,
        BASIC_USER,
        BASIC_PASSWORD,
        CHECK_PASSWORD_BY_USER_ID,
        FORWARD_CLIENT_IP);
  }
}
