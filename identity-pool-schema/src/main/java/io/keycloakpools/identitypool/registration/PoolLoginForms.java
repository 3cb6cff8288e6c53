package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.schema.ShownTexts;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.forms.login.LoginFormsPages;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.forms.login.freemarker.Templates;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;

/**
 * Keycloak's login pages, but for two things: where nobody may register there is no way to it, and
 * the registration page of a pool has a template of its own. Both look the way the theme wants,
 * which may replace the template.
 */
final class PoolLoginForms extends FreeMarkerLoginFormsProvider {

  /** Attribute of a form that must not be shown, since nobody may register: key of the reason. */
  static final String CLOSED = "poolRegistrationClosed";

  /** Attribute of the template: a {@link PoolPage}. */
  private static final String PAGE = "poolPage";

  /** As the keys of violations begin. */
  private static final String VIOLATION = "identitySchema";

  private static final String TEMPLATE = "identity-pool-register.ftl";

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
  protected Response processTemplate(Theme theme, String template, Locale locale) {
    Optional<IdentityPool> pool =
        Optional.of(template)
            .filter(Templates.getTemplate(LoginFormsPages.REGISTER)::equals)
            .flatMap(register -> IdentityPools.of(session, realm).joining());
    if (pool.isEmpty()) {
      return super.processTemplate(theme, template, locale);
    }
    attributes.put(PAGE, page(RegistrationForm.of(session, pool.get())));
    return super.processTemplate(theme, TEMPLATE, locale);
  }

  /** {@inheritDoc} A label in a text of ours may be the key of a message itself. */
  @Override
  protected String formatMessage(FormMessage message, Properties texts, Locale locale) {
    if (message == null
        || message.getParameters() == null
        || !message.getMessage().startsWith(VIOLATION)) {
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

  private PoolPage page(FormModel form) {
    Map<String, String> ofFields = new LinkedHashMap<>();
    List<String> ofPage = new ArrayList<>();
    for (FormMessage message : Optional.ofNullable(messages).orElse(List.of())) {
      String text = formatMessage(message);
      if (message.getField() == null || !PoolPage.has(form, message.getField())) {
        ofPage.add(text);
      } else {
        ofFields.putIfAbsent(message.getField(), text);
      }
    }
    PageEntries entries =
        new PageEntries(
            Optional.<Map<String, List<String>>>ofNullable(formData).orElse(Map.of()),
            messages == null ? PageEntries.Shown.FIRST : PageEntries.Shown.AGAIN);
    String loginName = realm.isRegistrationEmailAsUsername() ? UserModel.EMAIL : UserModel.USERNAME;
    return PoolPage.of(form, entries, new PageErrors(ofPage, ofFields), loginName);
  }
}
