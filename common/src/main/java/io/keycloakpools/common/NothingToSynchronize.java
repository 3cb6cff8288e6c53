package io.keycloakpools.common;

import java.text.MessageFormat;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.user.SynchronizationResult;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The answer to <em>Sync all users</em> and <em>Sync changed users</em>, which Keycloak's console
 * offers for every provider, where nothing is synchronized.
 *
 * <p>It is {@code ignored}, so that the console shows the status and no counts ({@code
 * ExtendedHeader}, which puts a full stop behind it), and {@code UserStorageSyncTask} does not save
 * the component to note the time. A factory that gives no answer at all is said to be "already in
 * progress".
 */
public final class NothingToSynchronize extends SynchronizationResult {

  private final String messageKey;

  /**
   * @param messageKey of the text in the admin theme, which ends without a full stop
   */
  public NothingToSynchronize(String messageKey) {
    this.messageKey = messageKey;
    setIgnored(true);
  }

  /** In the language of the admin, since it is called when the answer is written. */
  @Override
  public String getStatus() {
    return Optional.<KeycloakSession>ofNullable(KeycloakSessionUtil.getKeycloakSession())
        .map(AdminText::new)
        .map(texts -> new MessageFormat(texts.pattern(messageKey), texts.locale()))
        .map(format -> format.format(new Object[0]))
        .orElse(messageKey);
  }
}
