package io.keycloakpools.passwordpolicy.hash.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.rest.JsonBodies;
import io.keycloakpools.passwordpolicy.hash.ForeignHash;
import io.keycloakpools.passwordpolicy.hash.ForeignHashes;
import io.keycloakpools.passwordpolicy.hash.RefusedHashException;
import io.keycloakpools.passwordpolicy.hash.ServerMemory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.util.reflections.Types;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.ComponentUtil;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProviderFactory;

/** Permissions and event are those of {@code /users/{user-id}/reset-password}. */
public final class PasswordHashesResource {

  private static final String LINKED = "passwordHashLinkedUser";

  private static final String HASH = "hash";
  private static final String TEMPORARY = "temporary";
  private static final int MOST_BYTES = 16_384;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;
  private final AdminEventBuilder adminEvent;

  PasswordHashesResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
    this.adminEvent = adminEvent;
  }

  /**
   * Replaces a user's password.
   *
   * @param sent {@code hash}: text, or an object of Auth0, Cloudentity or Firebase; {@code
   *     temporary}: requires a new password at the next sign-in
   * @return 204; 400 with the reason for a refused hash
   */
  @PUT
  @Path("users/{user-id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("user-id") String id, InputStream sent) {
    UserModel user = find(id);
    auth.users().requireResetPassword(user);
    ObjectNode request = read(sent);
    boolean temporary = temporary(request);
    if (hasExternalPassword(user)) {
      throw AdminErrors.of(session).reason("user", LINKED, List.of("user"));
    }
    store(user, request.path(HASH));
    if (temporary) {
      user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
    } else {
      user.removeRequiredAction(RequiredAction.UPDATE_PASSWORD);
    }
    adminEvent
        .operation(OperationType.ACTION)
        .resourcePath(session.getContext().getUri())
        .success();
    return Response.noContent().build();
  }

  /** Identity pools link their users too, but leave passwords to Keycloak. */
  private boolean hasExternalPassword(UserModel user) {
    if (!StorageId.isLocalStorage(user.getId())) {
      return true;
    }
    if (!user.isFederated()) {
      return false;
    }
    ComponentModel federation = realm.getComponent(user.getFederationLink());
    return federation == null
        || Types.supports(
            CredentialInputValidator.class,
            ComponentUtil.getComponentFactory(session, federation),
            UserStorageProviderFactory.class);
  }

  /**
   * As in Keycloak's UsersResource: without permission to query, an admin does not learn whether
   * the user exists.
   */
  private UserModel find(String id) {
    UserModel user = session.users().getUserById(realm, id);
    if (user != null) {
      return user;
    }
    if (auth.users().canQuery()) {
      throw AdminErrors.notFound("User not found");
    }
    throw new ForbiddenException();
  }

  private static ObjectNode read(InputStream sent) {
    byte[] body =
        JsonBodies.bytes(sent, MOST_BYTES)
            .orElseThrow(
                () -> bad("A JSON object of at most " + MOST_BYTES + " characters is needed"));
    return JsonBodies.object(body)
        .filter(request -> request.has(HASH))
        .orElseThrow(() -> bad("A JSON object with \"hash\" is needed"));
  }

  private static ErrorResponseException bad(String text) {
    return AdminErrors.withText(Response.Status.BAD_REQUEST, text);
  }

  private static boolean temporary(ObjectNode request) {
    JsonNode temporary = request.path(TEMPORARY);
    if (temporary.isMissingNode() || temporary.isNull()) {
      return false;
    }
    if (!temporary.isBoolean()) {
      throw AdminErrors.fieldWithText(TEMPORARY, "\"temporary\" is true or false");
    }
    return temporary.booleanValue();
  }

  private void store(UserModel user, JsonNode hash) {
    PasswordCredentialProvider passwords =
        (PasswordCredentialProvider)
            session.getProvider(
                CredentialProvider.class, PasswordCredentialProviderFactory.PROVIDER_ID);
    try {
      ForeignHash foreign = ForeignHashes.parse(hash);
      ServerMemory.here().require(foreign);
      passwords.createCredential(realm, user, ForeignCredentials.of(foreign));
    } catch (RefusedHashException e) {
      throw AdminErrors.of(session)
          .reason(
              HASH,
              e.reason().messageKey(),
              Stream.concat(Stream.of(e.where()), e.arguments().stream()).toList());
    }
  }
}
