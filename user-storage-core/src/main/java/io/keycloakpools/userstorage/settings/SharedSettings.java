package io.keycloakpools.userstorage.settings;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;

import io.keycloakpools.common.reference.PoolGroup;
import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingForm;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.rules.AttributeMapping;
import io.keycloakpools.userstorage.rules.GroupMapping;
import io.keycloakpools.userstorage.rules.IdentityMapping;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.RoleMapping;
import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;

/** The shared settings and their form. */
public final class SharedSettings {

  private static final SettingForm FORM = new SettingForm("userPoolLabel.", "userPoolHelp.");

  public static final Setting<StayOrMove> STAY_OR_MOVE =
      FORM.choice("stayOrMove", StayOrMove.class, StayOrMove.STAY).offering(StayOrMove.offered());
  public static final Setting<Optional<String>> IDENTITY_POOL = FORM.text("identityPool");

  public static final Setting<Optional<String>> GROUP = FORM.group(PoolGroup.SETTING);
  public static final Setting<Set<String>> CLIENTS = FORM.list("clients").map(Set::copyOf);

  public static final Setting<TemporaryPasswords> TEMPORARY_PASSWORDS =
      FORM.choice("temporaryPasswords", TemporaryPasswords.class, TemporaryPasswords.REJECT);
  public static final Setting<SecondFactor> SECOND_FACTOR =
      FORM.choice("secondFactor", SecondFactor.class, SecondFactor.REJECT);

  public static final Setting<Optional<String>> DISPLAY_NAME =
      FORM.text("displayName").map(text -> text.map(Contact::requireName));
  public static final Setting<Optional<URI>> PASSWORD_PAGE =
      FORM.text("passwordChangeUrl").map(text -> text.map(Contact::requireWebLink));
  public static final Setting<Optional<URI>> SUPPORT =
      FORM.text("supportLink").map(text -> text.map(Contact::requireSupportLink));

  public static final Setting<TenantResolver> TENANT_RESOLVER =
      FORM.choice("tenantResolver", TenantResolver.class, TenantResolver.NONE);
  public static final Setting<Optional<String>> TENANT_ID_FIELD_NAME =
      FORM.text("tenantIdFieldName");
  public static final Setting<Optional<String>> TENANT_ID = FORM.text("tenantId");
  public static final Setting<UnknownTenant> UNKNOWN_TENANT =
      FORM.choice("unknownTenant", UnknownTenant.class, UnknownTenant.IGNORE);

  public static final Setting<Duration> REQUEST_TIMEOUT =
      FORM.number("requestTimeout", 2000).between(100, 30_000).map(Duration::ofMillis);
  public static final Setting<Boolean> TEST_CONNECTION = FORM.flag("testConnection", true);

  public static final Setting<AttributeMapping> ATTRIBUTE_MAPPINGS =
      FORM.map("attributeMappings").map(SharedSettings::attributeMapping);
  public static final Setting<RoleMapping> ROLE_MAPPINGS =
      FORM.map("roleMappings").map(RoleMapping::new);
  public static final Setting<GroupMapping> GROUP_MAPPINGS =
      FORM.map("groupMappings").map(GroupMapping::new);
  public static final Setting<IdentityMapping> IDENTITY_PROVIDER_MAPPINGS =
      FORM.map("identityProviderMappings").map(IdentityMapping::new);

  static final Setting<Optional<Boolean>> SYNC_ATTRIBUTES = formerSwitch("syncAttributes");
  static final Setting<Optional<Boolean>> JUST_IN_TIME_MIGRATION =
      formerSwitch("justInTimeMigration");

  /** Setting {@code tenantResolver}. */
  enum TenantResolver {
    NONE,
    DYNAMIC,
    STATIC
  }

  private SharedSettings() {}

  /**
   * In form order, after the directory's: decisions first, mappings last, because each takes a
   * screen.
   */
  public static List<ProviderConfigProperty> properties() {
    return Setting.properties(
        STAY_OR_MOVE,
        IDENTITY_POOL,
        GROUP,
        CLIENTS,
        TEMPORARY_PASSWORDS,
        SECOND_FACTOR,
        DISPLAY_NAME,
        PASSWORD_PAGE,
        SUPPORT,
        TENANT_RESOLVER,
        TENANT_ID_FIELD_NAME,
        TENANT_ID,
        UNKNOWN_TENANT,
        REQUEST_TIMEOUT,
        TEST_CONNECTION,
        ATTRIBUTE_MAPPINGS,
        ROLE_MAPPINGS,
        GROUP_MAPPINGS,
        IDENTITY_PROVIDER_MAPPINGS);
  }

  /** Accepted from earlier versions, see {@link FormerSwitches}. */
  public static List<ProviderConfigProperty> former() {
    return Setting.properties(SYNC_ATTRIBUTES, JUST_IN_TIME_MIGRATION);
  }

  private static Setting<Optional<Boolean>> formerSwitch(String key) {
    return FORM.setting(key, BOOLEAN_TYPE, null, Settings::text)
        .map(text -> text.map(Boolean::parseBoolean));
  }

  private static AttributeMapping attributeMapping(Map<String, String> mappings) {
    Set<String> targets = new HashSet<>();
    for (String target : mappings.values()) {
      if (PoolAttributes.RESERVED.contains(target.toLowerCase(Locale.ROOT))) {
        throw ATTRIBUTE_MAPPINGS.invalid("userPoolSettingReserved", target);
      }
      if (!targets.add(target.toLowerCase(Locale.ROOT))) {
        throw ATTRIBUTE_MAPPINGS.invalid("userPoolSettingTargetTwice", target);
      }
    }
    return new AttributeMapping(mappings);
  }
}
