package io.keycloakpools.userstorage.rules;

import io.keycloakpools.common.pools.PoolMarks;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** User attributes in which a pool stores its data. Nobody edits them. */
public final class PoolAttributes {

  public static final String POOL = "userPool";

  public static final String EXTERNAL_ID = "userPoolUserId";

  /** {@link LinkStatus#code()}. */
  public static final String STATUS = "userPoolStatus";

  public static final String LOGIN_NAME = "userPoolLoginName";

  /** Role ids. */
  public static final String GRANTED_ROLES = "userPoolGrantedRoles";

  /** Group ids. */
  public static final String GRANTED_GROUPS = "userPoolGrantedGroups";

  /** Organization aliases. */
  public static final String TENANT = "userPoolTenant";

  /** {@link IdentityLink#key()} of created links. */
  public static final String LINKS = "userPoolLinks";

  /** The address, if the directory reports it as unverified. */
  public static final String UNPROVED_EMAIL = "userPoolUnprovedEmail";

  /**
   * {@link io.keycloakpools.userstorage.directory.UnusableReason#code()} of the last refused
   * password check; removed by a successful one.
   */
  public static final String REFUSAL = "userPoolRefusal";

  public static final List<String> VISIBLE = List.of(POOL, EXTERNAL_ID, STATUS);

  /** Hidden; removed by the migration. */
  public static final List<String> INTERNAL =
      List.of(LOGIN_NAME, GRANTED_ROLES, GRANTED_GROUPS, TENANT, LINKS, UNPROVED_EMAIL, REFUSAL);

  public static final Set<String> MULTIVALUED =
      Set.of(GRANTED_ROLES, GRANTED_GROUPS, TENANT, LINKS);

  /** Lower-case targets that attribute mappings may not write: ours and Keycloak's own. */
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
          PoolMarks.IDENTITY_POOL.toLowerCase(Locale.ROOT),
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
