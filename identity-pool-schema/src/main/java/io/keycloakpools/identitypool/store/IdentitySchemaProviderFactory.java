package io.keycloakpools.identitypool.store;

import org.keycloak.component.ComponentFactory;

public interface IdentitySchemaProviderFactory
    extends ComponentFactory<IdentitySchemaProvider, IdentitySchemaProvider> {}
