package io.keycloakpools.userstorage.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.keycloakpools.userstorage.fake.Stub;
import io.keycloakpools.userstorage.fake.UserTables;
import io.keycloakpools.userstorage.pool.PoolSession;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.JpaUserProvider;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.DatastoreProvider;
import org.keycloak.storage.datastore.DefaultDatastoreProvider;

/** Runs with Keycloak's entities on a database, because the faults are those of Hibernate. */
final class UserTransactionTest {

  private static final String REALM = "realm";
  private static EntityManagerFactory database;

  private final String id = KeycloakModelUtils.generateId();
  private final UserModel user = Stub.create().on("getId", id).as(UserModel.class);
  private final RealmModel realm = Stub.create().on("getId", REALM).as(RealmModel.class);
  private final EntityManager request = database.createEntityManager();
  private Runnable atCommit = () -> {};
  private Runnable afterOwnCommit = () -> {};

  @BeforeAll
  static void openDatabase() {
    database = UserTables.open();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void aUserAndARequest() {
    inTransaction(UserTransactionTest::persist, id);
    request.getTransaction().begin();
  }

  @AfterEach
  void endOfRequest() {
    if (request.getTransaction().isActive()) {
      request.getTransaction().rollback();
    }
    request.close();
  }

  @Test
  void theRequestSeesTheChange() {
    UserEntity before = request.find(UserEntity.class, id);

    assertThat(change(user, "Augusta")).isTrue();

    assertThat(before.getFirstName()).isEqualTo("Augusta");
  }

  @Test
  void aCachedUserIsReadAgain() {
    boolean[] invalidated = {false};
    UserModel cached =
        Stub.create()
            .on("getId", id)
            .on("invalidate", arguments -> invalidated[0] = true)
            .as(CachedUserModel.class);

    assertThat(change(cached, "Augusta")).isTrue();

    assertThat(invalidated[0]).isTrue();
  }

  @Test
  void nothingIsChangedForAUserWhoIsGone() {
    inTransaction(UserTransactionTest::remove, id);

    assertThat(
            transaction()
                .change(
                    user,
                    (own, fresh) -> {
                      throw new AssertionError("changed a deleted user");
                    }))
        .isFalse();
  }

  static final List<Named<Function<UserEntity, Collection<?>>>> PARTS =
      List.of(
          part("attributes", UserEntity::getAttributes),
          part("required actions", UserEntity::getRequiredActions),
          part("credentials", UserEntity::getCredentials),
          part("federated identities", UserEntity::getFederatedIdentities));

  private static Named<Function<UserEntity, Collection<?>>> part(
      String name, Function<UserEntity, Collection<?>> part) {
    return Named.of(name, part);
  }

  /** A user who is not in the cache is read from the database, and stays in the request. */
  @ParameterizedTest
  @FieldSource("PARTS")
  void aRequestThatLoadedAPartOfAUserCommitsAfterTheyWereDeleted(
      Function<UserEntity, Collection<?>> part) {
    assertThat(part.apply(request.find(UserEntity.class, id))).hasSize(1);

    assertCommitsAfterADeletion();
  }

  @Test
  void aRequestThatLoadedOnlyTheUserCommitsAfterTheyWereDeleted() {
    assertThat(request.find(UserEntity.class, id)).isNotNull();

    assertCommitsAfterADeletion();
  }

  private void assertCommitsAfterADeletion() {
    String other = KeycloakModelUtils.generateId();
    persist(request, other);
    afterOwnCommit = () -> inTransaction(UserTransactionTest::remove, id);

    assertThat(change(user, "Augusta")).isFalse();

    assertThatCode(request.getTransaction()::commit).doesNotThrowAnyException();
    assertThat(request.find(UserEntity.class, id)).isNull();
    assertThat(isStored(other)).isTrue();
  }

  @Test
  void aChangeThatTheDatabaseEndedIsMadeAgain() {
    int[] tries = {0};

    assertThat(transaction().change(user, (own, fresh) -> loseUntil(2, ++tries[0]))).isTrue();

    assertThat(tries[0]).isEqualTo(2);
  }

  /** As PostgreSQL and H2 name a deadlock. */
  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void aChangeWhoseCommitTheDatabaseRefusedIsMadeAgain(String state) {
    int[] commits = {0};
    atCommit =
        () -> {
          if (++commits[0] < 3) {
            throw new IllegalStateException(new SQLException("deadlock", state));
          }
        };

    assertThat(change(user, "Augusta")).isTrue();

    assertThat(commits[0]).isEqualTo(3);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "23505")
  void anyOtherFailureOfTheDatabaseIsNotTriedAgain(String state) {
    int[] commits = {0};
    atCommit =
        () -> {
          commits[0]++;
          throw new IllegalStateException(new SQLException("not unique", state));
        };

    assertThatIllegalStateException().isThrownBy(() -> change(user, "Augusta"));

    assertThat(commits[0]).isEqualTo(1);
  }

  @Test
  void aChangeThatTheDatabaseKeepsEndingFails() {
    int[] tries = {0};

    assertThatExceptionOfType(PessimisticLockException.class)
        .isThrownBy(
            () ->
                transaction()
                    .change(user, (own, fresh) -> loseUntil(Integer.MAX_VALUE, ++tries[0])));

    assertThat(tries[0]).isGreaterThan(1);
  }

  private static void loseUntil(int last, int present) {
    if (present < last) {
      throw new PessimisticLockException("deadlock");
    }
  }

  private boolean change(UserModel of, String firstName) {
    return transaction().change(of, (own, fresh) -> fresh.setFirstName(firstName));
  }

  private UserTransaction transaction() {
    return new UserTransaction(new PoolSession(session(request, Stub.create()), realm, null));
  }

  private KeycloakSession session(EntityManager entities, Stub methods) {
    KeycloakSession session = methods.as(KeycloakSession.class);
    Map<Class<?>, Object> providers =
        Map.of(
            JpaConnectionProvider.class,
            Stub.create().on("getEntityManager", entities).as(JpaConnectionProvider.class),
            DatastoreProvider.class,
            new DefaultDatastoreProvider(null, session),
            UserProvider.class,
            new JpaUserProvider(session, entities));
    methods
        .on("getProvider", arguments -> providers.get(arguments[0]))
        .on("getContext", Stub.create().on("getRealm", realm).as(KeycloakContext.class))
        .on("realms", Stub.create().on("getRealm", realm).as(RealmProvider.class))
        .on(
            "getKeycloakSessionFactory",
            Stub.create().on("create", arguments -> ownSession()).as(KeycloakSessionFactory.class));
    return session;
  }

  private KeycloakSession ownSession() {
    EntityManager entities = database.createEntityManager();
    KeycloakTransactionManager transaction =
        Stub.create()
            .on("begin", run(() -> entities.getTransaction().begin()))
            .on("setRollbackOnly", run(() -> entities.getTransaction().setRollbackOnly()))
            .as(KeycloakTransactionManager.class);
    return session(
        entities,
        Stub.create()
            .on("getTransactionManager", transaction)
            .on("close", run(() -> end(entities))));
  }

  private void end(EntityManager own) {
    try (own) {
      if (own.getTransaction().getRollbackOnly()) {
        own.getTransaction().rollback();
        return;
      }
      try {
        atCommit.run();
      } catch (RuntimeException refused) {
        own.getTransaction().rollback();
        throw refused;
      }
      own.getTransaction().commit();
      afterOwnCommit.run();
    }
  }

  private static Function<Object[], Object> run(Runnable action) {
    return arguments -> {
      action.run();
      return null;
    };
  }

  private static boolean isStored(String userId) {
    try (EntityManager entities = database.createEntityManager()) {
      return entities.find(UserEntity.class, userId) != null;
    }
  }

  private static void inTransaction(BiConsumer<EntityManager, String> action, String userId) {
    try (EntityManager entities = database.createEntityManager()) {
      entities.getTransaction().begin();
      action.accept(entities, userId);
      entities.getTransaction().commit();
    }
  }

  private static void remove(EntityManager entities, String userId) {
    entities.remove(entities.find(UserEntity.class, userId));
  }

  /** Stores a user with one of each part. */
  private static void persist(EntityManager entities, String userId) {
    UserEntity stored = new UserEntity();
    stored.setId(userId);
    stored.setRealmId(REALM);
    stored.setUsername(userId);
    entities.persist(stored);
    UserAttributeEntity attribute = new UserAttributeEntity();
    attribute.setId(KeycloakModelUtils.generateId());
    attribute.setUser(stored);
    attribute.setName("city");
    attribute.setValue("London");
    entities.persist(attribute);
    UserRequiredActionEntity action = new UserRequiredActionEntity();
    action.setUser(stored);
    action.setAction("VERIFY_EMAIL");
    entities.persist(action);
    CredentialEntity credential = new CredentialEntity();
    credential.setId(KeycloakModelUtils.generateId());
    credential.setUser(stored);
    credential.setType("password");
    entities.persist(credential);
    FederatedIdentityEntity identity = new FederatedIdentityEntity();
    identity.setUser(stored);
    identity.setRealmId(REALM);
    identity.setIdentityProvider("github");
    identity.setUserId("42");
    entities.persist(identity);
  }
}
