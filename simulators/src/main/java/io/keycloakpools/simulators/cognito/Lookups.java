package io.keycloakpools.simulators.cognito;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class Lookups {
  private final CognitoPoolSettings pool;
  private final SimulatedCognitoUsers users;
  private final CognitoUserLookup lookup;
  private final PagingTokens tokens;

  Lookups(
      CognitoPoolSettings pool,
      SimulatedCognitoUsers users,
      CognitoUserLookup lookup,
      PagingTokens tokens) {
    this.pool = pool;
    this.users = users;
    this.lookup = lookup;
    this.tokens = tokens;
  }

  Map<String, Object> getUser(CognitoCall call) {
    StoredUser found = require(call);
    Map<String, Object> view = CognitoViews.profile(found, "UserAttributes");
    List<String> factors = found.user().secondFactor().settings();
    if (!factors.isEmpty()) {
      view.put("UserMFASettingList", factors);
      view.put("PreferredMfaSetting", factors.get(0));
    }
    return view;
  }

  Map<String, Object> listGroupsForUser(CognitoCall call) {
    CognitoUser user = require(call).user();
    return groups(call, "groups|" + user.sub(), user.groups());
  }

  Map<String, Object> listGroups(CognitoCall call) {
    pool.requirePool(call.required("UserPoolId"));
    return groups(call, "groups", users.allGroups());
  }

  StoredUser require(CognitoCall call) {
    pool.requirePool(call.required("UserPoolId"));
    return lookup.forAdmin(call.required("Username")).orElseThrow(CognitoError::userNotFound);
  }

  private Map<String, Object> groups(CognitoCall call, String query, List<String> all) {
    int limit = call.limit();
    long start = tokens.resume(call.text("NextToken"), query).after();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("Groups", all.stream().skip(start).limit(limit).map(this::group).toList());
    if (all.size() > start + limit) {
      page.put("NextToken", tokens.issue(new PagingTokens.Position(query, start + limit, 0)));
    }
    return page;
  }

  private Map<String, Object> group(String name) {
    return Map.of(
        "GroupName",
        name,
        "UserPoolId",
        pool.poolId(),
        "CreationDate",
        CognitoViews.epochSeconds(Instant.EPOCH),
        "LastModifiedDate",
        CognitoViews.epochSeconds(Instant.EPOCH));
  }
}
