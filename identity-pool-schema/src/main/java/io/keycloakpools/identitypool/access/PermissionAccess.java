package io.keycloakpools.identitypool.access;

import static org.keycloak.authorization.authorization.AuthorizationTokenService.CLAIM_TOKEN_FORMAT_ID_TOKEN;

import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.PermissionGrantType;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.idm.authorization.PermissionTicketToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.managers.AppAuthManager;

/**
 * Refuses permissions at an application (User-Managed Access 2.0) for tokens of users of another
 * pool. {@code AuthorizationTokenService} asks the policies of the application only.
 */
final class PermissionAccess extends PermissionGrantType {

  @Override
  public Response process(Context context) {
    setContext(context);
    subjectToken()
        .map(token -> session.tokens().decode(token, AccessToken.class))
        .ifPresent(this::check);
    return super.process(context);
  }

  private Optional<String> subjectToken() {
    return Optional.ofNullable(headers.getRequestHeaders().getFirst(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("bearer"))
        .map(header -> AppAuthManager.extractAuthorizationHeaderToken(headers))
        .or(() -> idToken().or(() -> parameter("subject_token")));
  }

  private Optional<String> idToken() {
    return parameter("claim_token")
        .filter(
            token ->
                parameter("claim_token_format")
                    .map(CLAIM_TOKEN_FORMAT_ID_TOKEN::equalsIgnoreCase)
                    .orElse(true));
  }

  private void check(AccessToken token) {
    Optional<UserModel> user = user(token);
    IdentityPools pools = IdentityPools.of(session, realm);
    boolean open =
        user.isPresent()
            && Stream.of(Optional.ofNullable(token.getIssuedFor()), resourceServer())
                .flatMap(Optional::stream)
                .map(realm::getClientByClientId)
                .filter(Objects::nonNull)
                .allMatch(application -> pools.mayEnter(user.get(), application));
    if (!open) {
      throw refused(token, user);
    }
  }

  /** As {@code AuthorizationTokenService.getPermissionTicket}. */
  private Optional<String> resourceServer() {
    return parameter("ticket")
        .map(
            ticket ->
                Optional.ofNullable(session.tokens().decode(ticket, PermissionTicketToken.class))
                    .map(JsonWebToken::getIssuedFor))
        .orElseGet(() -> parameter("audience"));
  }

  private Optional<UserModel> user(AccessToken token) {
    String id = token.getSessionId();
    return id == null
        ? Optional.ofNullable(TokenManager.lookupUserFromStatelessToken(session, realm, token))
        : Optional.ofNullable(session.sessions().getUserSession(realm, id))
            .or(() -> Optional.ofNullable(session.sessions().getOfflineUserSession(realm, id)))
            .map(UserSessionModel::getUser);
  }

  /** The status of {@code AuthorizationTokenService} for denied permissions. */
  private CorsErrorResponseException refused(AccessToken token, Optional<UserModel> user) {
    Optional.ofNullable(token.getIssuedFor())
        .map(realm::getClientByClientId)
        .ifPresent(
            holder -> {
              cors.checkAllowedOrigins(session, holder);
              event.client(holder);
            });
    Refusal.event(event, user.orElse(null));
    return Refusal.answer(cors, OAuthErrorException.ACCESS_DENIED, Response.Status.FORBIDDEN);
  }

  private Optional<String> parameter(String name) {
    return Optional.ofNullable(formParams.getFirst(name));
  }
}
