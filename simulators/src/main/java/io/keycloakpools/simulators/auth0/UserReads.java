package io.keycloakpools.simulators.auth0;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class UserReads {
  private final Auth0Tenant tenant;
  private final SimulatedAuth0Users users;
  private final RateLimits limits;

  UserReads(Auth0Tenant tenant, SimulatedAuth0Users users, RateLimits limits) {
    this.tenant = tenant;
    this.users = users;
    this.limits = limits;
  }

  Object byEmail(Auth0Call call) {
    String email =
        call.parameter("email")
            .orElseThrow(
                () ->
                    ManagementErrors.invalidQuery(
                        "Query validation error: 'Missing required property: email'"));
    List<Map<String, Object>> views = new ArrayList<>();
    users.withEmail(email).forEach(user -> views.add(Auth0Views.user(user)));
    return Auth0Fields.of(call).apply(views);
  }

  Object user(Auth0Call call) {
    return Auth0Fields.of(call).apply(Auth0Views.user(require(call)));
  }

  Object roles(Auth0Call call) {
    return rolesPage(call, require(call).roles());
  }

  Object organizations(Auth0Call call) {
    List<Map<String, Object>> views = new ArrayList<>();
    for (String id : require(call).organizations().keySet()) {
      views.add(Auth0Views.organization(id, tenant.organizations().getOrDefault(id, id)));
    }
    return Paging.of(call, 1).withinPages().answer("organizations", views);
  }

  Object organizationRoles(Auth0Call call) {
    String id = call.path().get("organization");
    Auth0User user = require(call);
    if (!tenant.organizations().containsKey(id) && !user.organizations().containsKey(id)) {
      throw ManagementErrors.organizationNotFound();
    }
    if (!user.organizations().containsKey(id)) {
      throw ManagementErrors.userNotFound();
    }
    return rolesPage(call, user.organizations().get(id));
  }

  Object authenticationMethods(Auth0Call call) {
    Auth0User user = require(call);
    if (!limits.admits(Auth0Operation.AUTHENTICATION_METHODS, user.userId())) {
      throw ManagementErrors.tooManyRequests();
    }
    List<Map<String, Object>> views = new ArrayList<>();
    user.secondFactors().forEach(each -> views.add(Auth0Views.authenticationMethod(user, each)));
    return Paging.of(call, 0).answerWithoutZero("authenticators", views);
  }

  Object allRoles(Auth0Call call) {
    Set<String> names = new LinkedHashSet<>(tenant.roles());
    users.all().forEach(user -> names.addAll(user.roles()));
    call.parameter("name_filter").ifPresent(part -> names.removeIf(name -> !name.contains(part)));
    return rolesPage(call, names);
  }

  Object connections(Auth0Call call, Auth0Scopes scopes) {
    String strategy = call.parameter("strategy").orElse("auth0");
    boolean withOptions = scopes.contains("read:connections_options");
    List<Map<String, Object>> views = new ArrayList<>();
    tenant.connections().stream()
        .filter(each -> call.parameter("name").map(each.name()::equals).orElse(true))
        .filter(each -> strategy.equals("auth0"))
        .forEach(each -> views.add(Auth0Views.connection(each, withOptions)));
    return Paging.of(call, 1).answer("connections", Auth0Fields.of(call).apply(views));
  }

  private static Object rolesPage(Auth0Call call, Iterable<String> names) {
    List<Map<String, Object>> views = new ArrayList<>();
    names.forEach(name -> views.add(Auth0Views.role(name)));
    return Paging.of(call, 1).withinPages().answer("roles", views);
  }

  private Auth0User require(Auth0Call call) {
    return users.find(call.path().get("id")).orElseThrow(ManagementErrors::userNotFound);
  }
}
