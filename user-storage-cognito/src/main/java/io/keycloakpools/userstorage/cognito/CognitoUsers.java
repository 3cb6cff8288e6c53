package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The external id is {@code sub}: another person may register a deleted username. */
record CognitoUsers(Optional<String> tenantField) {

  private static final String SUB = "sub";

  static boolean identified(List<AttributeType> attributes) {
    return attributes.stream().anyMatch(attribute -> SUB.equals(attribute.name()));
  }

  DirectoryUser of(AdminGetUserResponse user) {
    return of(
        user.username(),
        user.userAttributes(),
        Boolean.TRUE.equals(user.enabled()),
        user.userStatus(),
        Set.copyOf(user.userMFASettingList()));
  }

  /** ListUsers does not return second factors. */
  DirectoryUser of(UserType user) {
    return of(
        user.username(),
        user.attributes(),
        Boolean.TRUE.equals(user.enabled()),
        user.userStatus(),
        Set.of());
  }

  private DirectoryUser of(
      String username,
      List<AttributeType> attributes,
      boolean enabled,
      UserStatusType status,
      Set<String> secondFactors) {
    Map<String, String> values = new LinkedHashMap<>();
    attributes.forEach(attribute -> values.put(attribute.name(), attribute.value()));
    DirectoryUser.Builder user =
        DirectoryUser.builder(values.get(SUB), username)
            .email(values.get("email"), Boolean.parseBoolean(values.get("email_verified")))
            .phoneNumber(values.get("phone_number"))
            .name(values.get("given_name"), values.get("family_name"), values.get("name"))
            .status(status(enabled, status))
            .secondFactors(secondFactors)
            .socialIdentities(
                CognitoIdentities.read(
                    Optional.ofNullable(values.get("identities")),
                    Optional.ofNullable(values.get("email"))))
            .tenantId(tenantField.map(values::get).orElse(null));
    values.forEach(
        (name, value) -> {
          if (value != null) {
            user.attribute(name, List.of(value));
          }
        });
    return user.build();
  }

  /** "User account status values", developer guide. An unknown status is unusable. */
  private static AccountStatus status(boolean enabled, UserStatusType status) {
    if (!enabled) {
      return new AccountStatus.Unusable(UnusableReason.DISABLED);
    }
    if (status == null) {
      return new AccountStatus.Unusable(UnusableReason.DENIED);
    }
    return switch (status) {
      case CONFIRMED -> new AccountStatus.Usable();
      case FORCE_CHANGE_PASSWORD -> new AccountStatus.MustChangePassword();
      case UNCONFIRMED -> new AccountStatus.Unusable(UnusableReason.UNCONFIRMED);
      case EXTERNAL_PROVIDER -> new AccountStatus.Unusable(UnusableReason.EXTERNAL);
      case RESET_REQUIRED -> new AccountStatus.Unusable(UnusableReason.RESET_REQUIRED);
      case COMPROMISED -> new AccountStatus.Unusable(UnusableReason.BLOCKED);
      case ARCHIVED -> new AccountStatus.Unusable(UnusableReason.DISABLED);
      case UNKNOWN, UNKNOWN_TO_SDK_VERSION -> new AccountStatus.Unusable(UnusableReason.DENIED);
    };
  }
}
