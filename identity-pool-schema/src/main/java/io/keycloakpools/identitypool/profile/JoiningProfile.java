package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.pool.Membership;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;

/** A profile whose saving puts the user into a pool, into another, or out of it. */
record JoiningProfile(UserProfile profile, Occasion occasion) implements UserProfile {

  @Override
  public void validate() {
    profile.validate();
  }

  @Override
  public UserModel create() {
    return create(true);
  }

  @Override
  public UserModel create(boolean validate) {
    IdentityPools pools = IdentityPools.of(occasion.session());
    occasion.target().ifPresent(pools::join);
    UserModel user = profile.create(validate);
    occasion
        .target()
        .filter(pool -> !pool.id().equals(user.getFederationLink()))
        .ifPresent(pool -> refuse(user, pool));
    return user;
  }

  /** What is in an LDAP server by now is not rolled back with our transaction. */
  private void refuse(UserModel user, IdentityPool pool) {
    KeycloakSession session = occasion.session();
    boolean unused = session.users().removeUser(session.getContext().getRealm(), user);
    throw new ModelIllegalStateException(
        "Another provider of the user federation took the new user of identity pool "
            + pool.name()
            + ". Give the pool a lower priority number.");
  }

  @Override
  public void update(boolean removeAttributes, AttributeChangeListener... changeListener) {
    profile.update(removeAttributes, changeListener);
    if (occasion.context() == UserProfileContext.USER_API) {
      occasion.user().ifPresent(this::move);
    }
  }

  /**
   * Now, and again at the end: {@code UserResource.updateUserFromRep} sets the federation link that
   * the console had read before.
   */
  private void move(UserModel user) {
    apply(user);
    occasion
        .session()
        .getTransactionManager()
        .enlistPrepare(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                apply(user);
              }

              @Override
              protected void rollbackImpl() {}
            });
  }

  private void apply(UserModel user) {
    Membership membership =
        new Membership(occasion.session(), occasion.session().getContext().getRealm());
    occasion
        .target()
        .ifPresentOrElse(
            (IdentityPool pool) -> membership.join(user, pool), () -> membership.leave(user));
  }

  @Override
  public Attributes getAttributes() {
    return profile.getAttributes();
  }

  /** As the interface has it. */
  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
    return profile.toRepresentation(full);
  }
}
