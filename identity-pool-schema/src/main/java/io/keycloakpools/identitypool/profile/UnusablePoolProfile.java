package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.rest.AdminErrors;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * The profile of a user in an unusable pool: saving would drop the attributes of the unknown
 * schemas. Admins may change the rest, such as whether the user is enabled.
 */
record UnusablePoolProfile(UserProfile profile, Occasion occasion) implements UserProfile {

  /** Keycloak asks users at each sign-in to complete their data; these could not. */
  @Override
  public void validate() {
    if (occasion.writing().byAdmin()) {
      profile.validate();
    }
  }

  @Override
  public UserModel create() {
    return profile.create();
  }

  @Override
  public UserModel create(boolean validate) {
    return profile.create(validate);
  }

  @Override
  public void update(boolean removeAttributes, AttributeChangeListener... changeListener) {
    if (!occasion.writing().byAdmin()) {
      throw new ValidationException(
          new ValidationError("identity-pool", UserModel.USERNAME, "identityPoolNotNow"));
    }
    if (removeAttributes) {
      throw AdminErrors.of(occasion.session())
          .refused(Response.Status.CONFLICT, "identityPoolUnusable");
    }
    profile.update(false, changeListener);
  }

  @Override
  public Attributes getAttributes() {
    return profile.getAttributes();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
    return profile.toRepresentation(full);
  }
}
