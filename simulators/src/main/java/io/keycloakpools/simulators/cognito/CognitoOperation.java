package io.keycloakpools.simulators.cognito;

import java.util.Arrays;
import java.util.Optional;

/** The simulated operations ("Amazon Cognito user pools API Reference", Actions). */
public enum CognitoOperation {
  INITIATE_AUTH("InitiateAuth", QuotaCategory.USER_AUTHENTICATION),
  ADMIN_INITIATE_AUTH("AdminInitiateAuth", QuotaCategory.USER_AUTHENTICATION),
  RESPOND_TO_AUTH_CHALLENGE("RespondToAuthChallenge", QuotaCategory.CHALLENGE_RESPONSE),
  ADMIN_RESPOND_TO_AUTH_CHALLENGE("AdminRespondToAuthChallenge", QuotaCategory.CHALLENGE_RESPONSE),
  ADMIN_GET_USER("AdminGetUser", QuotaCategory.USER_READ),
  ADMIN_LIST_GROUPS_FOR_USER("AdminListGroupsForUser", QuotaCategory.USER_RESOURCE_READ),
  LIST_USERS("ListUsers", QuotaCategory.USER_LIST),
  LIST_GROUPS("ListGroups", QuotaCategory.USER_POOL_RESOURCE_READ),
  ADMIN_DISABLE_USER("AdminDisableUser", QuotaCategory.USER_UPDATE),
  ADMIN_ENABLE_USER("AdminEnableUser", QuotaCategory.USER_UPDATE),
  ADMIN_SET_USER_PASSWORD("AdminSetUserPassword", QuotaCategory.USER_UPDATE),
  ADMIN_UPDATE_USER_ATTRIBUTES("AdminUpdateUserAttributes", QuotaCategory.USER_UPDATE);

  private final String wireName;
  private final QuotaCategory category;

  CognitoOperation(String wireName, QuotaCategory category) {
    this.wireName = wireName;
    this.category = category;
  }

  public String wireName() {
    return wireName;
  }

  QuotaCategory category() {
    return category;
  }

  boolean needsIam() {
    return this != INITIATE_AUTH && this != RESPOND_TO_AUTH_CHALLENGE;
  }

  static Optional<CognitoOperation> named(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }
}
