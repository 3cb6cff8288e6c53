package io.keycloakpools.simulators.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A user of the simulated directory.
 *
 * @param id empty for none, which only one contract allows
 * @param status the word of the contract {@code pools} for the state of the account
 * @param members everything else, as in the JSON of the contracts
 */
public record RestUser(
    String id, String username, String password, String status, Map<String, Object> members) {

  private static final String USABLE = "usable";
  private static final Set<String> COMMON =
      Set.of(
          "email",
          "emailVerified",
          "firstName",
          "lastName",
          "attributes",
          "roles",
          "groups",
          "requiredActions",
          "totps");
  private static final Set<String> POOLS_ONLY =
      Set.of("loginName", "phoneNumber", "name", "tenants", "secondFactors", "socialIdentities");
  private static final Set<String> MIGRATION_ONLY = Set.of("organizations");

  public RestUser {
    members = Collections.unmodifiableMap(new TreeMap<>(members));
  }

  public static Builder builder(String id, String username) {
    return new Builder(id, username);
  }

  public Builder toBuilder() {
    Builder copy = new Builder(id, username).password(password).status(status);
    members.forEach(copy::member);
    return copy;
  }

  Optional<String> email() {
    return Optional.ofNullable((String) members.get("email"));
  }

  boolean isCalled(String name) {
    return username.equalsIgnoreCase(name);
  }

  boolean asksForSecondFactor() {
    return members.containsKey("secondFactors");
  }

  Map<String, Object> inPools() {
    Map<String, Object> json = view(POOLS_ONLY);
    json.put("status", status);
    return json;
  }

  Map<String, Object> inMigration() {
    Map<String, Object> json = view(MIGRATION_ONLY);
    json.put("enabled", status.equals(USABLE));
    return json;
  }

  private Map<String, Object> view(Set<String> own) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!id.isEmpty()) {
      json.put("id", id);
    }
    json.put("username", username);
    members.forEach(
        (name, value) -> {
          if (COMMON.contains(name) || own.contains(name)) {
            json.put(name, value);
          }
        });
    return json;
  }

  @Override
  public String toString() {
    return "RestUser[" + id + "]";
  }

  public static final class Builder {
    private final String id;
    private final String username;
    private final Map<String, Object> members = new TreeMap<>();
    private String password = "";
    private String status = USABLE;

    private Builder(String id, String username) {
      this.id = id;
      this.username = username;
    }

    public Builder password(String value) {
      password = value;
      return this;
    }

    public Builder status(String value) {
      status = value;
      return this;
    }

    public Builder email(String address, boolean verified) {
      return member("email", address).member("emailVerified", verified);
    }

    public Builder name(String first, String last) {
      return member("firstName", first).member("lastName", last);
    }

    public Builder attribute(String name, String... values) {
      Map<String, Object> all = new TreeMap<>();
      if (members.get("attributes") instanceof Map<?, ?> before) {
        before.forEach((key, value) -> all.put(key.toString(), value));
      }
      all.put(name, List.of(values));
      return member("attributes", all);
    }

    public Builder add(String list, Object value) {
      List<Object> all = new ArrayList<>();
      if (members.get(list) instanceof List<?> before) {
        all.addAll(before);
      }
      all.add(value);
      return member(list, all);
    }

    public Builder member(String name, Object value) {
      members.put(name, value);
      return this;
    }

    public RestUser build() {
      return new RestUser(id, username, password, status, members);
    }
  }
}
