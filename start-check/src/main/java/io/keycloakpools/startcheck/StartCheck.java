package io.keycloakpools.startcheck;

import java.io.IOException;
import java.util.Optional;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Fails {@code kc.sh build} and {@code kc.sh start} if a JAR that ours need is missing or of
 * another version. Without it, they would name a class that cannot be found, at best.
 *
 * <p>An SPI without providers: Keycloak asks every SPI for its name before it loads the first
 * factory ({@code ProviderManager.loadSpis}), and factories are what cannot be loaded without the
 * missing JAR. The class loader of {@code ProviderLoaderFactory}, which comes earlier still, does
 * not have the JARs in {@code providers/}.
 */
public final class StartCheck implements Spi {

  private final Optional<String> problem;

  public StartCheck() throws IOException {
    problem = new NeededJars(DeclaredJar.on(StartCheck.class.getClassLoader())).problem();
  }

  /** Throws here: an error of the constructor would be the cause of a longer one. */
  @Override
  public String getName() {
    if (problem.isPresent()) {
      throw new IllegalStateException(problem.get());
    }
    return "keycloak-pools-start-check";
  }

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return Provider.class;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends ProviderFactory> getProviderFactoryClass() {
    return ProviderFactory.class;
  }
}
