package io.keycloakpools.identitypool.pool;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.GROUP_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.INTEGER_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.MULTIVALUED_STRING_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.ROLE_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Arrays;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** How the admin console shows the settings of a pool. */
final class PoolProperties {

  private PoolProperties() {}

  /** In the order of the form. */
  static List<ProviderConfigProperty> all() {
    ProviderConfigurationBuilder form = ProviderConfigurationBuilder.create();
    schemas(form);
    signIn(form);
    passwords(form);
    codes(form);
    users(form);
    return form.build();
  }

  private static void schemas(ProviderConfigurationBuilder form) {
    form.property(
            PoolSettings.DESCRIPTION,
            "Description",
            "What the pool is for. Only admins see it.",
            STRING_TYPE,
            null,
            null)
        .property(
            PoolSettings.PAYLOAD_SCHEMA,
            "Payload schema",
            "Name of the schema for user data, which users and admins write. "
                + IdentitySchemas.DEFAULT_PAYLOAD
                + " asks for names and e-mail.",
            STRING_TYPE,
            IdentitySchemas.DEFAULT_PAYLOAD,
            null)
        .property(
            PoolSettings.METADATA_SCHEMA,
            "Metadata schema",
            "Name of the schema for data about the user, which admins write and users read, unless a field is hidden.",
            STRING_TYPE,
            IdentitySchemas.DEFAULT_METADATA,
            null);
  }

  private static void signIn(ProviderConfigurationBuilder form) {
    form.property(
            PoolSettings.CLIENTS,
            "Clients",
            "Client IDs of the applications that this pool serves. Who registers there joins this pool; users of other "
                + "pools and of no pool cannot sign in there. Applications that no pool names are open to everybody.",
            MULTIVALUED_STRING_TYPE,
            null,
            null)
        .property(
            PoolSettings.ADMITTED_ROLE,
            "Role that admits users of no pool",
            "Realm role with which users of no pool (local, LDAP, of an identity provider, of a user pool) may sign in "
                + "at these applications, too. Empty: none of them. Users of other pools never may, with the role either.",
            ROLE_TYPE,
            null,
            null)
        .property(
            PoolSettings.AUTHENTICATION_MECHANISMS,
            "Authentication mechanisms",
            "How users prove who they are. Without password, none is accepted and none can be set. otp: one-time code "
                + "by e-mail; nobody can sign in by it yet, so with otp alone registration is closed, unless new users set up a "
                + "passkey.",
            MULTIVALUED_LIST_TYPE,
            Mechanism.PASSWORD.word(),
            Mechanism.words())
        .property(
            PoolSettings.PUBLIC_REGISTRATION_ALLOWED,
            "Public registration allowed",
            "People may register themselves at the applications of this pool. The realm must allow registration, too.",
            BOOLEAN_TYPE,
            false,
            null);
  }

  private static void passwords(ProviderConfigurationBuilder form) {
    PasswordSettings unset = PasswordSettings.currentDefaults();
    form.property(
            PoolSettings.PASSWORD_HASHING,
            "Password hashing method",
            "How passwords are stored. Empty: as the realm says.",
            LIST_TYPE,
            null,
            PoolSettings.HASHINGS)
        .property(
            PoolSettings.PASSWORD_STRENGTH,
            "Password strength",
            "How hard a password has to be to guess.",
            LIST_TYPE,
            unset.strength().toString(),
            Arrays.stream(Strength.values()).map(Strength::toString).toList());
    number(
        form,
        PoolSettings.PASSWORD_CAPITAL_LETTERS,
        "Capital letters",
        "Fewest capital letters in a password.",
        unset.capitalLetters());
    number(
        form,
        PoolSettings.PASSWORD_LOWERCASE_LETTERS,
        "Lowercase letters",
        "Fewest lowercase letters in a password.",
        unset.lowercaseLetters());
    number(
        form,
        PoolSettings.PASSWORD_DIGITS,
        "Digits",
        "Fewest digits in a password.",
        unset.digits());
    number(
        form,
        PoolSettings.PASSWORD_SPECIAL_CHARACTERS,
        "Special characters",
        "Fewest special characters in a password.",
        unset.specialCharacters());
    number(
        form,
        PoolSettings.PASSWORD_MIN_LENGTH,
        "Minimal length",
        "Fewest characters in a password.",
        unset.minLength());
    number(
        form,
        PoolSettings.PASSWORD_NOT_USED_SINCE,
        "Not used since",
        "How often a new password has to be set before an old one may come back.",
        unset.notUsedSince());
  }

  private static void codes(ProviderConfigurationBuilder form) {
    number(
        form,
        PoolSettings.OTP_LENGTH,
        "One-time code length",
        "Digits of a one-time code. Has no effect yet.",
        PoolSettings.DEFAULT_OTP_LENGTH);
    number(
        form,
        PoolSettings.OTP_TTL,
        "One-time code lifetime",
        "How long a one-time code is valid, in seconds. Has no effect yet.",
        PoolSettings.DEFAULT_OTP_TTL);
  }

  private static void users(ProviderConfigurationBuilder form) {
    form.property(PoolSettings.GROUP, "Group", "Group that new users join.", GROUP_TYPE, null, null)
        .property(
            PoolSettings.DELETE_USERS,
            "Delete users with the pool",
            "On: deleting this pool deletes its users. Off: the pool can only be deleted when it has no users.",
            BOOLEAN_TYPE,
            false,
            null);
  }

  private static void number(
      ProviderConfigurationBuilder form, String key, String label, String help, int unset) {
    form.property(key, label, help, INTEGER_TYPE, unset, null);
  }
}
