package io.keycloakpools.it;

import io.keycloakpools.harness.chromium.Chromium;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for the whole run: see {@link InChromium}. Where none is installed, its tests are
 * skipped with the reason; in continuous integration they fail with it.
 */
public final class RunningChromium implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningChromium.class);
  private static final String MISSING =
      "No Chromium on the search path: on Debian, apt-get install chromium.";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Chromium.class, type -> start(), Chromium.class);
  }

  private static Chromium start() {
    Path executable = Chromium.installed().orElseGet(RunningChromium::skip);
    return Chromium.start(executable, RunningKeycloak.target().resolve("screenshots"));
  }

  private static Path skip() {
    if (System.getenv("CI") != null) {
      throw new AssertionError(MISSING);
    }
    System.out.println("Skipped: " + MISSING);
    return Assumptions.abort(MISSING);
  }
}
