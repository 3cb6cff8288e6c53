package io.keycloakpools.identitypool.store;

import org.keycloak.component.ComponentFactory;

/** What Keycloak asks before it stores a schema. */
public interface IdentitySchemaProviderFactory
    extends ComponentFactory<IdentitySchemaProvider, IdentitySchemaProvider> {}
