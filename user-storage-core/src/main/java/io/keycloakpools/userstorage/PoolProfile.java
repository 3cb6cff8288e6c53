package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.UserProfileUtil;

/** How the profile shows the users of a pool, and what of it may be edited. */
final class PoolProfile {

  private PoolProfile() {}

  /**
   * Declares the pool's attributes in the realm's user profile: read-only for everybody, the
   * visible ones shown to admins. Undeclared, a user could write them in a realm that allows
   * unmanaged attributes; and a migrated user, whom no pool decorates any more, would not show
   * them.
   */
  static void declare(KeycloakSession session) {
    UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
    UPConfig config = profiles.getConfiguration();
    boolean changed = false;
    for (String name : PoolAttributes.VISIBLE) {
      changed |= declare(config, name, Set.of(UserProfileConstants.ROLE_ADMIN));
    }
    for (String name : PoolAttributes.INTERNAL) {
      changed |= declare(config, name, Set.of());
    }
    if (changed) {
      profiles.setConfiguration(config);
    }
  }

  /**
   * What the profile of a user of the pool has besides the realm's: mapped attributes, as LDAP
   * federation shows its own; and while attributes are synced, everything that the directory
   * decides is read-only.
   */
  static List<AttributeMetadata> decorate(Pool pool, UserProfileMetadata profile) {
    Set<String> mapped = pool.config().attributeMappings().targets();
    int order = profile.getAttributes().size();
    List<AttributeMetadata> added = new ArrayList<>();
    for (String name : mapped) {
      AttributeMetadata attribute =
          UserProfileUtil.createAttributeMetadata(name, profile, order++, pool.name());
      if (attribute != null) {
        added.add(attribute);
      }
    }
    if (pool.config().syncAttributes()) {
      Set<String> synced = new HashSet<>(mapped);
      synced.addAll(
          Set.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME));
      Stream.concat(profile.getAttributes().stream(), added.stream())
          .filter(attribute -> synced.contains(attribute.getName()))
          .forEach(attribute -> attribute.addWriteCondition(AttributeMetadata.ALWAYS_FALSE));
    }
    return added;
  }

  private static boolean declare(UPConfig config, String name, Set<String> viewers) {
    UPAttribute present = config.getAttribute(name);
    if (present != null) {
      return widened(present);
    }
    UPAttribute attribute = new UPAttribute(name, new UPAttributePermissions(viewers, Set.of()));
    attribute.setMultivalued(PoolAttributes.MULTIVALUED.contains(name));
    boolean grouped =
        config.getGroups() != null
            && config.getGroups().stream()
                .anyMatch(group -> UserProfileUtil.USER_METADATA_GROUP.equals(group.getName()));
    attribute.setGroup(grouped ? UserProfileUtil.USER_METADATA_GROUP : null);
    config.addOrReplaceAttribute(attribute);
    return true;
  }

  /** An attribute that had one value in an earlier version may have several now. */
  private static boolean widened(UPAttribute present) {
    boolean due =
        PoolAttributes.MULTIVALUED.contains(present.getName()) && !present.isMultivalued();
    if (due) {
      present.setMultivalued(true);
    }
    return due;
  }
}
