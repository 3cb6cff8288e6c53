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
public record ClusterNotifier(String key) {

  public static ClusterNotifier forPoolsOf(String providerId) {
    return new ClusterNotifier("keycloak-pools-" + providerId);
  }

  public void subscribe(KeycloakSession session, Consumer<String> saved, Consumer<String> deleted) {
    subscribe(
        session,
        key,
        event -> (event.isRemoved() ? deleted : saved).accept(event.getStorageProvider().getId()));
  }

  public void subscribeToRealms(KeycloakSession session, Consumer<String> deleted) {
    subscribe(session, realms(), event -> deleted.accept(event.getRealmId()));
  }

  public void publishSaved(KeycloakSession session, ComponentModel model) {
    publish(session, key, event(model, false));
  }

  public void publishDeleted(KeycloakSession session, ComponentModel model) {
    publish(session, key, event(model, true));
  }

  public void publishRealmDeleted(KeycloakSession session, String realmId) {
    publish(
        session,
        realms(),
        UserStorageProviderClusterEvent.createEvent(true, realmId, new UserStorageProviderModel()));
  }

  private String realms() {
    return key + "-realms";
  }

  /** Sends the id alone: settings hold secrets. */
  private static UserStorageProviderClusterEvent event(ComponentModel model, boolean deleted) {
    UserStorageProviderModel named = new UserStorageProviderModel();
    named.setId(model.getId());
    return UserStorageProviderClusterEvent.createEvent(deleted, model.getParentId(), named);
  }

  private static void subscribe(
      KeycloakSession session, String key, Consumer<UserStorageProviderClusterEvent> subscriber) {
    cluster(session)
        .ifPresent(
            cluster ->
                cluster.registerListener(
                    key,
                    message -> {
                      if (message instanceof UserStorageProviderClusterEvent event) {
                        subscriber.accept(event);
                      }
                    }));
  }

  private static void publish(
      KeycloakSession session, String key, UserStorageProviderClusterEvent event) {
    cluster(session)
        .ifPresent(cluster -> AfterCommit.run(session, () -> cluster.notify(key, event, true)));
  }

  private static Optional<ClusterProvider> cluster(KeycloakSession session) {
    return Optional.ofNullable(session.getProvider(ClusterProvider.class));
  }
}
