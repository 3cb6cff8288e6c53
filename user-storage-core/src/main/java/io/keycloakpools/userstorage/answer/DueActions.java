package io.keycloakpools.userstorage.answer;

import io.keycloakpools.userstorage.users.ProfileCheck;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;

/**
 * A user's required actions, including those that Keycloak adds after ours has looked at the user
 * ({@code VerifyUserProfile}, {@code VerifyEmail}).
 */
record DueActions(RequiredActionContext context, ProfileCheck profile) {

  /** Keycloak's names, sorted; empty if nothing is due. */
  String names() {
    RealmModel realm = context.getRealm();
    UserModel user = context.getUser();
    Set<String> names = new TreeSet<>(context.getAuthenticationSession().getRequiredActions());
    user.getRequiredActionsStream().forEach(names::add);
    names.remove(LoginEventDetails.ID);
    if (realm.isVerifyEmail() && !user.isEmailVerified()) {
      names.add(RequiredAction.VERIFY_EMAIL.name());
    }
    if (!profile.refused().isEmpty()) {
      names.add(RequiredAction.VERIFY_PROFILE.name());
    }
    names.removeIf(name -> !enabled(realm, name));
    return String.join(",", names);
  }

  private static boolean enabled(RealmModel realm, String action) {
    RequiredActionProviderModel known = realm.getRequiredActionProviderByAlias(action);
    return known != null && known.isEnabled();
  }
}
