package io.keycloakpools.common.reference;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** A change of a component that others refer to; Keycloak has no such events. */
public sealed interface ComponentEvent extends ProviderEvent {

  KeycloakSession session();

  RealmModel realm();

  ReferenceKind kind();

  String id();

  record Renamed(
      KeycloakSession session, RealmModel realm, ReferenceKind kind, String id, String before)
      implements ComponentEvent {}

  record Removed(KeycloakSession session, RealmModel realm, ReferenceKind kind, String id)
      implements ComponentEvent {}

  /** Publishes a {@link Renamed} if a saved component has another name. */
  static void saved(
      KeycloakSession session,
      RealmModel realm,
      ReferenceKind kind,
      ComponentModel before,
      ComponentModel after) {
    if (!before.getName().equals(after.getName())) {
      session
          .getKeycloakSessionFactory()
          .publish(new Renamed(session, realm, kind, after.getId(), before.getName()));
    }
  }

  static void removed(
      KeycloakSession session, RealmModel realm, ReferenceKind kind, ComponentModel component) {
    session
        .getKeycloakSessionFactory()
        .publish(new Removed(session, realm, kind, component.getId()));
  }
}
