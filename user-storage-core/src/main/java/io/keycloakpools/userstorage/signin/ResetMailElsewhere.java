package io.keycloakpools.userstorage.signin;

import io.keycloakpools.userstorage.answer.LoginEventDetails;
import io.keycloakpools.userstorage.answer.NextLinks;
import io.keycloakpools.userstorage.answer.PeopleTexts;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.rules.NextSteps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.ServicesLogger;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's e-mail of "forgot password". A user whose password stays in the directory gets the
 * address where it is changed; Keycloak's link would lead to a useless form.
 */
public final class ResetMailElsewhere extends ResetCredentialEmail {

  private static final String SUBJECT = "userPoolMailSubject";
  private static final String TEMPLATE = "user-pool-password.ftl";
  private static final String REASON = "the password is kept in the directory";

  @Override
  public Authenticator create(KeycloakSession session) {
    return this;
  }

  @Override
  public int order() {
    return super.order() + 1;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    Optional<Pool> pool =
        PasswordElsewhere.poolOf(context.getSession(), context.getRealm(), context.getUser());
    if (pool.isEmpty() || !isFirstStep(context)) {
      super.authenticate(context);
      return;
    }
    send(context, pool.get());
    context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
  }

  /** False after the link in an e-mail, and for users without an address. */
  private static boolean isFirstStep(AuthenticationFlowContext context) {
    String email = context.getUser().getEmail();
    return email != null
        && !email.isBlank()
        && context
                .getAuthenticationSession()
                .getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID)
            == null;
  }

  private static void send(AuthenticationFlowContext context, Pool pool) {
    UserModel user = context.getUser();
    AuthenticationSessionModel authentication = context.getAuthenticationSession();
    EventBuilder event =
        context
            .getEvent()
            .clone()
            .event(EventType.SEND_RESET_PASSWORD)
            .user(user)
            .detail(
                Details.USERNAME,
                authentication.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
            .detail(LoginEventDetails.POOL, pool.id());
    try {
      context
          .getSession()
          .getProvider(EmailTemplateProvider.class)
          .setRealm(context.getRealm())
          .setUser(user)
          .setAuthenticationSession(authentication)
          .send(SUBJECT, TEMPLATE, body(context, pool));
      event
          .detail(Details.REASON, REASON)
          .detail(Details.EMAIL, user.getEmail())
          .detail(Details.CODE_ID, authentication.getParentSession().getId())
          .success();
    } catch (EmailException e) {
      event.detail(Details.REASON, e.getMessage()).error(Errors.EMAIL_SEND_FAILED);
      ServicesLogger.LOGGER.failedToSendPwdResetEmail(e);
    }
  }

  private static Map<String, Object> body(AuthenticationFlowContext context, Pool pool) {
    PeopleTexts texts = PeopleTexts.of(context.getSession(), context.getRealm(), context.getUser());
    NextSteps next = NextSteps.passwordElsewhere();
    Map<String, Object> body = new HashMap<>();
    body.put("poolRequested", texts.text("userPoolMailRequested"));
    body.put("poolText", texts.text(next.messageKey(), texts.nameOf(pool)));
    body.put("poolIgnore", texts.text("userPoolMailIgnore"));
    body.put(
        "poolLinks", NextLinks.forTemplate(new NextLinks(pool, texts).ofSettings(next.steps())));
    return body;
  }
}
