package io.keycloakpools.userstorage.fake;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.UUID;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;

/** Keycloak's tables of users, on a database in memory. */
public final class UserTables {

  private UserTables() {}

  /** The column VALUE is a word of H2: Keycloak's URL exempts it too. */
  public static EntityManagerFactory open() {
    return new PersistenceConfiguration("users")
        .property(
            PersistenceConfiguration.JDBC_URL,
            "jdbc:h2:mem:" + UUID.randomUUID() + ";NON_KEYWORDS=VALUE")
        .property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, "create")
        .managedClass(UserEntity.class)
        .managedClass(UserAttributeEntity.class)
        .managedClass(UserRequiredActionEntity.class)
        .managedClass(CredentialEntity.class)
        .managedClass(FederatedIdentityEntity.class)
        .createEntityManagerFactory();
  }
}
