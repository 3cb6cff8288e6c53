package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.AfterCommit;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.UserStorageProviderClusterEvent;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * Tells the other nodes of the cluster, after the commit, that a component or a realm was saved or
 * deleted.
 *
 * <p>Sends the event of Keycloak's {@code UserStorageEventListener}, which all nodes can read,
 * under another key.
 */
public record OtherNodes(String key) {

  public static OtherNodes withPoolsOf(String providerId) {
    return new OtherNodes("keycloak-pools-" + providerId);
  }

  public void listen(KeycloakSession session, Consumer<String> saved, Consumer<String> deleted) {
    hear(
        session,
        key,
        news -> (news.isRemoved() ? deleted : saved).accept(news.getStorageProvider().getId()));
  }

  public void listenToRealms(KeycloakSession session, Consumer<String> deleted) {
    hear(session, realms(), news -> deleted.accept(news.getRealmId()));
  }

  public void tellSaved(KeycloakSession session, ComponentModel model) {
    tell(session, key, news(model, false));
  }

  public void tellDeleted(KeycloakSession session, ComponentModel model) {
    tell(session, key, news(model, true));
  }

  public void tellRealmDeleted(KeycloakSession session, String realmId) {
    tell(
        session,
        realms(),
        UserStorageProviderClusterEvent.createEvent(true, realmId, new UserStorageProviderModel()));
  }

  private String realms() {
    return key + "-realms";
  }

  /** Sends the id alone: settings hold secrets. */
  private static UserStorageProviderClusterEvent news(ComponentModel model, boolean deleted) {
    UserStorageProviderModel named = new UserStorageProviderModel();
    named.setId(model.getId());
    return UserStorageProviderClusterEvent.createEvent(deleted, model.getParentId(), named);
  }

  private static void hear(
      KeycloakSession session, String key, Consumer<UserStorageProviderClusterEvent> hearer) {
    cluster(session)
        .ifPresent(
            cluster ->
                cluster.registerListener(
                    key,
                    event -> {
                      if (event instanceof UserStorageProviderClusterEvent news) {
                        hearer.accept(news);
                      }
                    }));
  }

  private static void tell(
      KeycloakSession session, String key, UserStorageProviderClusterEvent news) {
    cluster(session)
        .ifPresent(cluster -> AfterCommit.run(session, () -> cluster.notify(key, news, true)));
  }

  private static Optional<ClusterProvider> cluster(KeycloakSession session) {
    return Optional.ofNullable(session.getProvider(ClusterProvider.class));
  }
}
