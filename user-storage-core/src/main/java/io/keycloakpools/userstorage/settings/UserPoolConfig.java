package io.keycloakpools.userstorage.settings;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.rules.AttributeMapping;
import io.keycloakpools.userstorage.rules.GroupMapping;
import io.keycloakpools.userstorage.rules.IdentityMapping;
import io.keycloakpools.userstorage.rules.RoleMapping;
import io.keycloakpools.userstorage.rules.SignInPolicy;
import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.TenantRule;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.time.Duration;
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
        settings.get(SharedSettings.IDENTITY_POOL),
        settings.get(SharedSettings.ATTRIBUTE_MAPPINGS),
        settings.get(SharedSettings.ROLE_MAPPINGS),
        settings.get(SharedSettings.GROUP_MAPPINGS),
        settings.get(SharedSettings.IDENTITY_PROVIDER_MAPPINGS),
        settings.get(SharedSettings.GROUP),
        settings.get(SharedSettings.CLIENTS),
        tenantRule(settings),
        temporaryPasswords(settings, users.moves()),
        settings.get(SharedSettings.SECOND_FACTOR),
        Contact.read(settings),
        settings.get(SharedSettings.REQUEST_TIMEOUT),
        settings.get(SharedSettings.TEST_CONNECTION));
  }

  public StayOrMove stayOrMove() {
    return StayOrMove.of(syncAttributes, justInTimeMigration);
  }

  public SignInPolicy signInPolicy() {
    return new SignInPolicy(temporaryPasswords, secondFactor);
  }

  private static TenantRule tenantRule(Settings settings) {
    UnknownTenant unknown = settings.get(SharedSettings.UNKNOWN_TENANT);
    return switch (settings.get(SharedSettings.TENANT_RESOLVER)) {
      case NONE -> new TenantRule.None();
      case DYNAMIC -> {
        needed(settings, SharedSettings.TENANT_ID_FIELD_NAME, "dynamic");
        yield new TenantRule.Dynamic(unknown);
      }
      case STATIC ->
          new TenantRule.Static(needed(settings, SharedSettings.TENANT_ID, "static"), unknown);
    };
  }

  private static String needed(
      Settings settings, Setting<Optional<String>> setting, String resolver) {
    return settings
        .get(setting)
        .orElseThrow(() -> setting.invalid("userPoolSettingTenantNeeds", resolver));
  }

  /**
   * A temporary password can only be changed here, so it is useless while passwords stay elsewhere.
   */
  private static TemporaryPasswords temporaryPasswords(Settings settings, boolean migrate) {
    TemporaryPasswords choice = settings.get(SharedSettings.TEMPORARY_PASSWORDS);
    if (choice == TemporaryPasswords.REQUIRE_CHANGE && !migrate) {
      throw SharedSettings.TEMPORARY_PASSWORDS.invalid("userPoolSettingTemporaryPasswords");
    }
    return choice;
  }
}
