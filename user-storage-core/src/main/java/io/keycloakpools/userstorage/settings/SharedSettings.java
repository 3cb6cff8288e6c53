package io.keycloakpools.userstorage.settings;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.GROUP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.INTEGER_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MAP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_STRING_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Keys of the shared settings, and how the admin console shows them. */
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

  private SharedSettings() {}

  /**
   * The properties in the order of the form, behind those of the directory: what decides comes
   * first, and the mappings, each of which takes a screen, last.
   */
  public static List<ProviderConfigProperty> properties() {
    ProviderConfigurationBuilder form = ProviderConfigurationBuilder.create();
    users(form);
    membership(form);
    signIn(form);
    contact(form);
    tenants(form);
    connection(form);
    mappings(form);
    return form.build();
  }

  /** What is taken from files and scripts of earlier versions, see {@link FormerSwitches}. */
  public static List<ProviderConfigProperty> former() {
    return ProviderConfigurationBuilder.create()
        .property(
            SYNC_ATTRIBUTES,
            "Sync user attributes",
            "Replaced by " + STAY_OR_MOVE + ".",
            BOOLEAN_TYPE,
            null,
            null)
        .property(
            JUST_IN_TIME_MIGRATION,
            "Just-in-time migration",
            "Replaced by " + STAY_OR_MOVE + ".",
            BOOLEAN_TYPE,
            null,
            null)
        .build();
  }

  private static void users(ProviderConfigurationBuilder form) {
    form.property(
            STAY_OR_MOVE,
            "Users stay or move",
            "stay: the password stays in the directory; names, e-mail and mapped attributes follow it at each "
                + "sign-in and are read-only here. stay-copied-once: the password stays there; the data is copied at "
                + "the first sign-in and edited here. move-at-first-sign-in: at the first sign-in the password is "
                + "stored here, the link is cut and the directory is never asked again for this user; this cannot "
                + "be undone.",
            LIST_TYPE,
            Choices.word(StayOrMove.STAY),
            StayOrMove.offered())
        .property(
            IDENTITY_POOL,
            "Identity pool",
            "Name of the identity pool that users join when they move. Empty: they become users of the realm like any "
                + "other. Only for move-at-first-sign-in.",
            STRING_TYPE,
            null,
            null);
  }

  private static void membership(ProviderConfigurationBuilder form) {
    form.property(GROUP, "Group", "Group that imported users join.", GROUP_TYPE, null, null)
        .property(
            CLIENTS,
            "Clients",
            "Client IDs of the applications that the users of this pool may sign in to. Empty: all.",
            MULTIVALUED_STRING_TYPE,
            null,
            null);
  }

  private static void mappings(ProviderConfigurationBuilder form) {
    form.property(
            ATTRIBUTE_MAPPINGS,
            "Attribute mappings",
            "Key: attribute of the directory. Value: user attribute here. What is not named is not taken over.",
            MAP_TYPE,
            null,
            null)
        .property(
            ROLE_MAPPINGS,
            "Role mappings",
            "Key: role or group of the directory. Value: realm role, or client/role. A name that is not listed gives "
                + "the realm role of the same name if there is one; administrative roles must be listed.",
            MAP_TYPE,
            null,
            null)
        .property(
            GROUP_MAPPINGS,
            "Group mappings",
            "Key: group of a directory that has groups beside roles. Value: path of a group here. A name that is not "
                + "listed gives the group of the same name or path if there is one; groups with administrative roles "
                + "must be listed.",
            MAP_TYPE,
            null,
            null)
        .property(
            IDENTITY_PROVIDER_MAPPINGS,
            "Identity provider mappings",
            "Key: social or enterprise connection of the directory. Value: alias of the identity provider here that "
                + "is the same service. Users are linked to it and can sign in with it. While they are not migrated, "
                + "such a sign-in does not ask the directory.",
            MAP_TYPE,
            null,
            null);
  }

  private static void tenants(ProviderConfigurationBuilder form) {
    form.property(
            TENANT_RESOLVER,
            "Tenant resolver",
            "none: no organization. dynamic: the directory's field below holds the alias of the user's "
                + "organization, or of several. static: every user belongs to the one organization below.",
            LIST_TYPE,
            "none",
            Choices.words(UserPoolConfig.TenantResolver.class))
        .property(
            TENANT_ID_FIELD_NAME,
            "Tenant ID field name",
            "Field of the directory that holds the tenant (for dynamic).",
            STRING_TYPE,
            null,
            null)
        .property(
            TENANT_ID,
            "Tenant ID",
            "Alias of the organization of every user (for static).",
            STRING_TYPE,
            null,
            null)
        .property(
            UNKNOWN_TENANT,
            "Unknown tenant",
            "What happens when no organization has the tenant as its alias. Choose create only if users cannot "
                + "write the field in the directory themselves.",
            LIST_TYPE,
            "ignore",
            Choices.words(UnknownTenant.class));
  }

  private static void contact(ProviderConfigurationBuilder form) {
    form.property(
            DISPLAY_NAME,
            "Name shown to people",
            "How the people of this pool know the directory, such as Acme Account. They read it at the login page and "
                + "in e-mails. ${key} is a message of the realm's localization. Empty: the name of this pool.",
            STRING_TYPE,
            null,
            null)
        .property(
            PASSWORD_PAGE,
            "Address where passwords are changed",
            "An https:// address. People whose password stays in the directory get it as a link where they would set "
                + "one here, and in the e-mail of Forgot password.",
            STRING_TYPE,
            null,
            null)
        .property(
            SUPPORT,
            "Support address or link",
            "An e-mail address or an https:// address. People who cannot sign in get it as a link.",
            STRING_TYPE,
            null,
            null);
  }

  private static void signIn(ProviderConfigurationBuilder form) {
    form.property(
            TEMPORARY_PASSWORDS,
            "Temporary passwords",
            "reject: refuse them. require-change: accept one and ask for a new password at once "
                + "(only for move-at-first-sign-in).",
            LIST_TYPE,
            "reject",
            Choices.words(TemporaryPasswords.class))
        .property(
            SECOND_FACTOR,
            "Second factor",
            "When the directory asks for one. reject: refuse the sign-in. require-setup: accept the password and have "
                + "the user set up an authenticator app here.",
            LIST_TYPE,
            "reject",
            Choices.words(SecondFactor.class));
  }

  private static void connection(ProviderConfigurationBuilder form) {
    form.property(
            REQUEST_TIMEOUT,
            "Request timeout",
            "Most that one look-up or password check may take, in milliseconds. A look-up never takes more than 2500.",
            INTEGER_TYPE,
            UserPoolConfig.DEFAULT_TIMEOUT,
            null)
        .property(
            TEST_CONNECTION,
            "Try settings when saving",
            "On: saving asks the directory with these settings, and refuses those that do not work. Off: only where the "
                + "directory cannot be reached from here yet.",
            BOOLEAN_TYPE,
            true,
            null);
  }
}
