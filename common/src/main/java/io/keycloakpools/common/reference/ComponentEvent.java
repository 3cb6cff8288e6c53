package io.keycloakpools.common.reference;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Something happened to a component that others name; Keycloak has no events of its own for it. */
public sealed interface ComponentEvent extends ProviderEvent {

  KeycloakSession session();

  RealmModel realm();

  ReferenceKind kind();

  String id();

  /** Another name was stored. */
  record Renamed(
      KeycloakSession session, RealmModel realm, ReferenceKind kind, String id, String before)
      implements ComponentEvent {}

  /** It is being deleted. */
  record Removed(KeycloakSession session, RealmModel realm, ReferenceKind kind, String id)
      implements ComponentEvent {}

  /** Tells everybody that a component is saved, if its name is another one. */
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

  /** Tells everybody that a component is deleted. */
  static void removed(
      KeycloakSession session, RealmModel realm, ReferenceKind kind, ComponentModel component) {
    session
        .getKeycloakSessionFactory()
        .publish(new Removed(session, realm, kind, component.getId()));
  }
}
