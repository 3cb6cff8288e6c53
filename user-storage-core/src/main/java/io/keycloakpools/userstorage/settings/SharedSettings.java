package io.keycloakpools.userstorage.settings;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.GROUP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.INTEGER_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MAP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_STRING_TYPE;

import io.keycloakpools.common.FormProperties;
import io.keycloakpools.common.settings.Choices;
import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;

/** Keys of the shared settings and their form. */
public final class SharedSettings {

  public static final String STAY_OR_MOVE = "stayOrMove";
  public static final String IDENTITY_POOL = "identityPool";
  public static final String ATTRIBUTE_MAPPINGS = "attributeMappings";
  public static final String ROLE_MAPPINGS = "roleMappings";
  public static final String GROUP_MAPPINGS = "groupMappings";
  public static final String IDENTITY_PROVIDER_MAPPINGS = "identityProviderMappings";
  public static final String GROUP = "group";
  public static final String CLIENTS = "clients";
  public static final String TENANT_RESOLVER = "tenantResolver";
  public static final String TENANT_ID_FIELD_NAME = "tenantIdFieldName";
  public static final String TENANT_ID = "tenantId";
  public static final String UNKNOWN_TENANT = "unknownTenant";
  public static final String TEMPORARY_PASSWORDS = "temporaryPasswords";
  public static final String SECOND_FACTOR = "secondFactor";
  public static final String DISPLAY_NAME = "displayName";
  public static final String PASSWORD_PAGE = "passwordChangeUrl";
  public static final String SUPPORT = "supportLink";
  public static final String REQUEST_TIMEOUT = "requestTimeout";
  public static final String TEST_CONNECTION = "testConnection";

  static final String SYNC_ATTRIBUTES = "syncAttributes";
  static final String JUST_IN_TIME_MIGRATION = "justInTimeMigration";

  private static final FormProperties FORM = new FormProperties("userPoolLabel.", "userPoolHelp.");

  private SharedSettings() {}

  /**
   * In form order, after the directory's: decisions first, mappings last, because each takes a
   * screen.
   */
  public static List<ProviderConfigProperty> properties() {
    return Stream.of(
            users(), membership(), signIn(), contact(), tenants(), connection(), mappings())
        .flatMap(List::stream)
        .toList();
  }

  /** Accepted from earlier versions, see {@link FormerSwitches}. */
  public static List<ProviderConfigProperty> former() {
    return List.of(
        FORM.property(SYNC_ATTRIBUTES, BOOLEAN_TYPE, null),
        FORM.property(JUST_IN_TIME_MIGRATION, BOOLEAN_TYPE, null));
  }

  private static List<ProviderConfigProperty> users() {
    return List.of(
        FORM.choice(STAY_OR_MOVE, Choices.word(StayOrMove.STAY), StayOrMove.offered()),
        FORM.text(IDENTITY_POOL));
  }

  private static List<ProviderConfigProperty> membership() {
    return List.of(
        FORM.property(GROUP, GROUP_TYPE, null),
        FORM.property(CLIENTS, MULTIVALUED_STRING_TYPE, null));
  }

  private static List<ProviderConfigProperty> signIn() {
    return List.of(
        FORM.choice(TEMPORARY_PASSWORDS, "reject", Choices.words(TemporaryPasswords.class)),
        FORM.choice(SECOND_FACTOR, "reject", Choices.words(SecondFactor.class)));
  }

  private static List<ProviderConfigProperty> contact() {
    return List.of(FORM.text(DISPLAY_NAME), FORM.text(PASSWORD_PAGE), FORM.text(SUPPORT));
  }

  private static List<ProviderConfigProperty> tenants() {
    return List.of(
        FORM.choice(TENANT_RESOLVER, "none", Choices.words(UserPoolConfig.TenantResolver.class)),
        FORM.text(TENANT_ID_FIELD_NAME),
        FORM.text(TENANT_ID),
        FORM.choice(UNKNOWN_TENANT, "ignore", Choices.words(UnknownTenant.class)));
  }

  private static List<ProviderConfigProperty> connection() {
    return List.of(
        FORM.property(REQUEST_TIMEOUT, INTEGER_TYPE, UserPoolConfig.DEFAULT_TIMEOUT),
        FORM.property(TEST_CONNECTION, BOOLEAN_TYPE, true));
  }

  private static List<ProviderConfigProperty> mappings() {
    return Stream.of(ATTRIBUTE_MAPPINGS, ROLE_MAPPINGS, GROUP_MAPPINGS, IDENTITY_PROVIDER_MAPPINGS)
        .map(key -> FORM.property(key, MAP_TYPE, null))
        .toList();
  }
}
