package io.keycloakpools.common.federation;

import io.keycloakpools.common.text.AdminTexts;
import org.keycloak.storage.user.SynchronizationResult;

/**
 * The answer to <em>Sync all users</em> and <em>Sync changed users</em>, which Keycloak's console
 * offers for every provider.
 *
 * <p>{@code ignored} hides the counts ({@code ExtendedHeader}, which adds a full stop), and keeps
 * {@code UserStorageSyncTask} from saving the time in the component. For null, Keycloak reports
 * "already in progress".
 */
public final class NothingToSynchronize extends SynchronizationResult {

  private final String messageKey;
  private String text;

  /**
   * @param messageKey in the admin theme; the text has no full stop
   */
  public NothingToSynchronize(String messageKey) {
    this.messageKey = messageKey;
    setIgnored(true);
  }

  /** Keycloak synchronizes in a session without the admin ({@code UserStorageSyncTask}). */
  public NothingToSynchronize toldTo(AdminTexts texts) {
    text = texts.text(messageKey);
    return this;
  }

  @Override
  public String getStatus() {
    return text == null ? messageKey : text;
  }
}
