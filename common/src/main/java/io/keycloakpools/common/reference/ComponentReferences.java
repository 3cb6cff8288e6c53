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

/**
 * The references of one kind of component.
 *
 * @param settings that name something
 */
public record ComponentReferences(
    KeycloakSession session, RealmModel realm, List<ReferenceSetting> settings) {

  private static final String FOLLOWING = "keycloakpools.followingReferences";

  /** Names that are new in a component and mean nothing; an import is not asked. */
  public List<Broken> unknown(ComponentModel next) {
    return Imports.isImported(realm, next) ? List.of() : chosen(next).unknown();
  }

  /**
   * Keeps what the names mean with a component that is about to be saved. What it brings of it
   * itself does not count: an admin or a file may have written it.
   *
   * <p>In an import, what it names may come after it, and users who need it come before the realm
   * is there ({@code RealmPostCreateEvent}): until then what is missing is looked for by name.
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

  /** What a setting of a component means that is about to be saved. */
  public List<Target> meant(ComponentModel next, ReferenceSetting setting) {
    Result result = chosen(next);
    References references = References.of(result.references());
    return setting.in(result.values()).stream()
        .flatMap(name -> references.find(setting.key(), setting.kind(), name, targets()).stream())
        .toList();
  }

  /** A copy of a component with the present names of what its settings mean. */
  public ComponentModel shown(ComponentModel component) {
    ComponentModel shown = new ComponentModel(component);
    shown.getConfig().putAll(followed(component, Occasion.FOLLOWED, Optional.empty()).values());
    return shown;
  }

  /** Names that mean nothing any more. */
  public List<Broken> broken(ComponentModel component) {
    return Broken.in(settings, component.getConfig(), targets());
  }

  /** Whether a component is only saved because something that it names changed. */
  public static boolean isFollowing(KeycloakSession session, ComponentModel component) {
    return component.getId() != null
        && component.getId().equals(session.getAttribute(FOLLOWING, String.class));
  }

  /**
   * Looks for the names of a component that is there, and saves it if it changes.
   *
   * @param renamed what has got another name just now
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

  /** Saves a component that no admin changed: what holds for admins is not asked of it. */
  public static void saveFollowing(
      KeycloakSession session, RealmModel realm, ComponentModel changed) {
    RealmModel context = session.getContext().getRealm();
    session.getContext().setRealm(realm);
    session.setAttribute(FOLLOWING, changed.getId());
    try {
      // Not the realm of the event, which may be the one below the cache.
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
