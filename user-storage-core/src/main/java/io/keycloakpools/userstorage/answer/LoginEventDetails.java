package io.keycloakpools.userstorage.answer;

import io.keycloakpools.common.signin.SignInCheck;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.users.ProfileCheck;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Adds the pool and its outcome to Keycloak's {@code LOGIN} event. A storage provider cannot reach
 * that event, but {@code AuthenticationManager} shows it to every required action of the realm
 * before a sign-in ends, whichever way the password came.
 *
 * <p>The action asks for nothing. Without this JAR Keycloak ignores it ({@code
 * AuthenticationManager.toRequiredActionFactory}).
 */
public final class LoginEventDetails extends SignInCheck {

  static final String ID = "user-pool-event-details";

  /** Event detail: component id of the pool. */
  public static final String POOL = "user_pool";

  static final String OUTCOME = "user_pool_outcome";

  /** Event detail: the data that the realm's user profile refuses. */
  static final String PROFILE = "user_pool_profile";

  /** Event detail: the directory's own code for its refusal. */
  static final String CODE = "user_pool_code";

  /** Event detail: the actions that keep a direct grant from its token. */
  static final String REQUIRED_ACTIONS = "user_pool_required_actions";

  private static final String USER = "user_pool_of";
  private static final String PROFILE_DUE = "user_pool_profile_due";
  private static final Logger LOG = Logger.getLogger(LoginEventDetails.class);

  /** See {@link SwitchedOff}. */
  private static final int BEFORE_KEYCLOAKS = 1;

  public LoginEventDetails() {
    super(ID, "User pools: outcome in login events", BEFORE_KEYCLOAKS);
  }

  /** Keeps the outcome until the sign-in ends, perhaps some pages later, or starts over. */
  public static void note(SignInContext context, Pool pool, UserModel user, Result result) {
    if (context.active()) {
      AuthenticationSessionModel authentication = context.authentication();
      authentication.setAuthNote(POOL, pool.id());
      authentication.setAuthNote(OUTCOME, result.code());
      authentication.setAuthNote(USER, user.getId());
    }
  }

  /** Requests a check of a profile that is Keycloak's from now on. */
  public static void checkProfile(SignInContext context) {
    if (context.active()) {
      context.authentication().setAuthNote(PROFILE_DUE, "true");
    }
  }

  private static void profile(RequiredActionContext context, ProfileCheck profile) {
    AuthenticationSessionModel authentication = context.getAuthenticationSession();
    if (authentication.getAuthNote(PROFILE_DUE) != null) {
      authentication.removeAuthNote(PROFILE_DUE);
      String refused = profile.refused();
      if (!refused.isEmpty()) {
        authentication.setAuthNote(PROFILE, refused);
        LOG.warnf(
            "The user profile of the realm refuses what user pool %s says of user %s: %s. The"
                + " person is asked at the login page, and cannot finish a direct grant until then."
                + " Correct it in the directory, or loosen the validators under Realm settings,"
                + " User profile.",
            authentication.getAuthNote(POOL), context.getUser().getId(), refused);
      }
    }
    Optional.ofNullable(authentication.getAuthNote(PROFILE))
        .ifPresent(refused -> context.getEvent().detail(PROFILE, refused));
  }

  /**
   * A direct grant cannot show a page, and Keycloak only says "Account is not fully set up" ({@code
   * ResourceOwnerPasswordCredentialsGrantType}).
   */
  private static void requiredActions(RequiredActionContext context, ProfileCheck profile) {
    UserModel user = context.getUser();
    if (user.getFirstAttribute(PoolAttributes.POOL) == null
        || !new SignInContext(context.getSession()).directGrant()) {
      return;
    }
    String due = new DueActions(context, profile).names();
    if (!due.isEmpty()) {
      context.getEvent().detail(REQUIRED_ACTIONS, due);
      LOG.infof(
          "User %s of user pool %s gets no token by direct grant before these required actions are"
              + " done at the login page: %s",
          user.getId(), user.getFirstAttribute(PoolAttributes.POOL), due);
    }
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    SwitchedOff.refuse(context);
    AuthenticationSessionModel authentication = context.getAuthenticationSession();
    UserModel user = context.getUser();
    ProfileCheck profile = new ProfileCheck(context.getSession(), user);
    if (user.getId().equals(authentication.getAuthNote(USER))) {
      context
          .getEvent()
          .detail(POOL, authentication.getAuthNote(POOL))
          .detail(OUTCOME, authentication.getAuthNote(OUTCOME));
      profile(context, profile);
    }
    requiredActions(context, profile);
    if (user.getRequiredActionsStream().anyMatch(ID::equals)) {
      user.removeRequiredAction(ID);
    }
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    context.success();
  }
}
