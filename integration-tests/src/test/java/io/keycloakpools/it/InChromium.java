package io.keycloakpools.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that ask for a {@link io.keycloakpools.harness.chromium.Chromium}, and take turns. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("chromium")
@ExtendWith(RunningChromium.class)
public @interface InChromium {}
