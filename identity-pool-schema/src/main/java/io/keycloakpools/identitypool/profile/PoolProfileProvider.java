package io.keycloakpools.identitypool.profile;

import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/** Gives profiles of pool users the rules of their pool, and leaves all others alone. */
final class PoolProfileProvider extends DeclarativeUserProfileProvider {

  private final KeycloakSession session;

  PoolProfileProvider(KeycloakSession session, PoolProfileProviderFactory factory) {
    super(session, factory);
    this.session = session;
  }

  @Override
  protected Attributes createAttributes(
      UserProfileContext context,
      Map<String, ?> attributes,
      UserModel user,
      UserProfileMetadata metadata) {
    Optional<Occasion> occasion = Occasion.of(session, context, attributes, user);
    if (occasion.isEmpty()) {
      return super.createAttributes(context, attributes, user, metadata);
    }
    return ProfileAttributes.of(occasion.get(), attributes, metadata);
  }

  @Override
  public UserProfile create(UserProfileContext context, UserModel user) {
    return joining(super.create(context, user));
  }

  @Override
  public UserProfile create(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
    return joining(super.create(context, attributes, user));
  }

  @Override
  public UserProfile create(UserProfileContext context, Map<String, ?> attributes) {
    return joining(super.create(context, attributes));
  }

  private UserProfile joining(UserProfile profile) {
    return profile.getAttributes() instanceof ProfileAttributes attributes
            && attributes.occasion().move() != Occasion.Move.NONE
        ? new JoiningProfile(profile, attributes.occasion())
        : profile;
  }
}
