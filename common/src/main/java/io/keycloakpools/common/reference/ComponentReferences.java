package io.keycloakpools.common.reference;

import io.keycloakpools.common.Imports;
import io.keycloakpools.common.reference.ReferenceUpdate.Occasion;
import io.keycloakpools.common.reference.ReferenceUpdate.Renamed;
import io.keycloakpools.common.reference.ReferenceUpdate.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** References of components of one kind. */
public record ComponentReferences(
    KeycloakSession session, RealmModel realm, List<ReferenceSetting> settings) {

  private static final String FOLLOWING = "keycloakpools.followingReferences";

  /** New names that refer to nothing; empty for an import. */
  public List<Broken> unknown(ComponentModel next) {
    return Imports.isImported(realm, next) ? List.of() : chosen(next).unknown();
  }

  /**
   * Stores the references of a component to be saved, ignoring those that it carries: an admin or a
   * file may have written them.
   *
   * <p>Targets of an import may come later, and users may need them before the realm is complete
   * ({@code RealmPostCreateEvent}), so they are looked up by name until then.
   */
  public void keep(ComponentModel next) {
    Result result = chosen(next);
    (Imports.isImported(realm, next) ? result.withoutMissing() : result)
        .writeInto(next.getConfig());
  }

  private Result chosen(ComponentModel next) {
    Map<String, List<String>> before =
        Optional.ofNullable(next.getId())
            .map(realm::getComponent)
            .<Map<String, List<String>>>map(ComponentModel::getConfig)
            .orElse(Map.of());
    return new ReferenceUpdate(targets(), before, Occasion.CHOSEN, Optional.empty())
        .of(settings, next.getConfig());
  }

  /** The targets of a setting of a component to be saved. */
  public List<Target> meant(ComponentModel next, ReferenceSetting setting) {
    Result result = chosen(next);
    References references = References.of(result.references());
    return setting.in(result.values()).stream()
        .flatMap(name -> references.find(setting.key(), setting.kind(), name, targets()).stream())
        .toList();
  }

  /** A copy with the present names of all targets. */
  public ComponentModel shown(ComponentModel component) {
    ComponentModel shown = new ComponentModel(component);
    shown.getConfig().putAll(followed(component, Occasion.FOLLOWED, Optional.empty()).values());
    return shown;
  }

  public List<Broken> broken(ComponentModel component) {
    return Broken.in(settings, component.getConfig(), targets());
  }

  /** Whether a component is saved only to follow a change of its targets. */
  public static boolean isFollowing(KeycloakSession session, ComponentModel component) {
    return component.getId() != null
        && component.getId().equals(session.getAttribute(FOLLOWING, String.class));
  }

  /**
   * @param renamed the target that was just renamed
   */
  void follow(ComponentModel component, Occasion occasion, Optional<Renamed> renamed) {
    Result result = followed(component, occasion, renamed);
    if (result.isIn(component.getConfig())) {
      return;
    }
    ComponentModel changed = new ComponentModel(component);
    result.writeInto(changed.getConfig());
    saveFollowing(session, realm, changed);
  }

  /** Saves a component that no admin changed, so checks for admins do not apply. */
  public static void saveFollowing(
      KeycloakSession session, RealmModel realm, ComponentModel changed) {
    RealmModel context = session.getContext().getRealm();
    session.getContext().setRealm(realm);
    session.setAttribute(FOLLOWING, changed.getId());
    try {
      // The realm of the event may be the one below the cache.
      session.realms().getRealm(realm.getId()).updateComponent(changed);
    } finally {
      session.removeAttribute(FOLLOWING);
      session.getContext().setRealm(context);
    }
  }

  private Result followed(ComponentModel component, Occasion occasion, Optional<Renamed> renamed) {
    return new ReferenceUpdate(targets(), component.getConfig(), occasion, renamed)
        .of(settings, component.getConfig());
  }

  private Targets targets() {
    return new RealmTargets(session, realm);
  }
}
