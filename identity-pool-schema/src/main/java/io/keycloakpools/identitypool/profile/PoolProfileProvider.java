package io.keycloakpools.identitypool.profile;

import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.profile.rules.Placement;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

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
    return ofPools(context, super.create(context, user), user);
  }

  @Override
  public UserProfile create(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
    return ofPools(context, super.create(context, attributes, user), user);
  }

  @Override
  public UserProfile create(UserProfileContext context, Map<String, ?> attributes) {
    return ofPools(context, super.create(context, attributes), null);
  }

  private UserProfile ofPools(UserProfileContext context, UserProfile profile, UserModel user) {
    if (profile.getAttributes() instanceof ProfileAttributes attributes) {
      Occasion occasion = attributes.occasion();
      if (occasion.placement().move() != Placement.Move.NONE) {
        return guarded(context, JoiningProfile.of(profile, attributes), user);
      }
      if (occasion.placement().inUnusablePool()) {
        return guarded(context, new UnusablePoolProfile(profile, occasion), user);
      }
    }
    return guarded(context, profile, user);
  }

  private UserProfile guarded(UserProfileContext context, UserProfile profile, UserModel user) {
    return context == UserProfileContext.USER_API && IdentityPools.of(session).any()
        ? new LinkedProfile(profile, session, user)
        : profile;
  }
}
