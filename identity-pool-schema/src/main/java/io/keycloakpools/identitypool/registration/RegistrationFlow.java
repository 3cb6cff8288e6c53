package io.keycloakpools.identitypool.registration;

import static org.keycloak.models.AuthenticationExecutionModel.Requirement.DISABLED;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import org.keycloak.authentication.forms.RegistrationPage;
import org.keycloak.authentication.forms.RegistrationPassword;
import org.keycloak.authentication.forms.RegistrationRecaptcha;
import org.keycloak.authentication.forms.RegistrationTermsAndConditions;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Keycloak's own ({@code DefaultAuthenticationFlows.registrationFlow}) with the action of pools,
 * and open to changes.
 */
public final class RegistrationFlow {

  public static final String ALIAS = "identity pool registration";

  public static final String FORM_ACTION = "identity-pool-registration";

  private static final String FORM_ALIAS = "identity pool registration form";

  private RegistrationFlow() {}

  /** The flow is not bound: once an admin binds it to registration, it serves all applications. */
  public static void create(RealmModel realm) {
    if (realm.getFlowByAlias(ALIAS) != null || realm.getFlowByAlias(FORM_ALIAS) != null) {
      return;
    }
    AuthenticationFlowModel flow =
        flow(ALIAS, "Registration into the identity pool of an application");
    flow.setProviderId("basic-flow");
    flow.setTopLevel(true);
    String top = realm.addAuthenticationFlow(flow).getId();
    AuthenticationFlowModel form = flow(FORM_ALIAS, "Registration form of identity pools");
    form.setProviderId("form-flow");
    form.setTopLevel(false);
    String fields = realm.addAuthenticationFlow(form).getId();

    AuthenticationExecutionModel page = execution(top, RegistrationPage.PROVIDER_ID, REQUIRED, 10);
    page.setAuthenticatorFlow(true);
    page.setFlowId(fields);
    realm.addAuthenticatorExecution(page);
    realm.addAuthenticatorExecution(execution(fields, FORM_ACTION, REQUIRED, 20));
    realm.addAuthenticatorExecution(
        execution(fields, RegistrationPassword.PROVIDER_ID, REQUIRED, 50));
    realm.addAuthenticatorExecution(
        execution(fields, RegistrationRecaptcha.PROVIDER_ID, DISABLED, 60));
    realm.addAuthenticatorExecution(
        execution(fields, RegistrationTermsAndConditions.PROVIDER_ID, DISABLED, 70));
  }

  private static AuthenticationFlowModel flow(String alias, String description) {
    AuthenticationFlowModel flow = new AuthenticationFlowModel();
    flow.setAlias(alias);
    flow.setDescription(description);
    flow.setBuiltIn(false);
    return flow;
  }

  private static AuthenticationExecutionModel execution(
      String flow,
      String provider,
      AuthenticationExecutionModel.Requirement requirement,
      int priority) {
    AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
    execution.setParentFlow(flow);
    execution.setAuthenticator(provider);
    execution.setRequirement(requirement);
    execution.setPriority(priority);
    execution.setAuthenticatorFlow(false);
    return execution;
  }
}
