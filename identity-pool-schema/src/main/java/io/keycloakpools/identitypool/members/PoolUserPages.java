package io.keycloakpools.identitypool.members;

import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

public record PoolUserPages(KeycloakSessionFactory factory, String realmId, String poolId) {

  private static final int PAGE = 200;
  private static final String END = "end";

  public interface Step extends BiConsumer<KeycloakSession, String> {}

  /**
   * Visits every user once; users who are added meanwhile may be missed.
   *
   * @throws RuntimeException of a step; earlier pages stay committed
   */
  public void forEach(Step step) {
    String after = "";
    while (!after.equals(END)) {
      after = page(after, step);
    }
  }

  private String page(String after, Step step) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory,
        session -> {
          RealmModel realm = session.realms().getRealm(realmId);
          session.getContext().setRealm(realm);
          List<String> ids = new PoolUsers(session, realm, poolId).ids(after, PAGE);
          ids.forEach(id -> step.accept(session, id));
          return ids.size() < PAGE ? END : ids.get(ids.size() - 1);
        });
  }
}
