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
 * Logs the providers of Keycloak that the pack replaces. {@code kc.sh build} warns of each one of
 * an internal SPI ({@code KC-SERVICES0047}, {@code DefaultKeycloakSessionFactory.loadFactories});
 * these places have no other extension point.
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

  /** Keycloak prefers the higher order among factories with one id. */
  private static boolean replaces(ProviderFactory<?> provider) {
    return provider.getClass().getName().startsWith(PACK) && provider.order() > 0;
  }
}
