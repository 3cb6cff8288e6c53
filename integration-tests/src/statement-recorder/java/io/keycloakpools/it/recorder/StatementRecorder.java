package io.keycloakpools.it.recorder;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Gives tests the SQL statements of a realm's requests, at {@code
 * /admin/realms/{realm}/statement-recorder} ({@link RecordedStatements}). Reads the log category
 * in which Hibernate shows them, and keeps it out of the server's log.
 */
public final class StatementRecorder
    implements AdminRealmResourceProviderFactory, AdminRealmResourceProvider {

  /** A logger that nothing refers to is collected, with its level. */
  private static final Logger HIBERNATE = Logger.getLogger("org.hibernate.SQL");

  private final Map<String, Queue<String>> realms = new ConcurrentHashMap<>();

  @Override
  public String getId() {
    return "statement-recorder";
  }

  @Override
  public void init(Config.Scope config) {
    HIBERNATE.setUseParentHandlers(false);
    HIBERNATE.addHandler(new Recording());
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public AdminRealmResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public Object getResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    auth.realm().requireManageRealm();
    return new RecordedStatements(this, realm.getId());
  }

  @Override
  public void close() {}

  synchronized void begin(String realm) {
    realms.put(realm, new ConcurrentLinkedQueue<>());
    HIBERNATE.setLevel(Level.FINE);
  }

  List<String> list(String realm) {
    return List.copyOf(realms.get(realm));
  }

  synchronized void end(String realm) {
    realms.remove(realm);
    if (realms.isEmpty()) {
      HIBERNATE.setLevel(Level.INFO);
    }
  }

  /** Only requests know their realm, so other tests' statements are left out. */
  private final class Recording extends Handler {

    @Override
    public void publish(LogRecord statement) {
      KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
      if (session != null && session.getContext().getRealm() != null) {
        Queue<String> recorded = realms.get(session.getContext().getRealm().getId());
        if (recorded != null) {
          recorded.add(statement.getMessage());
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
