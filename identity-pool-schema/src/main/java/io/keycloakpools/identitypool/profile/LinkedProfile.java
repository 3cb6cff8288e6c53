package io.keycloakpools.identitypool.profile;

import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;

/**
 * {@code UserResource.updateUserFromRep} sets the federation link that is sent. It is the
 * membership in a pool: changing it would bypass every check of a move.
 *
 * @param user null without a user
 */
record LinkedProfile(UserProfile profile, KeycloakSession session, UserModel user)
    implements UserProfile {

  private final class Linked extends UserModelDelegate {
    Linked(UserModel created) {
      super(created);
    }

    @Override
    public void setFederationLink(String link) {
      requireNoPool(getFederationLink(), link);
      super.setFederationLink(link);
    }
  }

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
    return new Linked(profile.create(validate));
  }

  @Override
  public void update(boolean removeAttributes, AttributeChangeListener... changeListener) {
    profile.update(removeAttributes, changeListener);
    String due = user.getFederationLink();
    AtTheEnd.of(session, () -> requireNoPool(due, user.getFederationLink()));
  }

  private void requireNoPool(String due, String sent) {
    IdentityPools pools = IdentityPools.of(session);
    boolean moves = !Objects.equals(due, sent);
    if (moves && (isPool(pools, due) || isPool(pools, sent))) {
      throw AdminErrors.of(session).refused(Response.Status.BAD_REQUEST, "identityPoolByLink");
    }
  }

  private static boolean isPool(IdentityPools pools, String link) {
    return link != null && pools.component(link).isPresent();
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
