package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.members.MovePermission;
import io.keycloakpools.identitypool.pool.IdentityPool;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DefaultUserProfile;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;

record JoiningProfile(UserProfile profile, Occasion occasion) implements UserProfile {

  static JoiningProfile of(UserProfile profile, ProfileAttributes attributes) {
    Occasion occasion = attributes.occasion();
    return new JoiningProfile(
        occasion.user().isEmpty()
            ? occasion.target().map(pool -> ofNewcomer(attributes, pool)).orElse(profile)
            : profile,
        occasion);
  }

  /** Keycloak's own function asks the user storage providers in turn who takes the user. */
  private static UserProfile ofNewcomer(ProfileAttributes attributes, IdentityPool pool) {
    Occasion occasion = attributes.occasion();
    return new DefaultUserProfile(
        attributes.profile(),
        attributes,
        sent ->
            membership(occasion)
                .create(
                    Optional.ofNullable(sent.getFirst(UserModel.USERNAME))
                        .orElseGet(() -> sent.getFirst(UserModel.EMAIL)),
                    pool),
        null,
        occasion.session());
  }

  @Override
  public void validate() {
    requirePermission();
    profile.validate();
  }

  @Override
  public UserModel create() {
    return create(true);
  }

  @Override
  public UserModel create(boolean validate) {
    requirePermission();
    return profile.create(validate);
  }

  @Override
  public void update(boolean removeAttributes, AttributeChangeListener... changeListener) {
    requirePermission();
    profile.update(removeAttributes, changeListener);
    if (occasion.context() == UserProfileContext.USER_API) {
      occasion.user().ifPresent(this::move);
    }
  }

  private void requirePermission() {
    if (occasion.context() == UserProfileContext.USER_API) {
      MovePermission.ofRequest(occasion.session())
          .ifPresent(admin -> admin.require(occasion.user(), occasion.target()));
    }
  }

  /**
   * Again at the end, because {@code UserResource.updateUserFromRep} sets the federation link that
   * the console read before.
   */
  private void move(UserModel user) {
    apply(user);
    AtTheEnd.of(occasion.session(), () -> apply(user));
  }

  private void apply(UserModel user) {
    occasion
        .target()
        .ifPresentOrElse(
            (IdentityPool pool) -> membership(occasion).join(user, pool),
            () -> membership(occasion).leave(user));
  }

  private static Membership membership(Occasion occasion) {
    return new Membership(occasion.session(), occasion.session().getContext().getRealm());
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
