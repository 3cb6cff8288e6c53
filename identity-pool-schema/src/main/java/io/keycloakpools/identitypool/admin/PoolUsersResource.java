package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.common.rest.JsonBodies;
import io.keycloakpools.common.rest.PageBounds;
import io.keycloakpools.identitypool.members.Membership;
import io.keycloakpools.identitypool.members.MovePermission;
import io.keycloakpools.identitypool.members.PoolUsers;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Needs the permissions to view and manage users, as Keycloak's {@code /users} does. */
public final class PoolUsersResource {

  /** More words of a search are ignored. */
  private static final int MOST_WORDS = 10;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;
  private final AdminEventBuilder adminEvent;
  private final String poolId;
  private final AdminErrors errors;
  private final JsonBodies bodies;

  PoolUsersResource(
      KeycloakSession session,
      AdminPermissionEvaluator auth,
      AdminEventBuilder adminEvent,
      String poolId) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.auth = auth;
    this.adminEvent = adminEvent.resource(ResourceType.USER);
    this.poolId = poolId;
    this.errors = AdminErrors.of(session);
    this.bodies = new JsonBodies(errors, SchemaBodies.MOST_BYTES);
  }

  /**
   * Users by username.
   *
   * @param search words that are parts of the username, e-mail or name
   * @param max 100 by default, at most 1000
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<PoolUserView> list(
      @QueryParam("search") String search,
      @QueryParam("first") Integer first,
      @QueryParam("max") Integer max) {
    auth.users().requireView();
    IdentityPool pool = usable();
    PageBounds page = PageBounds.of(first, max);
    return new PoolUsers(session, realm, poolId)
        .matching(words(search), page.first(), page.max()).stream()
            .map(id -> session.users().getUserById(realm, id))
            .filter(Objects::nonNull)
            .filter(auth.users()::canView)
            .map(user -> PoolUserView.of(user, pool))
            .toList();
  }

  private static List<String> words(String search) {
    return Stream.of(Objects.requireNonNullElse(search, "").toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response create(InputStream sent) {
    auth.users().requireManage();
    IdentityPool pool = find();
    ObjectNode body = bodies.object(sent, NewPoolUser.FIELDS);
    UserModel user = new NewPoolUser(session, auth, adminEvent, errors, bodies, pool).create(body);
    event(OperationType.CREATE, user);
    return Response.created(
            session.getContext().getUri().getAbsolutePathBuilder().path(user.getId()).build())
        .entity(PoolUserView.of(user, pool))
        .build();
  }

  @GET
  @Path("{user-id}")
  @Produces(MediaType.APPLICATION_JSON)
  public PoolUserView get(@PathParam("user-id") String userId) {
    auth.users().requireView();
    IdentityPool pool = usable();
    UserModel user = session.users().getUserById(realm, userId);
    if (user == null || !poolId.equals(user.getFederationLink())) {
      throw noUser();
    }
    auth.users().requireView(user);
    return PoolUserView.of(user, pool);
  }

  /**
   * Moves a user of the realm into the pool.
   *
   * @param allowIncomplete moves a user whose data does not fit: the next sign-in asks for it
   */
  @PUT
  @Path("{user-id}")
  public Response move(
      @PathParam("user-id") String userId, @QueryParam("allowIncomplete") boolean allowIncomplete) {
    auth.users().requireManage();
    IdentityPool pool = find();
    UserModel user = session.users().getUserById(realm, userId);
    if (user == null) {
      throw noUser();
    }
    auth.users().requireManage(user);
    Membership membership = new Membership(session, realm);
    if (!pool.id().equals(user.getFederationLink())) {
      new MovePermission(session, realm, auth).require(Optional.of(user), Optional.of(pool));
    }
    membership
        .whyUnmovable(user)
        .or(pool::whyClosed)
        .ifPresent(
            key -> {
              throw errors.refused(Response.Status.CONFLICT, key);
            });
    if (!allowIncomplete) {
      new PoolDocuments(errors, pool).requireFitting(user);
    }
    membership.join(user, pool);
    event(OperationType.UPDATE, user);
    return Response.noContent().build();
  }

  private IdentityPool usable() {
    IdentityPool pool = find();
    if (pool.problem().isPresent()) {
      throw errors.refused(Response.Status.CONFLICT, "identityPoolUnusable");
    }
    return pool;
  }

  private IdentityPool find() {
    return IdentityPools.of(session)
        .byId(poolId)
        .orElseThrow(() -> AdminErrors.notFound("Could not find identity pool"));
  }

  private static ErrorResponseException noUser() {
    return AdminErrors.notFound("Could not find user");
  }

  private void event(OperationType operation, UserModel user) {
    adminEvent
        .operation(operation)
        .resourcePath("users", user.getId())
        .representation(Map.of("username", user.getUsername(), "identityPool", poolId))
        .success();
  }
}
