package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.access.OtherApplication;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.password.ShownPasswordRules;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.schema.ShownTexts;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.keycloak.authentication.requiredactions.util.UpdateProfileContext;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.MessageType;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.forms.login.freemarker.Templates;
import org.keycloak.forms.login.freemarker.model.AbstractUserProfileBean;
import org.keycloak.forms.login.freemarker.model.PasswordPoliciesBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;

/**
 * Keycloak's login pages without links to a closed registration, and with templates of ours for
 * users of a pool and for refusals. The theme may replace the templates.
 */
final class PoolLoginForms extends FreeMarkerLoginFormsProvider {

  /** Attribute of a form that must not be shown: the message key of the reason. */
  static final String CLOSED = "poolRegistrationClosed";

  private static final String PAGE = "poolPage";

  private static final String OURS = "identity";

  PoolLoginForms(KeycloakSession session) {
    super(session);
  }

  @Override
  public Response createRegistration() {
    if (attributes.get(CLOSED) instanceof String reason) {
      setError(reason);
      return createErrorPage(Response.Status.BAD_REQUEST);
    }
    return super.createRegistration();
  }

  @Override
  protected Response createResponse(LoginFormsPages page) {
    boolean closed =
        realm != null
            && realm.isRegistrationAllowed()
            && Optional.ofNullable(session.getContext().getAuthenticationSession())
                .map(AuthenticationSessionModel::getClient)
                .flatMap(new Admission(session, realm)::ofRegistration)
                .isPresent();
    if (closed) {
      setAttribute(REGISTRATION_DISABLED, true);
    }
    return super.createResponse(page);
  }

  @Override
  protected void createCommonAttributes(
      Theme theme,
      Locale locale,
      Properties texts,
      UriBuilder baseUriBuilder,
      LoginFormsPages page) {
    super.createCommonAttributes(theme, locale, texts, baseUriBuilder, page);
    if (realm != null) {
      choosing(page).ifPresent(pool -> passwordRules(pool, texts, locale));
    }
  }

  private Optional<IdentityPool> choosing(LoginFormsPages page) {
    if (page == LoginFormsPages.REGISTER) {
      return IdentityPools.of(session, realm).joining();
    }
    return page == LoginFormsPages.LOGIN_UPDATE_PASSWORD ? poolOfUser() : Optional.empty();
  }

  private Optional<IdentityPool> poolOfUser() {
    return Optional.ofNullable(user)
        .flatMap(IdentityPools.of(session, realm)::ofUser)
        .filter(pool -> pool.problem().isEmpty());
  }

  /** Scripts on Keycloak's pages check new passwords by the policy of this attribute. */
  private void passwordRules(IdentityPool pool, Properties texts, Locale locale) {
    ShownPasswordRules rules = ShownPasswordRules.of(session, realm, pool);
    attributes.put("passwordPolicies", new PasswordPoliciesBean(rules.policy()));
    attributes.put(
        "poolPasswordRules",
        rules.list(user).stream().map(rule -> formatMessage(rule, texts, locale)).toList());
  }

  @Override
  protected Response processTemplate(Theme theme, String template, Locale locale) {
    return super.processTemplate(theme, ofPool(template).orElse(template), locale);
  }

  private Optional<String> ofPool(String template) {
    if (template.equals(Templates.getTemplate(LoginFormsPages.REGISTER))) {
      return IdentityPools.of(session, realm).joining().map(this::registration);
    }
    if (template.equals(Templates.getTemplate(LoginFormsPages.LOGIN_UPDATE_PROFILE))) {
      return poolOfUser().map(this::profile);
    }
    if (template.equals(Templates.getTemplate(LoginFormsPages.IDP_REVIEW_USER_PROFILE))) {
      return IdentityPools.of(session, realm)
          .joining()
          .filter(IdentityPool::enabled)
          .map(this::profile);
    }
    if (template.equals(Templates.getTemplate(LoginFormsPages.LOGIN_UPDATE_PASSWORD))) {
      return poolOfUser().map(pool -> "identity-pool-update-password.ftl");
    }
    if (template.equals(Templates.getTemplate(LoginFormsPages.ERROR))
        && OtherApplication.MESSAGE_KEY.equals(getFirstMessageUnformatted())) {
      return Optional.of(otherApplication());
    }
    return Optional.empty();
  }

  private String registration(IdentityPool pool) {
    FormModel form = RegistrationForm.of(session, pool);
    PageEntries entries =
        new PageEntries(
            submitted(), messages == null ? PageEntries.Shown.FIRST : PageEntries.Shown.AGAIN);
    String loginName = realm.isRegistrationEmailAsUsername() ? UserModel.EMAIL : UserModel.USERNAME;
    attributes.put(
        PAGE, PoolPage.of(form, entries, errors(field -> PoolPage.has(form, field)), loginName));
    return "identity-pool-register.ftl";
  }

  private String profile(IdentityPool pool) {
    AbstractUserProfileBean profile = (AbstractUserProfileBean) attributes.get("profile");
    ProfileForm shown =
        ProfileForm.of(
            pool,
            profile,
            realm.isInternationalizationEnabled(),
            name -> stored(name).stream().anyMatch(value -> !value.isBlank()));
    boolean again = submitted().keySet().stream().anyMatch(shown::has);
    PageEntries entries =
        new PageEntries(
            submitted(), again ? PageEntries.Shown.AGAIN : PageEntries.Shown.FIRST, this::stored);
    attributes.put(PAGE, PoolPage.of(shown.form(), entries, errors(shown::has), ""));
    attributes.put("poolAttributes", shown.others());
    attributes.put("poolFillsInLanguage", shown.fillsInLanguage());
    return "identity-pool-profile.ftl";
  }

  private List<String> stored(String attribute) {
    return attributes.get(LoginFormsProvider.UPDATE_PROFILE_CONTEXT_ATTR)
            instanceof UpdateProfileContext data
        ? data.getAttributeStream(attribute).toList()
        : List.of();
  }

  /** Keycloak's restart leads back to the login page while the sign-in goes on. */
  private String otherApplication() {
    if (authenticationSession == null) {
      attributes.put(
          "poolLogoutUrl",
          OIDCLoginProtocolService.logoutUrl(uriInfo).build(realm.getName()).toString());
    } else if (authenticationSession.getAuthenticatedUser() != null) {
      attributes.put("poolSignedInAs", authenticationSession.getAuthenticatedUser().getUsername());
    }
    return "identity-pool-other-application.ftl";
  }

  private Map<String, List<String>> submitted() {
    return Optional.<Map<String, List<String>>>ofNullable(formData).orElse(Map.of());
  }

  private PageErrors errors(Predicate<String> isField) {
    return messages == null || messageType != MessageType.ERROR
        ? PageErrors.NONE
        : PageErrors.of(messages, isField, this::formatMessage);
  }

  /** {@inheritDoc} A label in our texts may itself be a message key. */
  @Override
  protected String formatMessage(FormMessage message, Properties texts, Locale locale) {
    if (message == null
        || message.getParameters() == null
        || !message.getMessage().startsWith(OURS)) {
      return super.formatMessage(message, texts, locale);
    }
    Object[] parameters =
        Arrays.stream(message.getParameters()).map(each -> inWords(each, texts)).toArray();
    FormMessage named = new FormMessage(message.getField(), message.getMessage(), parameters);
    try {
      return super.formatMessage(named, texts, locale);
    } catch (IllegalArgumentException e) {
      // An admin may have put anything into Realm settings > Localization.
      return texts.getProperty(message.getMessage());
    }
  }

  private static Object inWords(Object parameter, Properties texts) {
    if (parameter instanceof String text && ShownTexts.isReference(text)) {
      String key = ShownTexts.key(text);
      return texts.getProperty(key, key);
    }
    return parameter;
  }
}
