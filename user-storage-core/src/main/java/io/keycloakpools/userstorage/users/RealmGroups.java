package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.rules.GroupCatalog;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

record RealmGroups(KeycloakSession session, RealmModel realm, PoolReferences references)
    implements GroupCatalog {

  @Override
  public Optional<Group> byPath(String path) {
    return Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, path))
        .map(RealmGroups::describe);
  }

  @Override
  public Optional<Group> mapped(String path) {
    return references.group(path).map(realm::getGroupById).map(RealmGroups::describe);
  }

  private static Group describe(GroupModel group) {
    return new Group(group.getId(), administrative(group));
  }

  /** Members also have the roles of parent groups. */
  private static boolean administrative(GroupModel group) {
    return Stream.iterate(group, ancestor -> ancestor != null, GroupModel::getParent)
        .flatMap(GroupModel::getRoleMappingsStream)
        .anyMatch(RealmRoles::administrative);
  }
}
