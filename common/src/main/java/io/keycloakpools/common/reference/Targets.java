package io.keycloakpools.common.reference;

import java.util.Optional;

/** Finds what settings name. */
public interface Targets {

  /** The one with that id. */
  Optional<Target> byId(ReferenceKind kind, String id);

  /** The one that has that name now. */
  Optional<Target> byName(ReferenceKind kind, String name);
}
