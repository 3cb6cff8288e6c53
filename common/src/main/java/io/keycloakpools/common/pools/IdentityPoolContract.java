package io.keycloakpools.common.pools;

import io.keycloakpools.common.reference.SharedComponents;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.UserStorageProvider;

/**
 * What identity pools answer to user pools. Implemented by the factory with the {@link
 * #PROVIDER_ID}, whose JAR may be missing while the realm has its components.
 */
public interface IdentityPoolContract {

  String PROVIDER_ID = SharedComponents.IDENTITY_POOL;

  boolean hasPasswords(ComponentModel pool);

  /** Empty if the JAR of identity pools is missing. */
  static Optional<IdentityPoolContract> of(KeycloakSession session) {
    return session
                .getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, PROVIDER_ID)
            instanceof IdentityPoolContract contract
        ? Optional.of(contract)
        : Optional.empty();
  }
}
