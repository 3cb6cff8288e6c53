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
 * Tests that ask for a {@link io.keycloakpools.harness.chromium.Chromium}, and take turns. One
 * thread of JUnit's runs them all, one class after another: a thread that waits for the lock runs
 * nothing else meanwhile.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("chromium")
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(RunningChromium.class)
public @interface InChromium {}
