package io.keycloakpools.common;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** What an import of a realm does differently from an admin who saves. */
public final class Imports {

  private Imports() {}

  /**
   * Whether a component comes with an import, which brings the id along. Its other components may
   * come after it ({@code DefaultExportImportManager.importComponents}).
   */
  public static boolean isImported(RealmModel realm, ComponentModel component) {
    return component.getId() != null && realm.getComponent(component.getId()) == null;
  }
}
