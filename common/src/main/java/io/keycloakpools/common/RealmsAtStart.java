package io.keycloakpools.common;

import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageProvider;

/** Prepares realms when the server starts, as for what an earlier version stored. */
public final class RealmsAtStart {

  private RealmsAtStart() {}

  /**
   * Changes each realm with user storage in its own transaction; the realm is that of the session.
   * Another node may do so concurrently.
   *
   * @param failed receives the id of an unchanged realm and the cause
   */
  public static void each(
      KeycloakSessionFactory factory,
      BiConsumer<KeycloakSession, RealmModel> change,
      BiConsumer<String, RuntimeException> failed) {
    List<String> realms =
        KeycloakModelUtils.runJobInTransactionWithResult(
            factory,
            session ->
                session
                    .realms()
                    .getRealmsWithProviderTypeStream(UserStorageProvider.class)
                    .map(RealmModel::getId)
                    .toList());
    for (String id : realms) {
      try {
        KeycloakModelUtils.runJobInTransaction(
            factory,
            session -> {
              RealmModel realm = session.realms().getRealm(id);
              if (realm != null) {
                session.getContext().setRealm(realm);
                change.accept(session, realm);
              }
            });
      } catch (RuntimeException e) {
        failed.accept(id, e);
      }
    }
  }
}
