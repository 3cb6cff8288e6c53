package io.keycloakpools.common;

import java.text.MessageFormat;
import org.keycloak.storage.user.SynchronizationResult;

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
  private String text;

  /**
   * @param messageKey of the text in the admin theme, which ends without a full stop
   */
  public NothingToSynchronize(String messageKey) {
    this.messageKey = messageKey;
    setIgnored(true);
  }

  /**
   * In the language of the admin who asked. Keycloak runs a synchronization in a session of its
   * own, which does not know them ({@code UserStorageSyncTask}), and writes the answer without one.
   */
  public NothingToSynchronize toldTo(AdminText texts) {
    text = new MessageFormat(texts.pattern(messageKey), texts.locale()).format(new Object[0]);
    return this;
  }

  @Override
  public String getStatus() {
    return text == null ? messageKey : text;
  }
}
