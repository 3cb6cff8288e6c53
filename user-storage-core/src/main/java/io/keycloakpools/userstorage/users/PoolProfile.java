package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.rules.AttributeMapping;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.Synchronization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
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
import org.keycloak.userprofile.config.UPConfigUtils;

/** How the profile shows the users of a pool, and what of it may be edited. */
public final class PoolProfile {

  private static final Set<String> ADMINS = Set.of(UserProfileConstants.ROLE_ADMIN);

  /** The annotation that both consoles show beside the label. */
  private static final String HELP = "inputHelperTextBefore";

  private PoolProfile() {}

  /**
   * Declares the pools' attributes in the realm's user profile: read-only for everybody, the
   * visible ones shown to admins. Undeclared, a user could write them in a realm that allows
   * unmanaged attributes; and a migrated user, whom no pool decorates any more, would not show
   * them.
   *
   * @param names of the realm's user pools, by component id
   */
  public static void declare(KeycloakSession session, Map<String, String> names) {
    change(
        session,
        config -> {
          boolean changed = false;
          for (String name : PoolAttributes.VISIBLE) {
            changed |= declare(config, name, ADMINS);
          }
          for (String name : PoolAttributes.INTERNAL) {
            changed |= declare(config, name, Set.of());
          }
          changed |= help(config.getAttribute(PoolAttributes.STATUS));
          return new PoolLabels(config.getAttribute(PoolAttributes.POOL)).show(names) || changed;
        });
  }

  /**
   * Declares what a pool maps, where Keycloak would keep it from admins: once a user has moved, no
   * pool decorates their profile. What an admin declared stays as it is, and so does what a person
   * chooses here, which Keycloak declares itself.
   */
  public static void declareMapped(KeycloakSession session, AttributeMapping mapping) {
    change(
        session,
        config -> {
          boolean changed = false;
          for (String name : new TreeSet<>(mapping.targets())) {
            if (config.getUnmanagedAttributePolicy() == null
                && config.getAttribute(name) == null
                && !Synchronization.CHOSEN_HERE.contains(name)
                && UPConfigUtils.isValidAttributeName(name)) {
              UPAttribute attribute =
                  new UPAttribute(name, new UPAttributePermissions(ADMINS, ADMINS));
              attribute.setMultivalued(true);
              config.addOrReplaceAttribute(attribute);
              changed = true;
            }
          }
          return changed;
        });
  }

  /** Whether admins see an attribute of that name, or will once it is declared. */
  public static boolean canBeShown(KeycloakSession session, String name) {
    UPConfig config = session.getProvider(UserProfileProvider.class).getConfiguration();
    return config.getUnmanagedAttributePolicy() != null
        || config.getAttribute(name) != null
        || Synchronization.CHOSEN_HERE.contains(name)
        || UPConfigUtils.isValidAttributeName(name);
  }

  private static void change(KeycloakSession session, Predicate<UPConfig> change) {
    UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
    UPConfig config = profiles.getConfiguration();
    if (change.test(config)) {
      profiles.setConfiguration(config);
    }
  }

  /**
   * What the profile of a user of the pool has besides the realm's: mapped attributes, as LDAP
   * federation shows its own; and while attributes are synced, everything that the directory
   * decides is read-only.
   */
  public static List<AttributeMetadata> decorate(Pool pool, UserProfileMetadata profile) {
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
      boolean labelled = labelled(present);
      return widened(present) || labelled;
    }
    UPAttribute attribute = new UPAttribute(name, new UPAttributePermissions(viewers, Set.of()));
    attribute.setMultivalued(PoolAttributes.MULTIVALUED.contains(name));
    boolean grouped =
        config.getGroups() != null
            && config.getGroups().stream()
                .anyMatch(group -> UserProfileUtil.USER_METADATA_GROUP.equals(group.getName()));
    attribute.setGroup(grouped ? UserProfileUtil.USER_METADATA_GROUP : null);
    attribute.setDisplayName(text(name));
    config.addOrReplaceAttribute(attribute);
    return true;
  }

  /** The key of the text is the name of the attribute. An admin may have called it otherwise. */
  private static boolean labelled(UPAttribute attribute) {
    boolean due = attribute.getDisplayName() == null || attribute.getDisplayName().isBlank();
    if (due) {
      attribute.setDisplayName(text(attribute.getName()));
    }
    return due;
  }

  private static boolean help(UPAttribute status) {
    Map<String, Object> annotations = new HashMap<>();
    if (status.getAnnotations() != null) {
      annotations.putAll(status.getAnnotations());
    }
    boolean due = annotations.putIfAbsent(HELP, text("userPoolStatusHelp")) == null;
    status.setAnnotations(annotations);
    return due;
  }

  /** A text that the consoles look up in the language of who reads it. */
  private static String text(String key) {
    return "${" + key + "}";
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
