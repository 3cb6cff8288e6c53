package io.keycloakpools.identitypool.profile.rules;

import io.keycloakpools.common.pools.PoolMarks;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;

/** Where a profile is written, and the switches of the realm that matter there. */
public record Writing(
    UserProfileContext context, boolean emailAsUsername, boolean severalLanguages) {

  public boolean byAdmin() {
    return context.isAdminContext();
  }

  public boolean byProgram() {
    return context == UserProfileContext.SCIM;
  }

  /** Whether a person reads the errors on a page that shows some of them above its form. */
  public boolean isPage() {
    return switch (context) {
      case REGISTRATION, UPDATE_PROFILE, UPDATE_EMAIL, IDP_REVIEW -> true;
      case USER_API, ACCOUNT, SCIM -> false;
    };
  }

  /** Whether a browser sends a form of Keycloak's login pages. */
  public boolean isForm() {
    return context == UserProfileContext.UPDATE_PROFILE || isReview();
  }

  public boolean isReview() {
    return context == UserProfileContext.IDP_REVIEW;
  }

  /**
   * Whether Keycloak's page sends an attribute without showing it: the language, in a realm that
   * has several ({@code user-profile-commons.ftl}). A pool's registration page asks for it.
   */
  public boolean fillsIn(String attribute) {
    return UserModel.LOCALE.equals(attribute)
        && isPage()
        && context != UserProfileContext.REGISTRATION
        && severalLanguages;
  }

  /**
   * {@code UpdateProfile} and its likes tell {@code UserProfile.update} to keep unsent attributes,
   * the admin and account APIs tell it otherwise.
   */
  public boolean keepsUnsent() {
    return switch (context) {
      case UPDATE_PROFILE, UPDATE_EMAIL, SCIM -> true;
      case USER_API, ACCOUNT, IDP_REVIEW, REGISTRATION -> false;
    };
  }

  public String nameField() {
    return emailAsUsername ? UserModel.EMAIL : UserModel.USERNAME;
  }

  public String refusalField() {
    return byAdmin() ? PoolMarks.IDENTITY_POOL : UserModel.USERNAME;
  }
}
