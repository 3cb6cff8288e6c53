package io.keycloakpools.identitypool.members;

import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Goes through all users of a pool, a page in each transaction. */
public record PoolUserPages(KeycloakSessionFactory factory, String realmId, String poolId) {

  private static final int PAGE = 200;
  private static final String END = "end";

  /** What is done with a user of the page, by id. */
  public interface Step extends BiConsumer<KeycloakSession, String> {}

  /**
   * Every user once; those who come in the meantime may be left out.
   *
   * @throws RuntimeException of the step; pages before it are kept
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
