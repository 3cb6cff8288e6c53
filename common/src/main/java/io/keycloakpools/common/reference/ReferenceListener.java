package io.keycloakpools.common.reference;

import io.keycloakpools.common.AfterCommit;
import io.keycloakpools.common.RealmsAtStart;
import io.keycloakpools.common.reference.ReferenceUpdate.Occasion;
import io.keycloakpools.common.reference.ReferenceUpdate.Renamed;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientModel.ClientIdChangeEvent;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.GroupModel.GroupPathChangeEvent;
import org.keycloak.models.GroupModel.GroupRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.IdentityProviderUpdatedEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RoleContainerModel.RoleRemovedEvent;
import org.keycloak.models.RoleModel;
import org.keycloak.models.RoleModel.RoleNameChangeEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.storage.UserStorageProvider;

/**
 * Keeps names in settings up to date, as {@code ConfigSyncEventListener} does for identity provider
 * mappers. An outdated name keeps its meaning: ids decide.
 */
public record ReferenceListener(String providerId, List<ReferenceSetting> settings)
    implements ProviderEventListener {

  private static final Logger LOG = Logger.getLogger(ReferenceListener.class);

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof ClientIdChangeEvent client) {
      clientChanged(client);
    } else if (event instanceof GroupPathChangeEvent group) {
      renamed(
          group.getKeycloakSession(),
          group.getRealm(),
          new Renamed(ReferenceKind.GROUP, "", group.getPreviousPath()));
    } else if (event instanceof RoleNameChangeEvent role) {
      renamed(
          role.getKeycloakSession(),
          role.getRealm(),
          new Renamed(ReferenceKind.ROLE, "", role.getPreviousName()));
    } else if (event instanceof IdentityProviderUpdatedEvent provider) {
      renamed(
          provider.getKeycloakSession(),
          provider.getRealm(),
          new Renamed(ReferenceKind.IDENTITY_PROVIDER, "", ""));
    } else if (event instanceof ComponentEvent.Renamed component) {
      renamed(
          component.session(),
          component.realm(),
          new Renamed(component.kind(), component.id(), component.before()));
    } else if (event instanceof RealmPostCreateEvent created) {
      each(
          created.getKeycloakSession(),
          created.getCreatedRealm(),
          Occasion.CHOSEN,
          Optional.empty());
    } else if (event instanceof PostMigrationEvent started) {
      takeOver(started.getFactory());
    } else {
      removed(event);
    }
  }

  /** A partial update of a client publishes a null client ID. */
  private void clientChanged(ClientIdChangeEvent client) {
    String before = client.getPreviousClientId();
    String after = client.getNewClientId();
    if (after != null && !after.equals(before)) {
      renamed(
          client.getKeycloakSession(),
          client.getUpdatedClient().getRealm(),
          new Renamed(ReferenceKind.CLIENT, client.getUpdatedClient().getId(), before));
    }
  }

  private void removed(ProviderEvent event) {
    if (event instanceof ClientRemovedEvent client) {
      warnAfterwards(
          client.getKeycloakSession(), client.getClient().getRealm(), client.getClient().getId());
    } else if (event instanceof GroupRemovedEvent group) {
      warnAfterwards(group.getKeycloakSession(), group.getRealm(), group.getGroup().getId());
    } else if (event instanceof RoleRemovedEvent removed) {
      RoleModel role = removed.getRole();
      warnAfterwards(removed.getKeycloakSession(), realm(role), role.getId());
    } else if (event instanceof IdentityProviderRemovedEvent provider) {
      warnAfterwards(
          provider.getKeycloakSession(),
          provider.getRealm(),
          provider.getRemovedIdentityProvider().getInternalId());
    } else if (event instanceof ComponentEvent.Removed component) {
      warnAfterwards(component.session(), component.realm(), component.id());
    }
  }

  private static RealmModel realm(RoleModel role) {
    return role.getContainer() instanceof RealmModel realm
        ? realm
        : ((ClientModel) role.getContainer()).getRealm();
  }

  private void renamed(KeycloakSession session, RealmModel realm, Renamed renamed) {
    if (settings.stream().anyMatch(setting -> shows(setting.kind(), renamed.kind()))) {
      each(session, realm, Occasion.FOLLOWED, Optional.of(renamed));
    }
  }

  /** Role names contain the client's name. */
  private static boolean shows(ReferenceKind shown, ReferenceKind renamed) {
    return shown == renamed
        || (shown == ReferenceKind.REALM_ROLE && renamed == ReferenceKind.ROLE)
        || (shown == ReferenceKind.ROLE && renamed == ReferenceKind.CLIENT);
  }

  /** Adds ids to settings of earlier versions, once. */
  private void takeOver(KeycloakSessionFactory factory) {
    RealmsAtStart.each(
        factory,
        (session, realm) -> {
          each(session, realm, Occasion.FOLLOWED, Optional.empty());
          components(realm).forEach(component -> warn(session, realm, component, ""));
        },
        (realm, e) ->
            LOG.warnf(
                e,
                "The pools of realm %s go by the names in their settings, because their ids could not be stored. Save"
                    + " each pool, or restart the server.",
                realm));
  }

  private void each(
      KeycloakSession session, RealmModel realm, Occasion occasion, Optional<Renamed> renamed) {
    ComponentReferences references = new ComponentReferences(session, realm, settings);
    for (ComponentModel component : components(realm)) {
      try {
        references.follow(component, occasion, renamed);
      } catch (RuntimeException e) {
        LOG.errorf(
            e,
            "Pool \"%s\" (%s) of realm %s does not show the new name of something that its settings name. It still means"
                + " the same. Save the pool.",
            component.getName(),
            component.getId(),
            realm.getName());
      }
    }
  }

  private static References of(ComponentModel component) {
    return References.of(component.getConfig().get(References.KEY));
  }

  private List<ComponentModel> components(RealmModel realm) {
    return realm
        .getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
        .filter(component -> providerId.equals(component.getProviderId()))
        .toList();
  }

  /** Runs after the commit, and not if the realm was deleted. */
  private void warnAfterwards(KeycloakSession session, RealmModel realm, String id) {
    if (components(realm).stream().noneMatch(component -> of(component).mention(id))) {
      return;
    }
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    String realmId = realm.getId();
    AfterCommit.run(
        session,
        () ->
            KeycloakModelUtils.runJobInTransaction(
                factory,
                fresh -> {
                  RealmModel present = fresh.realms().getRealm(realmId);
                  if (present != null) {
                    components(present).forEach(component -> warn(fresh, present, component, id));
                  }
                }));
  }

  /**
   * @param id deleted target; empty for all
   */
  private void warn(
      KeycloakSession session, RealmModel realm, ComponentModel component, String id) {
    References references = of(component);
    for (Broken broken : new ComponentReferences(session, realm, settings).broken(component)) {
      String setting = broken.setting().key();
      boolean meant = references.id(setting, broken.name()).filter(id::equals).isPresent();
      if (id.isEmpty() || meant) {
        warn(realm, component, broken);
      }
    }
  }

  private static void warn(RealmModel realm, ComponentModel component, Broken broken) {
    if (broken.name().isEmpty()) {
      LOG.warnf(
          "Pool \"%s\" (%s) of realm %s has lost a name in its setting %s. Enter the names again.",
          component.getName(), component.getId(), realm.getName(), broken.setting().key());
    } else {
      LOG.warnf(
          "Pool \"%s\" (%s) of realm %s names the %s \"%s\" in its setting %s, which no longer exists. Save the pool"
              + " with another one; a new one of that name is used once the pool is saved.",
          component.getName(),
          component.getId(),
          realm.getName(),
          broken.setting().kind().word(),
          broken.name(),
          broken.setting().key());
    }
  }
}
