package io.keycloakpools.common;

import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageProvider;

/** Takes over what an earlier version stored, when the server starts. */
public final class RealmsAtStart {

  private RealmsAtStart() {}

  /**
   * Changes each realm that has user storage, in a transaction of its own. Another node may do the
   * same at this moment.
   *
   * @param failed is given the id of a realm that stays as it was, and why; the other realms go on
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
                change.accept(session, realm);
              }
            });
      } catch (RuntimeException e) {
        failed.accept(id, e);
      }
    }
  }
}
