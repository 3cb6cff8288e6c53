package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.server.KeycloakRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At start, the server logs the Keycloak providers that the pack replaces. */
@ExtendWith(RunningKeycloak.class)
class ReplacedProvidersIT {

  @Test
  void theServerSaysWhichProvidersAreReplacedAndWhichWarningsAreExpected(KeycloakRuntime keycloak) {
    List<String> lines =
        keycloak
            .log()
            .lines()
            .filter(line -> line.contains("Keycloak Pools replaces these providers"))
            .toList();

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .contains(" INFO ")
        .contains("KC-SERVICES0047")
        .contains(
            "admin-realm-restapi-extension user-storage",
            "authenticator idp-create-user-if-unique",
            "authenticator reset-credential-email",
            "client-policy-manager default",
            "credential keycloak-password",
            "form-action registration-password-action",
            "form-action registration-user-creation",
            "login freemarker",
            "login-protocol openid-connect",
            "login-protocol saml",
            "oauth2-grant-type urn:ietf:params:oauth:grant-type:jwt-bearer",
            "oauth2-grant-type urn:ietf:params:oauth:grant-type:uma-ticket",
            "oauth2-token-exchange default",
            "oauth2-token-exchange standard",
            "password-policy hashAlgorithm",
            "password-policy-manager default",
            "required-action UPDATE_PASSWORD",
            "userProfile declarative-user-profile");
  }
}
