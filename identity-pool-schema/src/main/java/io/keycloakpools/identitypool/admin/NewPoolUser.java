package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.rest.JsonBodies;
import io.keycloakpools.identitypool.members.UserDocument;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.settings.Mechanism;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.UserResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Creates a user of a pool from {@code payload}, {@code metadata}, {@code username} if it is
 * neither in the payload nor the e-mail address, and {@code invite} or {@code credentials} with
 * {@code password} and {@code temporary}.
 */
record NewPoolUser(
    KeycloakSession session,
    AdminPermissionEvaluator auth,
    AdminEventBuilder adminEvent,
    AdminErrors errors,
    JsonBodies bodies,
    IdentityPool pool) {

  static final List<String> FIELDS =
      List.of("username", "payload", "metadata", "invite", "credentials");

  private static final String CREDENTIALS = "credentials";

  UserModel create(ObjectNode body) {
    boolean invite = bodies.flag(body, "invite");
    Optional<ObjectNode> credentials = credentials(body, invite);
    pool.whyClosed()
        .ifPresent(
            key -> {
              throw errors.refused(Response.Status.CONFLICT, key);
            });
    Map<String, List<String>> attributes =
        new HashMap<>(
            new PoolDocuments(errors, pool)
                .attributes(bodies.object(body, "payload"), bodies.object(body, "metadata")));
    boolean verified =
        Boolean.parseBoolean(first(attributes.remove(UserDocument.EMAIL_VERIFIED)).orElse(""));
    bodies
        .text(body, UserModel.USERNAME)
        .or(() -> first(attributes.get(UserModel.USERNAME)))
        .or(() -> first(attributes.get(UserModel.EMAIL)))
        .ifPresent(name -> attributes.put(UserModel.USERNAME, List.of(name)));
    UserModel user = save(attributes);
    user.setEnabled(true);
    user.setEmailVerified(verified);
    credentials.ifPresent(given -> setPassword(user, given));
    if (invite) {
      invite(user);
    }
    return user;
  }

  private Optional<ObjectNode> credentials(ObjectNode body, boolean invite) {
    if (!body.has(CREDENTIALS)) {
      return Optional.empty();
    }
    if (invite) {
      throw errors.field(CREDENTIALS, "identityAdminOneWay");
    }
    if (!pool.allows(Mechanism.PASSWORD)) {
      throw errors.field(CREDENTIALS, "identityAdminNoPassword", pool.name());
    }
    ObjectNode credentials = bodies.object(body, CREDENTIALS, List.of("password", "temporary"));
    bodies.required(credentials, "password");
    bodies.flag(credentials, "temporary");
    return Optional.of(credentials);
  }

  private UserModel save(Map<String, List<String>> attributes) {
    IdentityPools.of(session).join(pool);
    UserProfile profile =
        session
            .getProvider(UserProfileProvider.class)
            .create(UserProfileContext.USER_API, attributes);
    try {
      return profile.create();
    } catch (ValidationException e) {
      List<ErrorRepresentation> found = new ArrayList<>();
      e.getErrors()
          .forEach(
              error ->
                  found.add(
                      error(
                          error.getAttribute(), error.getMessage(), error.getMessageParameters())));
      throw AdminErrors.all(
          e.hasError(Messages.USERNAME_EXISTS, Messages.EMAIL_EXISTS)
              ? Response.Status.CONFLICT
              : Response.Status.BAD_REQUEST,
          found);
    }
  }

  private ErrorRepresentation error(String field, String messageKey, Object[] parameters) {
    return new ErrorRepresentation(
        field,
        errors
            .texts()
            .foreign(messageKey, parameters)
            .orElseGet(() -> errors.texts().text("identityAdminOtherError", field, messageKey)),
        parameters);
  }

  private void setPassword(UserModel user, ObjectNode credentials) {
    try {
      user.credentialManager()
          .updateCredential(
              UserCredentialModel.password(bodies.required(credentials, "password"), false));
    } catch (ModelException e) {
      session.getTransactionManager().setRollbackOnly();
      throw AdminErrors.all(
          Response.Status.BAD_REQUEST,
          List.of(error(CREDENTIALS, e.getMessage(), e.getParameters())));
    }
    if (bodies.flag(credentials, "temporary")) {
      user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
    }
  }

  /** Sends Keycloak's own e-mail; if that fails, no user is created. */
  private void invite(UserModel user) {
    List<String> actions = new ArrayList<>();
    if (!user.isEmailVerified()) {
      actions.add(UserModel.RequiredAction.VERIFY_EMAIL.name());
    }
    if (pool.allows(Mechanism.PASSWORD)) {
      actions.add(UserModel.RequiredAction.UPDATE_PASSWORD.name());
    }
    if (user.getEmail() == null || actions.isEmpty()) {
      throw errors.field("invite", "identityAdminNothingToInvite");
    }
    Response unused =
        new UserResource(session, user, auth, adminEvent.clone(session))
            .executeActionsEmail(null, null, null, actions);
  }

  private static Optional<String> first(List<String> values) {
    return Optional.ofNullable(values).flatMap(all -> all.stream().findFirst());
  }
}
