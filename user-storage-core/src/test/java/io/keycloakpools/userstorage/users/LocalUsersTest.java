package io.keycloakpools.userstorage.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.fake.Stub;
import io.keycloakpools.userstorage.fake.UserTables;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

final class LocalUsersTest {

  private final EntityManagerFactory database = UserTables.open();
  private final EntityManager entities = database.createEntityManager();

  @BeforeEach
  void somebody() {
    entities.getTransaction().begin();
    UserEntity user = new UserEntity();
    user.setId(KeycloakModelUtils.generateId());
    user.setRealmId("realm");
    user.setUsername("ada");
    user.setEmail("countess@example.com", false);
    entities.persist(user);
    UserAttributeEntity identifier = new UserAttributeEntity();
    identifier.setId(KeycloakModelUtils.generateId());
    identifier.setUser(user);
    identifier.setName(PoolAttributes.EXTERNAL_ID);
    identifier.setValue("id-1");
    entities.persist(identifier);
    entities.flush();
  }

  @AfterEach
  void close() {
    entities.getTransaction().rollback();
    entities.close();
    database.close();
  }

  @Test
  void aRealmHasNobodyWithANewIdentifierNameAndAddress() {
    assertThat(nobody("realm", "id-2", "grace", "grace@example.com")).isTrue();
    assertThat(nobody("other", "id-1", "ada", "countess@example.com")).isTrue();
  }

  @Test
  void anIdentifierANameOrAnAddressMayBeSomebodys() {
    assertThat(nobody("realm", "id-1", "grace", "grace@example.com")).isFalse();
    assertThat(nobody("realm", "id-2", "ada", "grace@example.com")).isFalse();
    assertThat(nobody("realm", "id-2", "grace", "Countess@example.com")).isFalse();
  }

  @Test
  void aNameMayBeSomebodysAddressAndAnAddressSomebodysName() {
    assertThat(nobody("realm", "id-2", "countess@example.com", "grace@example.com")).isFalse();
    assertThat(nobody("realm", "id-2", "grace", "ada")).isFalse();
  }

  private boolean nobody(String realm, String externalId, String username, String email) {
    KeycloakSession session =
        Stub.create()
            .on(
                "getProvider",
                Stub.create().on("getEntityManager", entities).as(JpaConnectionProvider.class))
            .as(KeycloakSession.class);
    return new LocalUsers(session, Stub.create().on("getId", realm).as(RealmModel.class))
        .nobody(externalId, username, Optional.of(email));
  }
}
