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

/** Declares and protects attributes of pools in the user profile. */
public final class PoolProfile {

  private static final Set<String> ADMINS = Set.of(UserProfileConstants.ROLE_ADMIN);

  /** The annotation that both consoles show beside the label. */
  private static final String HELP = "inputHelperTextBefore";

  private PoolProfile() {}

  /**
   * Declares the pools' attributes as read-only. Undeclared, users could write them where unmanaged
   * attributes are allowed, and migrated users, whom no pool decorates, would not show them.
   *
   * @param names by component id
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
   * Declares mapped attributes that no admin has declared: Keycloak would hide them after a move,
   * because no pool decorates the profile then. Keycloak itself declares attributes that users
   * choose here.
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
   * Adds mapped attributes to the realm's profile, as LDAP federation does. While attributes are
   * synced, everything that the directory decides is read-only.
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

  /** Keeps an admin's label; by default the message key is the attribute's name. */
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

  private static String text(String key) {
    return "${" + key + "}";
  }

  /** An attribute may have had a single value in an earlier version. */
  private static boolean widened(UPAttribute present) {
    boolean due =
        PoolAttributes.MULTIVALUED.contains(present.getName()) && !present.isMultivalued();
    if (due) {
      present.setMultivalued(true);
    }
    return due;
  }
}
