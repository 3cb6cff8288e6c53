package io.keycloakpools.common.reference;

import java.util.Optional;

public interface Targets {

  Optional<Target> byId(ReferenceKind kind, String id);

  /** Returns the present owner of a name. */
  Optional<Target> byName(ReferenceKind kind, String name);
}
