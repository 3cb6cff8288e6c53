package io.keycloakpools.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that use {@link io.keycloakpools.harness.chromium.Chromium}. One JUnit thread runs them
 * all, class by class, because a thread that waits for the lock runs nothing else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("chromium")
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(RunningChromium.class)
public @interface InChromium {}
