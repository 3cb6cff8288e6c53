package io.keycloakpools.simulators.cognito;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class CognitoViews {
  private CognitoViews() {}

  static Map<String, Object> profile(StoredUser stored, String attributesMember) {
    CognitoUser user = stored.user();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("Username", user.username());
    view.put(attributesMember, attributes(user));
    view.put("UserCreateDate", epochSeconds(stored.created()));
    view.put("UserLastModifiedDate", epochSeconds(stored.modified()));
    view.put("Enabled", user.enabled());
    view.put("UserStatus", user.status().name());
    return view;
  }

  static BigDecimal epochSeconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }

  private static List<Map<String, String>> attributes(CognitoUser user) {
    List<Map<String, String>> all = new ArrayList<>();
    all.add(Map.of("Name", "sub", "Value", user.sub()));
    new TreeMap<>(user.attributes())
        .forEach((name, value) -> all.add(Map.of("Name", name, "Value", value)));
    return all;
  }
}
