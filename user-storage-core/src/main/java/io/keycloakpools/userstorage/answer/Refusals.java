package io.keycloakpools.userstorage.answer;

import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.observe.Outcome;
import io.keycloakpools.userstorage.observe.Result;
import io.keycloakpools.userstorage.observe.Step;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.NextSteps;
import io.keycloakpools.userstorage.rules.Verdict;
import io.keycloakpools.userstorage.users.UserImporter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Ends a sign-in that is neither right nor wrong, with an event and an exception to throw. No
 * brute-force counter moves, because only a failed challenge of an authenticator moves one.
 *
 * <p>A browser returns to the login page with the message, as Keycloak does for a {@link
 * ForkFlowException}. A direct grant gets an OAuth error.
 */
public final class Refusals {

  static final String UNAVAILABLE = "user_pool_unavailable";

  static final String REFUSED = "user_pool_refused";

  static final String CLASH = "user_pool_clash";

  private static final String ALREADY_REFUSED = "io.keycloakpools.refused";
  private static final Logger LOG = Logger.getLogger(Refusals.class);

  private final PoolSession current;
  private final SignInContext context;

  public Refusals(PoolSession current) {
    this.current = current;
    this.context = new SignInContext(current.session());
  }

  /** Whether this request was already refused; it must not be refused again. */
  public boolean alreadyRefused() {
    return current.session().getAttribute(ALREADY_REFUSED) != null;
  }

  /** The directory could not be asked; {@code user} may be null. */
  public RuntimeException tryLater(UserModel user, Outage outage) {
    LOG.warnf(
        "User pool '%s' (%s) cannot be asked: %s",
        current.pool().name(), current.pool().id(), outage.reason());
    Optional<String> userId = Optional.ofNullable(user).map(UserModel::getId);
    current.pool().observer().record(Outcome.unavailable(Step.SIGN_IN, outage, userId));
    report(user, Result.UNAVAILABLE, outage.reason(), "", UNAVAILABLE);
    outage
        .retryAfter()
        .ifPresent(
            wait ->
                current
                    .session()
                    .getContext()
                    .getHttpResponse()
                    .setHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
    String key = context.password().isPresent() ? "userPoolTryLater" : "userPoolSignInLater";
    return answer(
        user,
        new NextSteps(key, List.of()),
        "",
        OAuthErrorException.TEMPORARILY_UNAVAILABLE,
        Response.Status.SERVICE_UNAVAILABLE);
  }

  public RuntimeException refused(UserModel user, UnusableReason reason) {
    return refused(user, new Verdict.Refused(reason));
  }

  /** May include the directory's own words. */
  public RuntimeException refused(UserModel user, Verdict.Refused verdict) {
    UnusableReason reason = verdict.reason();
    String code = verdict.code();
    LOG.infof(
        "User pool '%s' (%s) refuses user %s: %s%s",
        current.pool().name(),
        current.pool().id(),
        user.getId(),
        reason.code(),
        code.isEmpty() ? "" : " (the directory says " + code + ")");
    current.pool().observer().record(Outcome.unusable(Step.SIGN_IN, reason, user.getId()));
    report(user, Result.ACCOUNT_UNUSABLE, reason.code(), code, REFUSED);
    NextSteps next = NextSteps.after(reason, resetHelps());
    boolean told = reason == UnusableReason.DENIED && !verdict.told().isEmpty();
    return answer(
        user,
        told ? next.told() : next,
        verdict.told(),
        OAuthErrorException.INVALID_GRANT,
        Response.Status.BAD_REQUEST);
  }

  /**
   * Reports once a request: a look-up by address is followed by one by name.
   *
   * @return whether it was reported now
   */
  public boolean clash(UserImporter.Clash clash) {
    if (current.session().getAttribute(CLASH) != null) {
      return false;
    }
    current.session().setAttribute(CLASH, true);
    current.pool().observer().record(Outcome.clash(clash.field(), clash.localUserId()));
    LOG.warnf(
        "User pool '%s' (%s) does not import user %s of the directory: the %s belongs to account %s of this realm, "
            + "which the pool did not import. Rename or delete that account, or change the user in the directory.",
        current.pool().name(),
        current.pool().id(),
        clash.externalId(),
        clash.field(),
        clash.localUserId());
    event()
        .detail(LoginEventDetails.OUTCOME, Result.CLASH.code())
        .detail("user_pool_user_id", clash.externalId())
        .detail(Details.REASON, clash.field() + " belongs to account " + clash.localUserId())
        .error(CLASH);
    return true;
  }

  /** The answer to a person who proved the directory's password. */
  public RuntimeException explainedClash() {
    current.session().setAttribute(ALREADY_REFUSED, true);
    return answer(
        null,
        NextSteps.clash(current.realm().isResetPasswordAllowed()),
        "",
        OAuthErrorException.INVALID_GRANT,
        Response.Status.BAD_REQUEST);
  }

  /** Only where users move does a new password here replace one that the directory ended. */
  private boolean resetHelps() {
    return current.config().justInTimeMigration() && current.realm().isResetPasswordAllowed();
  }

  private void report(UserModel user, Result outcome, String reason, String code, String error) {
    current.session().setAttribute(ALREADY_REFUSED, true);
    EventBuilder event =
        event().detail(LoginEventDetails.OUTCOME, outcome.code()).detail(Details.REASON, reason);
    if (!code.isEmpty()) {
      event.detail(LoginEventDetails.CODE, code);
    }
    if (user != null) {
      event.user(user);
    }
    event.error(error);
  }

  private EventBuilder event() {
    EventBuilder event =
        new EventBuilder(
                current.realm(), current.session(), current.session().getContext().getConnection())
            .event(EventType.LOGIN)
            .detail(LoginEventDetails.POOL, current.pool().id());
    if (context.active()) {
      event
          .client(context.authentication().getClient())
          .detail(Details.AUTH_METHOD, context.authentication().getProtocol())
          .detail(
              Details.USERNAME,
              context
                  .authentication()
                  .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME));
    }
    return event;
  }

  private RuntimeException answer(
      UserModel user, NextSteps next, String told, String oauthError, Response.Status status) {
    PeopleTexts texts = PeopleTexts.of(current.session(), current.realm(), null);
    NextLinks links = new NextLinks(current.pool(), texts);
    String[] arguments = {texts.nameOf(current.pool()), told};
    if (!context.directGrant()) {
      return new BackAtLogin(current.session(), links)
          .with(user, new FormMessage(null, next.messageKey(), (Object[]) arguments), next.steps());
    }
    String text =
        links.ofSettings(next.steps()).stream()
            .map(link -> " " + link.label() + ": " + link.href())
            .collect(
                Collectors.joining("", texts.text(next.messageKey(), (Object[]) arguments), ""));
    Cors cors = current.session().getProvider(Cors.class);
    return new CorsErrorResponseException(cors, oauthError, text, status);
  }
}
