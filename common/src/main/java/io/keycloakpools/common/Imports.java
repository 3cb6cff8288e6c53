package io.keycloakpools.common;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

public final class Imports {

  private Imports() {}

  /**
   * Whether a component is being imported: its id is set, but not stored. Other components of the
   * file may still be missing ({@code DefaultExportImportManager.importComponents}).
   */
  public static boolean isImported(RealmModel realm, ComponentModel component) {
    return component.getId() != null && realm.getComponent(component.getId()) == null;
  }
}
