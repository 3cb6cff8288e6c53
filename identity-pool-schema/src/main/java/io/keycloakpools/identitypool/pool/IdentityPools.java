package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.CurrentSignIn;
import io.keycloakpools.common.pools.IdentityPoolContract;
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
 * Includes pools that are switched off. Needs no query: components are in Keycloak's cache of
 * realms.
 */
public final class IdentityPools {

  public static final String PROVIDER_ID = IdentityPoolContract.PROVIDER_ID;

  private static final String JOINING = "keycloakpools.joiningIdentityPool";

  private final KeycloakSession session;
  private final RealmModel realm;

  private IdentityPools(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  public static IdentityPools of(KeycloakSession session) {
    return of(session, session.getContext().getRealm());
  }

  public static IdentityPools of(KeycloakSession session, RealmModel realm) {
    return new IdentityPools(session, realm);
  }

  public boolean any() {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .anyMatch(IdentityPools::isPool);
  }

  public List<String> names() {
    return components().map(ComponentModel::getName).toList();
  }

  public List<IdentityPool> all() {
    return components().map(this::pool).toList();
  }

  public Optional<IdentityPool> byId(String id) {
    return component(id).map(this::pool);
  }

  public Optional<IdentityPool> byName(String name) {
    return components()
        .filter(model -> model.getName().equalsIgnoreCase(name))
        .findFirst()
        .map(this::pool);
  }

  public Optional<IdentityPool> ofUser(UserModel user) {
    return Optional.ofNullable(user.getFederationLink()).flatMap(this::byId);
  }

  public List<IdentityPool> serving(ClientModel client) {
    return servingComponents(client).map(this::pool).toList();
  }

  private Stream<ComponentModel> servingComponents(ClientModel client) {
    IdentityPoolReferences references = references();
    return components().filter(model -> references.serves(model, client));
  }

  /**
   * An application that pools serve admits their users, and users of no pool with the role that a
   * pool names. Others admit everybody. Service accounts are applications themselves, so Keycloak
   * decides about them.
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

  /** A federation link that leads nowhere does not make a user one of no pool. */
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

  private List<ComponentModel> closing(ClientModel client) {
    List<ComponentModel> serving = servingComponents(client).toList();
    IdentityPoolReferences references = references();
    return serving.isEmpty()
        ? components().filter(model -> references.mayServe(model, client)).toList()
        : serving;
  }

  private IdentityPoolReferences references() {
    return new IdentityPoolReferences(session, realm);
  }

  /**
   * It may have closed its registration; it may be switched off if all pools of the application
   * are.
   *
   * @return empty where registration is the realm's own
   */
  public Optional<IdentityPool> registeringAt(ClientModel client) {
    List<IdentityPool> pools = serving(client);
    return pools.stream()
        .filter(IdentityPool::registrationAllowed)
        .findFirst()
        .or(() -> pools.stream().filter(IdentityPool::enabled).findFirst())
        .or(() -> pools.stream().findFirst());
  }

  public Optional<IdentityPool> registeringHere() {
    return CurrentSignIn.of(session)
        .map(AuthenticationSessionModel::getClient)
        .flatMap(this::registeringAt);
  }

  /**
   * From now on in this request, {@code session.users().addUser} passes new users to the pool, and
   * their profiles follow its schemas.
   */
  public void join(IdentityPool pool) {
    session.setAttribute(JOINING, pool.id());
  }

  public Optional<IdentityPool> joining() {
    return Optional.ofNullable(session.getAttribute(JOINING, String.class))
        .flatMap(this::byId)
        .or(this::registeringHere);
  }

  public Optional<ComponentModel> component(String id) {
    return Optional.ofNullable(realm.getComponent(id)).filter(IdentityPools::isPool);
  }

  public Stream<ComponentModel> components() {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .filter(IdentityPools::isPool)
        .sorted(Comparator.comparing(ComponentModel::getName, String.CASE_INSENSITIVE_ORDER));
  }

  boolean uses(ComponentModel pool, String schema) {
    IdentityPoolReferences references = references();
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
