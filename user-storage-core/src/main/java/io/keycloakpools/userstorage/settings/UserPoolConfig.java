package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.common.settings.Settings.problem;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.rules.AttributeMapping;
import io.keycloakpools.userstorage.rules.GroupMapping;
import io.keycloakpools.userstorage.rules.IdentityMapping;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.RoleMapping;
import io.keycloakpools.userstorage.rules.SignInPolicy;
import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.TenantRule;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings shared by all user pools.
 *
 * @param identityPool name of the pool for migrated users
 * @param group path of a group for imported users
 * @param clients client IDs of served applications; empty means all
 * @param requestTimeout limit of one look-up or password check
 * @param testConnection whether saving tests the directory
 */
public record UserPoolConfig(
    boolean syncAttributes,
    boolean justInTimeMigration,
    Optional<String> identityPool,
    AttributeMapping attributeMappings,
    RoleMapping roleMappings,
    GroupMapping groupMappings,
    IdentityMapping identityProviderMappings,
    Optional<String> group,
    Set<String> clients,
    TenantRule tenantRule,
    TemporaryPasswords temporaryPasswords,
    SecondFactor secondFactor,
    Contact contact,
    Duration requestTimeout,
    boolean testConnection) {

  static final int DEFAULT_TIMEOUT = 2000;
  static final int SHORTEST_TIMEOUT = 100;
  static final int LONGEST_TIMEOUT = 30_000;

  /** Setting {@code tenantResolver}. */
  enum TenantResolver {
    NONE,
    DYNAMIC,
    STATIC
  }

  /**
   * Reads the shared settings.
   *
   * @throws InvalidSettingException for the first invalid one
   */
  public static UserPoolConfig read(Settings settings) {
    StayOrMove users = FormerSwitches.read(settings);
    return new UserPoolConfig(
        users.follows(),
        users.moves(),
        settings.text(SharedSettings.IDENTITY_POOL),
        new AttributeMapping(attributeMappings(settings)),
        new RoleMapping(settings.map(SharedSettings.ROLE_MAPPINGS)),
        new GroupMapping(settings.map(SharedSettings.GROUP_MAPPINGS)),
        new IdentityMapping(settings.map(SharedSettings.IDENTITY_PROVIDER_MAPPINGS)),
        settings.text(SharedSettings.GROUP),
        Set.copyOf(new HashSet<>(settings.list(SharedSettings.CLIENTS))),
        tenantRule(settings),
        temporaryPasswords(settings, users.moves()),
        settings.choice(SharedSettings.SECOND_FACTOR, SecondFactor.class, SecondFactor.REJECT),
        Contact.read(settings),
        Duration.ofMillis(
            settings.number(
                SharedSettings.REQUEST_TIMEOUT,
                DEFAULT_TIMEOUT,
                SHORTEST_TIMEOUT,
                LONGEST_TIMEOUT)),
        settings.flag(SharedSettings.TEST_CONNECTION, true));
  }

  public StayOrMove stayOrMove() {
    return StayOrMove.of(syncAttributes, justInTimeMigration);
  }

  public SignInPolicy signInPolicy() {
    return new SignInPolicy(temporaryPasswords, secondFactor);
  }

  private static Map<String, String> attributeMappings(Settings settings) {
    Map<String, String> mappings = settings.map(SharedSettings.ATTRIBUTE_MAPPINGS);
    Set<String> targets = new HashSet<>();
    for (String target : mappings.values()) {
      if (PoolAttributes.RESERVED.contains(target.toLowerCase(Locale.ROOT))) {
        throw problem(SharedSettings.ATTRIBUTE_MAPPINGS, "userPoolSettingReserved", target);
      }
      if (!targets.add(target.toLowerCase(Locale.ROOT))) {
        throw problem(SharedSettings.ATTRIBUTE_MAPPINGS, "userPoolSettingTargetTwice", target);
      }
    }
    return mappings;
  }

  private static TenantRule tenantRule(Settings settings) {
    UnknownTenant unknown =
        settings.choice(SharedSettings.UNKNOWN_TENANT, UnknownTenant.class, UnknownTenant.IGNORE);
    return switch (settings.choice(
        SharedSettings.TENANT_RESOLVER, TenantResolver.class, TenantResolver.NONE)) {
      case NONE -> new TenantRule.None();
      case DYNAMIC -> {
        required(settings, SharedSettings.TENANT_ID_FIELD_NAME, "dynamic");
        yield new TenantRule.Dynamic(unknown);
      }
      case STATIC ->
          new TenantRule.Static(required(settings, SharedSettings.TENANT_ID, "static"), unknown);
    };
  }

  private static String required(Settings settings, String key, String resolver) {
    return settings
        .text(key)
        .orElseThrow(() -> problem(key, "userPoolSettingTenantNeeds", resolver));
  }

  /**
   * A temporary password can only be changed here, so it is useless while passwords stay elsewhere.
   */
  private static TemporaryPasswords temporaryPasswords(Settings settings, boolean migrate) {
    TemporaryPasswords choice =
        settings.choice(
            SharedSettings.TEMPORARY_PASSWORDS,
            TemporaryPasswords.class,
            TemporaryPasswords.REJECT);
    if (choice == TemporaryPasswords.REQUIRE_CHANGE && !migrate) {
      throw problem(SharedSettings.TEMPORARY_PASSWORDS, "userPoolSettingTemporaryPasswords");
    }
    return choice;
  }
}
