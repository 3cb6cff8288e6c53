package io.keycloakpools.common.federation;

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
 * Says at start which of Keycloak's providers the pack replaces. {@code kc.sh build} warns of every
 * provider of an SPI that is internal ({@code KC-SERVICES0047}, {@code
 * DefaultKeycloakSessionFactory.loadFactories}), unless its package is one of Keycloak's; there is
 * no other way to extend these places.
 */
final class ReplacedProviders implements ProviderEventListener {

  private static final Logger LOG = Logger.getLogger(ReplacedProviders.class);

  private static final String PACK = "io.keycloakpools.";

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

  /** Of two factories with one id, Keycloak takes the one with the higher order: ours have one. */
  private static boolean replaces(ProviderFactory<?> provider) {
    return provider.getClass().getName().startsWith(PACK) && provider.order() > 0;
  }
}
