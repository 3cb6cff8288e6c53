package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.answer.NextLinks;
import io.keycloakpools.userstorage.answer.PeopleTexts;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.rules.NextSteps;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's page for a new password. A user whose password stays in the directory reads where to
 * change it before choosing one in vain.
 */
public final class UpdatePasswordElsewhere extends UpdatePassword {

  private static final String PAGE = "user-pool-password.ftl";

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public int order() {
    return super.order() + 1;
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    Optional<Pool> pool = poolOf(context);
    if (pool.isEmpty()) {
      super.requiredActionChallenge(context);
    } else {
      showWhere(context, pool.get());
    }
  }

  /** The form may be older than the link, or not ours. */
  @Override
  public void processAction(RequiredActionContext context) {
    Optional<Pool> pool = poolOf(context);
    if (pool.isEmpty()) {
      super.processAction(context);
    } else {
      showWhere(context, pool.get());
    }
  }

  private static Optional<Pool> poolOf(RequiredActionContext context) {
    return PasswordElsewhere.poolOf(context.getSession(), context.getRealm(), context.getUser());
  }

  private static void showWhere(RequiredActionContext context, Pool pool) {
    PeopleTexts texts = PeopleTexts.of(context.getSession(), context.getRealm(), context.getUser());
    NextSteps next = NextSteps.passwordElsewhere();
    context.challenge(
        context
            .form()
            .setAttribute("poolText", texts.text(next.messageKey(), texts.nameOf(pool)))
            .setAttribute(
                "poolLinks",
                NextLinks.forTemplate(new NextLinks(pool, texts).ofSettings(next.steps())))
            .createForm(PAGE));
  }
}
