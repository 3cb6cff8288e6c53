package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.UserProfile;

/**
 * Creates the user of a registration form in the application's pool. At an application of no pool,
 * it is Keycloak's {@link RegistrationUserCreation}, if {@link Admission} allows it.
 */
public class IdentityPoolRegistration extends RegistrationUserCreation {

  public static final String PROVIDER_ID = RegistrationFlow.FORM_ACTION;

  private static final String REFUSED = "keycloakpools.registrationRefused";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayType() {
    return "Identity pool registration";
  }

  @Override
  public String getHelpText() {
    return "Must be the first action of the form. Creates the user in the identity pool of the"
        + " application, with a page drawn from the schema of the pool. At an application that no"
        + " identity pool serves it does what \"Registration User Profile Creation\" does.";
  }

  @Override
  public void buildPage(FormContext context, LoginFormsProvider form) {
    super.buildPage(context, form);
    pool(context).ifPresent(IdentityPools.of(context.getSession())::join);
    Optional<Admission.Denial> refusal = refusal(context);
    if (refusal.isPresent()) {
      form.setAttribute(PoolLoginForms.CLOSED, refusal.get().messageKey());
      if (context.getSession().getAttribute(REFUSED) == null) {
        context.getEvent().detail(Details.REASON, refusal.get().reason());
        context.getEvent().error(Errors.REGISTRATION_DISABLED);
      }
    }
  }

  @Override
  public void validate(ValidationContext context) {
    Optional<Admission.Denial> refusal = refusal(context);
    if (refusal.isPresent()) {
      context.getEvent().detail(Details.REASON, refusal.get().reason());
      refuse(context, Errors.REGISTRATION_DISABLED, refusal.get().messageKey());
    } else if (pool(context).isPresent() && SubmittedForm.isTooLarge(parameters(context))) {
      refuse(context, Errors.INVALID_REGISTRATION, "identityPoolRegistrationTooLarge");
    } else {
      super.validate(context);
    }
  }

  /** Once for a request: the next page shows the error without another event. */
  private static void refuse(ValidationContext context, String error, String messageKey) {
    context.getSession().setAttribute(REFUSED, true);
    context.error(error);
    context.excludeOtherErrors();
    context.validationError(new MultivaluedHashMap<>(), List.of(new FormMessage(null, messageKey)));
  }

  /** {@inheritDoc} For a pool, only the fields of its form. */
  @Override
  public UserProfile getOrCreateUserProfile(
      FormContext context, MultivaluedMap<String, String> submitted) {
    return pool(context)
        .map(pool -> super.getOrCreateUserProfile(context, ofForm(context, pool, submitted)))
        .orElseGet(() -> super.getOrCreateUserProfile(context, submitted));
  }

  private static MultivaluedMap<String, String> ofForm(
      FormContext context, IdentityPool pool, MultivaluedMap<String, String> submitted) {
    IdentityPools.of(context.getSession()).join(pool);
    MultivaluedMap<String, String> attributes = new MultivaluedHashMap<>();
    RealmModel realm = context.getRealm();
    if (realm.isInternationalizationEnabled()) {
      // Keycloak's own page has the language in a hidden field.
      attributes.putSingle(
          UserModel.LOCALE, context.getSession().getContext().resolveLocale(null).toLanguageTag());
    }
    attributes.putAll(RegistrationForm.of(context.getSession(), pool).attributes(submitted));
    return attributes;
  }

  private static MultivaluedMap<String, String> parameters(FormContext context) {
    return context.getHttpRequest().getDecodedFormParameters();
  }

  private static Optional<Admission.Denial> refusal(FormContext context) {
    return new Admission(context.getSession(), context.getRealm())
        .ofRegistration(context.getAuthenticationSession().getClient());
  }

  private static Optional<IdentityPool> pool(FormContext context) {
    return IdentityPools.of(context.getSession(), context.getRealm())
        .registeringAt(context.getAuthenticationSession().getClient());
  }
}
