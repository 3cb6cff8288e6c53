package io.keycloakpools.demo.site;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class BrowserSession {
  private static final int SIGN_INS_UNDER_WAY = 20;

  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private final Map<Application, SignedIn> signedIn = new EnumMap<>(Application.class);

  synchronized Pending begin(Application application) {
    Pending begun = Pending.at(application);
    if (pending.size() >= SIGN_INS_UNDER_WAY) {
      pending.remove(pending.keySet().iterator().next());
    }
    pending.put(begun.state(), begun);
    return begun;
  }

  /** Returns the sign-in with that state once; empty if this browser did not begin it there. */
  synchronized Optional<Pending> end(Application application, String state) {
    return Optional.ofNullable(pending.remove(state))
        .filter(begun -> begun.application() == application);
  }

  synchronized void signIn(Application application, SignedIn somebody) {
    signedIn.put(application, somebody);
  }

  synchronized Optional<SignedIn> at(Application application) {
    return Optional.ofNullable(signedIn.get(application));
  }

  /** Keycloak ends the session of all applications, and so does the site. */
  synchronized Optional<SignedIn> signOut(Application application) {
    Optional<SignedIn> somebody = at(application);
    signedIn.clear();
    return somebody;
  }
}
