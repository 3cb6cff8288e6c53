package io.keycloakpools.it;

import io.keycloakpools.harness.chromium.Chromium;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for the whole run: see {@link InChromium}. Where none is installed, tests are
 * skipped with the reason, or fail in continuous integration.
 */
public final class RunningChromium implements ParameterResolver, ExecutionCondition {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningChromium.class);
  private static final String MISSING =
      "No Chromium on the search path: on Debian, apt-get install chromium.";

  /** A condition, because JUnit reports a skipped parameter as a failure. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean skipped =
        context.getTestMethod().filter(RunningChromium::isAsked).isPresent()
            && Chromium.installed().isEmpty()
            && System.getenv("CI") == null;
    return skipped
        ? ConditionEvaluationResult.disabled(MISSING)
        : ConditionEvaluationResult.enabled("no browser is missing");
  }

  private static boolean isAsked(Method test) {
    return Arrays.asList(test.getParameterTypes()).contains(Chromium.class);
  }

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
    Path executable = Chromium.installed().orElseThrow(() -> new AssertionError(MISSING));
    return Chromium.start(executable, RunningKeycloak.target().resolve("screenshots"));
  }
}
