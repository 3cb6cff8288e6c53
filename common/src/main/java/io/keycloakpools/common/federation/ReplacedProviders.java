package io.keycloakpools.common.federation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Every provider of Keycloak that the pack replaces, by a factory with the same id and a higher
 * {@code order()}. There is no other way to extend these places. A line in the log names those that
 * are installed, because {@code kc.sh build} warns of every provider of an internal SPI ({@code
 * KC-SERVICES0047}, {@code DefaultKeycloakSessionFactory.loadFactories}).
 */
public final class ReplacedProviders implements ProviderEventListener {

  private static final Logger LOG = Logger.getLogger(ReplacedProviders.class);

  private static final String PACK = "io.keycloakpools.";

  /**
   * A replaced provider.
   *
   * @param factory simple name of the class that replaces Keycloak's
   * @param why what the pack needs there
   */
  public record Replaced(String spi, String id, String factory, String why) {}

  public static final List<Replaced> ALL =
      List.of(
          new Replaced(
              "userProfile",
              "declarative-user-profile",
              "PoolProfileProviderFactory",
              "schemas hold wherever a profile is written"),
          new Replaced(
              "credential",
              "keycloak-password",
              "RememberingPasswordProviderFactory",
              "former passwords are kept for notUsedSince"),
          new Replaced(
              "credential",
              "keycloak-password",
              "PoolPasswordProviderFactory",
              "hash and history of the pool; above RememberingPasswordProviderFactory"),
          new Replaced(
              "password-policy-manager",
              "default",
              "PoolPolicyManagerFactory",
              "rules of the pool"),
          new Replaced(
              "password-policy",
              "hashAlgorithm",
              "HashAlgorithmPolicyProviderFactory",
              "a realm cannot choose an algorithm that only verifies"),
          new Replaced(
              "client-policy-manager",
              "default",
              "TokenAccessFactory",
              "no token of an application for users of another pool"),
          new Replaced(
              "login-protocol",
              "openid-connect",
              "OidcAccessFactory",
              "no code for users of another pool"),
          new Replaced(
              "login-protocol",
              "saml",
              "SamlAccessFactory",
              "no assertion for users of another pool"),
          new Replaced(
              "oauth2-token-exchange",
              "standard",
              "ExchangeAccessFactory",
              "no exchanged token for users of another pool"),
          new Replaced(
              "oauth2-token-exchange",
              "default",
              "LegacyExchangeAccessFactory",
              "no exchanged token for users of another pool"),
          new Replaced(
              "oauth2-grant-type",
              "urn:ietf:params:oauth:grant-type:jwt-bearer",
              "AssertionAccessFactory",
              "no token by an assertion for users of another pool"),
          new Replaced(
              "oauth2-grant-type",
              "urn:ietf:params:oauth:grant-type:uma-ticket",
              "PermissionAccessFactory",
              "no permission at an application for users of another pool"),
          new Replaced(
              "authenticator",
              "idp-create-user-if-unique",
              "FirstBrokerLoginFactory",
              "a user of an identity provider is created in the pool, or not at all"),
          new Replaced(
              "login",
              "freemarker",
              "PoolLoginFormsFactory",
              "pages that are drawn from the schemas of a pool"),
          new Replaced(
              "form-action",
              "registration-user-creation",
              "RealmRegistration",
              "registration into a pool, also in the realm's own flow"),
          new Replaced(
              "form-action",
              "registration-password-action",
              "PoolRegistrationPassword",
              "a pool without passwords asks for none"),
          new Replaced(
              "required-action",
              "UPDATE_PASSWORD",
              "UpdatePasswordElsewhere",
              "users who cannot change the password here read where, before the form"),
          new Replaced(
              "authenticator",
              "reset-credential-email",
              "ResetMailElsewhere",
              "the e-mail names the address where the password is changed"),
          new Replaced(
              "admin-realm-restapi-extension",
              "user-storage",
              "UserStorageActions",
              "bulk actions are refused where users would be lost"));

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof PostMigrationEvent started) {
      LOG.infof(
          "Keycloak Pools replaces these providers of Keycloak by ones that build on them: %s. Warnings KC-SERVICES0047 of"
              + " \"kc.sh build\" that name a class of io.keycloakpools are expected.",
          names(started.getFactory()));
    }
  }

  private static String names(KeycloakSessionFactory factory) {
    return factory.getSpis().stream()
        .flatMap(spi -> names(factory, spi))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> names(KeycloakSessionFactory factory, Spi spi) {
    return factory
        .getProviderFactoriesStream(spi.getProviderClass())
        .filter(ReplacedProviders::replaces)
        .map(each -> spi.getName() + " " + each.getId());
  }

  /** Keycloak prefers the higher order among factories with one id. */
  private static boolean replaces(ProviderFactory<?> provider) {
    return provider.getClass().getName().startsWith(PACK) && provider.order() > 0;
  }
}
