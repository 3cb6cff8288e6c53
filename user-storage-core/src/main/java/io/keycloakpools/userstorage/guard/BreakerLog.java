package io.keycloakpools.userstorage.guard;

import org.jboss.logging.Logger;

public record BreakerLog(String name, String id) {

  private static final Logger LOG = Logger.getLogger(BreakerLog.class);

  /** {@code what} names the guarded calls in the plural. */
  public void follow(Breaker breaker, String what) {
    breaker.onChange((state, reason) -> say(what, state, reason));
  }

  private void say(String what, Breaker.State state, String reason) {
    switch (state) {
      case OPEN ->
          LOG.warnf(
              "User pool '%s' (%s): %s are answered with \"try again later\" for %d s, then one is tried. Last "
                  + "outage: %s",
              name, id, what, Breaker.PAUSE.toSeconds(), reason);
      case HALF_OPEN -> LOG.debugf("User pool '%s' (%s): one of the %s is tried", name, id, what);
      case CLOSED ->
          LOG.infof("User pool '%s' (%s): the directory answers %s again", name, id, what);
    }
  }
}
