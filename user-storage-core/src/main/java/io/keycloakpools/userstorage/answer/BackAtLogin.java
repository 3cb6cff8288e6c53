package io.keycloakpools.userstorage.answer;

import io.keycloakpools.userstorage.rules.NextSteps.Step;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.ForkFlowException;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Takes a person back to the login page, with a message, links, and the name that they typed. A
 * {@link ForkFlowException} has Keycloak begin the browser flow anew in a copy of the
 * authentication session, and draw its first page in this request.
 */
final class BackAtLogin {

  private final KeycloakSession session;
  private final SignInContext context;
  private final NextLinks links;

  BackAtLogin(KeycloakSession session, NextLinks links) {
    this.session = session;
    this.context = new SignInContext(session);
    this.links = links;
  }

  /**
   * The exception that does it.
   *
   * @param user null while it is not known who it is
   */
  RuntimeException with(UserModel user, FormMessage message, List<Step> steps) {
    if (context.active()) {
      prepare(user, steps);
    }
    return new ForkFlowException(null, message);
  }

  private void prepare(UserModel user, List<Step> steps) {
    LoginFormsProvider page = session.getProvider(LoginFormsProvider.class);
    context.typedName().ifPresent(name -> page.setFormData(form(name)));
    AuthenticationSessionModel authentication = context.authentication();
    String hint = authentication.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
    if (user != null && nameCameFirst(authentication)) {
      authentication.setClientNote(
          OIDCLoginProtocol.LOGIN_HINT_PARAM,
          authentication.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME));
    }
    page.setAttributeMapper(
        attributes -> {
          restoreHint(authentication, hint);
          return LinkedMessage.with(attributes, links.on(attributes, steps));
        });
  }

  private static MultivaluedMap<String, String> form(String name) {
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    form.add(AuthenticationManager.FORM_USERNAME, name);
    return form;
  }

  /**
   * Where the name is asked for on a page of its own, as with organizations, that page is passed
   * over for a name that the application hints at ({@code OrganizationAuthenticator}): the person
   * is back at the page for the password.
   */
  private static boolean nameCameFirst(AuthenticationSessionModel authentication) {
    return Boolean.parseBoolean(
            authentication.getAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN))
        && authentication.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME) != null;
  }

  /** Or "restart login" would come back to the same name for ever. */
  private static void restoreHint(AuthenticationSessionModel forked, String hint) {
    for (Map.Entry<String, AuthenticationSessionModel> tab :
        forked.getParentSession().getAuthenticationSessions().entrySet()) {
      boolean concerned =
          tab.getKey().equals(forked.getTabId())
              || Objects.equals(
                  tab.getValue().getAuthNote(AuthenticationProcessor.FORKED_FROM),
                  forked.getTabId());
      if (concerned && hint == null) {
        tab.getValue().removeClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
      } else if (concerned) {
        tab.getValue().setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, hint);
      }
    }
  }
}
