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
 * Returns a person to the login page. A {@link ForkFlowException} restarts the browser flow in a
 * copy of the authentication session, and draws its first page in this request.
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
   * @param user null while unknown
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
   * Where a page of its own asks for the name, as with organizations, a login hint skips that page
   * ({@code OrganizationAuthenticator}): the person returns to the password page.
   */
  private static boolean nameCameFirst(AuthenticationSessionModel authentication) {
    return Boolean.parseBoolean(
            authentication.getAuthNote(AbstractUsernameFormAuthenticator.USERNAME_HIDDEN))
        && authentication.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME) != null;
  }

  /** Otherwise "restart login" would return to the same name for ever. */
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
