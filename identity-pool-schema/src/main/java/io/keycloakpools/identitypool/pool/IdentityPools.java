package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.CurrentSignIn;
import io.keycloakpools.common.reference.SharedComponents;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.UserStorageProvider;

/**
 * Finds the identity pools of a realm, those that are switched off included. Costs no query: all is
 * in Keycloak's cache of realms.
 */
public final class IdentityPools {

  /** Id of the component's provider. */
  public static final String PROVIDER_ID = SharedComponents.IDENTITY_POOL;

  private static final String JOINING = "keycloakpools.joiningIdentityPool";

  private final KeycloakSession session;
  private final RealmModel realm;

  private IdentityPools(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** The pools of the realm of this request. */
  public static IdentityPools of(KeycloakSession session) {
    return of(session, session.getContext().getRealm());
  }

  /** The pools of a realm. */
  public static IdentityPools of(KeycloakSession session, RealmModel realm) {
    return new IdentityPools(session, realm);
  }

  /** Whether the realm has a pool. */
  public boolean any() {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .anyMatch(IdentityPools::isPool);
  }

  /** Names of all pools. */
  public List<String> names() {
    return components().map(ComponentModel::getName).toList();
  }

  /** By name. */
  public List<IdentityPool> all() {
    return components().map(this::pool).toList();
  }

  /** The pool with that component id. */
  public Optional<IdentityPool> byId(String id) {
    return component(id).map(this::pool);
  }

  /** The pool with that name, in any letter case. */
  public Optional<IdentityPool> byName(String name) {
    return components()
        .filter(model -> model.getName().equalsIgnoreCase(name))
        .findFirst()
        .map(this::pool);
  }

  /** The pool that a user is in; a user is in one at most. */
  public Optional<IdentityPool> ofUser(UserModel user) {
    return Optional.ofNullable(user.getFederationLink()).flatMap(this::byId);
  }

  /** The pools whose users may sign in to an application; none: it is open to all. */
  public List<IdentityPool> serving(ClientModel client) {
    return servingComponents(client).map(this::pool).toList();
  }

  private Stream<ComponentModel> servingComponents(ClientModel client) {
    PoolReferences references = references();
    return components().filter(model -> references.serves(model, client));
  }

  /**
   * Whether a user may sign in to an application. To one that pools serve: the users of these
   * pools, and users of no pool whom one of them admits by a role. To any other: everybody, as in
   * every Keycloak. Service accounts are applications themselves: what they may do, Keycloak
   * decides.
   */
  public boolean mayEnter(UserModel user, ClientModel client) {
    List<ComponentModel> serving = closing(client);
    if (serving.isEmpty() || user.getServiceAccountClientLink() != null) {
      return true;
    }
    String link = user.getFederationLink();
    return isOfNoPool(link)
        ? serving.stream().anyMatch(pool -> admits(pool, user))
        : serving.stream().anyMatch(pool -> pool.getId().equals(link) && isUsable(pool));
  }

  /** A link to nothing that Keycloak knows says nothing about the user: it is no pass. */
  private boolean isOfNoPool(String link) {
    if (link == null) {
      return true;
    }
    ComponentModel provider = realm.getComponent(link);
    return provider != null && isUserFederation(provider) && !isPool(provider);
  }

  private boolean admits(ComponentModel pool, UserModel user) {
    return references().admittedRole(pool).filter(user::hasRole).isPresent()
        && pool(pool).enabled();
  }

  private boolean isUsable(ComponentModel pool) {
    return pool(pool).problem().isEmpty();
  }

  /** The pools that keep the users of others out of an application. */
  private List<ComponentModel> closing(ClientModel client) {
    List<ComponentModel> serving = servingComponents(client).toList();
    PoolReferences references = references();
    return serving.isEmpty()
        ? components().filter(model -> references.mayServe(model, client)).toList()
        : serving;
  }

  private PoolReferences references() {
    return new PoolReferences(session, realm);
  }

  /**
   * The pool that people join who register at an application. Its registration may be closed: then
   * nobody can register there. It may be switched off, if all that serve the application are: then
   * nobody joins it at all.
   *
   * @return empty: registration there is the realm's own
   */
  public Optional<IdentityPool> registeringAt(ClientModel client) {
    List<IdentityPool> pools = serving(client);
    return pools.stream()
        .filter(IdentityPool::registrationAllowed)
        .findFirst()
        .or(() -> pools.stream().filter(IdentityPool::enabled).findFirst())
        .or(() -> pools.stream().findFirst());
  }

  /** {@link #registeringAt} the application that is being signed in to, if there is one. */
  public Optional<IdentityPool> registeringHere() {
    return CurrentSignIn.of(session)
        .map(AuthenticationSessionModel::getClient)
        .flatMap(this::registeringAt);
  }

  /**
   * From here on, users who are created in this request join a pool: {@code
   * session.users().addUser} hands them to it, and profiles of users who are not there yet follow
   * its schemas.
   */
  public void join(IdentityPool pool) {
    session.setAttribute(JOINING, pool.id());
  }

  /**
   * The pool that new users of this request join: of {@link #join}, or {@link #registeringHere}.
   */
  public Optional<IdentityPool> joining() {
    return Optional.ofNullable(session.getAttribute(JOINING, String.class))
        .flatMap(this::byId)
        .or(this::registeringHere);
  }

  /** The component of a pool. */
  public Optional<ComponentModel> component(String id) {
    return Optional.ofNullable(realm.getComponent(id)).filter(IdentityPools::isPool);
  }

  /** The components of all pools, by name. */
  public Stream<ComponentModel> components() {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .filter(IdentityPools::isPool)
        .sorted(Comparator.comparing(ComponentModel::getName, String.CASE_INSENSITIVE_ORDER));
  }

  /** Whether a pool uses a schema. */
  boolean uses(ComponentModel pool, String schema) {
    PoolReferences references = references();
    return Stream.of(references.payloadSchema(pool), references.metadataSchema(pool))
        .flatMap(Optional::stream)
        .anyMatch(schema::equalsIgnoreCase);
  }

  private static boolean isPool(ComponentModel model) {
    return PROVIDER_ID.equals(model.getProviderId()) && isUserFederation(model);
  }

  private static boolean isUserFederation(ComponentModel model) {
    return UserStorageProvider.class.getName().equals(model.getProviderType());
  }

  private IdentityPool pool(ComponentModel model) {
    return new PoolReading(session, realm).of(model);
  }
}
