package io.keycloakpools.userstorage.rules;

import java.util.List;
import java.util.Set;

/**
 * User attributes in which a pool keeps what it knows of a user. Admins see the first three; nobody
 * edits any.
 */
public final class PoolAttributes {

  /** Component id of the pool. */
  public static final String POOL = "userPool";

  /** External id of the user in the directory. */
  public static final String EXTERNAL_ID = "userPoolUserId";

  /** {@link LinkStatus#code()}. */
  public static final String STATUS = "userPoolStatus";

  /** What to send with a password check; gone after the migration. */
  public static final String LOGIN_NAME = "userPoolLoginName";

  /** Identifiers of the roles that the pool granted; gone after the migration. */
  public static final String GRANTED_ROLES = "userPoolGrantedRoles";

  /** Identifiers of the groups that the pool put the user into; gone after the migration. */
  public static final String GRANTED_GROUPS = "userPoolGrantedGroups";

  /** Aliases of the organizations that the pool put the user into; gone after the migration. */
  public static final String TENANT = "userPoolTenant";

  /** {@link IdentityLink#key()} of the links that the pool made; gone after the migration. */
  public static final String LINKS = "userPoolLinks";

  /**
   * The e-mail address of which the directory says that its owner did not prove it; gone after the
   * migration.
   */
  public static final String UNPROVED_EMAIL = "userPoolUnprovedEmail";

  /**
   * {@link io.keycloakpools.userstorage.directory.UnusableReason#code()} of the last refusal at a
   * password check; gone after a successful one.
   */
  public static final String REFUSAL = "userPoolRefusal";

  /** Name of the identity pool that the user is in; belongs to the module of identity pools. */
  public static final String IDENTITY_POOL = "identityPool";

  /** What admins see. */
  public static final List<String> VISIBLE = List.of(POOL, EXTERNAL_ID, STATUS);

  /** What only the pool needs. */
  public static final List<String> INTERNAL =
      List.of(LOGIN_NAME, GRANTED_ROLES, GRANTED_GROUPS, TENANT, LINKS, UNPROVED_EMAIL, REFUSAL);

  /** Those that have a value for each thing given. */
  public static final Set<String> MULTIVALUED =
      Set.of(GRANTED_ROLES, GRANTED_GROUPS, TENANT, LINKS);

  /**
   * Lower-case names that an attribute mapping may not write: ours, and those that Keycloak itself
   * keeps.
   */
  public static final Set<String> RESERVED =
      Set.of(
          "userpool",
          "userpooluserid",
          "userpoolstatus",
          "userpoolloginname",
          "userpoolgrantedroles",
          "userpoolgrantedgroups",
          "userpooltenant",
          "userpoollinks",
          "userpoolunprovedemail",
          "userpoolrefusal",
          "identitypool",
          "username",
          "email",
          "firstname",
          "lastname",
          "emailverified",
          "enabled",
          "ldap_id",
          "ldap_entry_dn",
          "is_temporary_admin");

  private PoolAttributes() {}
}
