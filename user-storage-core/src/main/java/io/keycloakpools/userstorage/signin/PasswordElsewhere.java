package io.keycloakpools.userstorage.signin;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.common.text.SettingMessages;
import io.keycloakpools.userstorage.answer.SignInContext;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.pool.RealmPool;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.ReadOnlyException;

/**
 * A user whose password stays in the directory. An admin may not demand a new one: its page refuses
 * every password, which would lock the user out.
 */
public final class PasswordElsewhere extends UserModelDelegate {

  private static final String UPDATE_PASSWORD = RequiredAction.UPDATE_PASSWORD.name();

  private final PoolSession current;

  private PasswordElsewhere(PoolSession current, UserModel user) {
    super(user);
    this.current = current;
  }

  public static UserModel of(PoolSession current, UserModel user) {
    return current.config().justInTimeMigration() ? user : new PasswordElsewhere(current, user);
  }

  static Optional<Pool> poolOf(KeycloakSession session, RealmModel realm, UserModel user) {
    return RealmPool.withPasswordOf(session, realm, user)
        .filter(pool -> !pool.config().justInTimeMigration());
  }

  /** Whether a demand from before the link or the pool remains. */
  static boolean isStuck(Pool pool, UserModel user) {
    return !pool.config().justInTimeMigration()
        && user.getRequiredActionsStream().anyMatch(UPDATE_PASSWORD::equals);
  }

  @Override
  public void addRequiredAction(RequiredAction action) {
    addRequiredAction(action.name());
  }

  /** An existing demand may stay, or nothing else of the user could be saved. */
  @Override
  public void addRequiredAction(String action) {
    boolean refused =
        UPDATE_PASSWORD.equals(action)
            && !new SignInContext(current.session()).active()
            && getRequiredActionsStream().noneMatch(UPDATE_PASSWORD::equals);
    if (refused) {
      throw new ReadOnlyException(
          SettingMessages.of(current.session(), List.of())
              .text(
                  SettingProblem.of(
                      UPDATE_PASSWORD, "userPoolNoUpdatePassword", current.pool().name())));
    }
    super.addRequiredAction(action);
  }
}
