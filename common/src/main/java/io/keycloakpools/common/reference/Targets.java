package io.keycloakpools.common.reference;

import java.util.Optional;

public interface Targets {

  Optional<Target> byId(ReferenceKind kind, String id);

  Optional<Target> byName(ReferenceKind kind, String name);
}
