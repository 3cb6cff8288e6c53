package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user of the simulated tenant.
 *
 * @param userId provider, a bar, and the id at that provider
 * @param connection of the primary identity; empty for the simulator's first
 * @param profile members as in the Management API, without user_id and identities
 * @param password of the database identity, primary or not
 * @param organizations role names by organization id
 * @param secondFactors one of them must follow a right password
 */
public record Auth0User(
    String userId,
    Optional<String> connection,
    Map<String, JsonNode> profile,
    Optional<String> password,
    List<Auth0Identity> linked,
    Set<String> roles,
    Map<String, List<String>> organizations,
    Set<Auth0SecondFactor> secondFactors,
    Optional<SimulatedAuth0Refusal> refusal) {

  public Auth0User {
    profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
    organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
    linked = List.copyOf(linked);
    roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    secondFactors = Collections.unmodifiableSet(new LinkedHashSet<>(secondFactors));
  }

  /** The id is for example {@code auth0|5f7c8ec7c33c6c004bbafe82}. */
  public static Builder builder(String userId) {
    return new Builder(userId);
  }

  public Builder toBuilder() {
    Builder copy = new Builder(userId);
    copy.profile.putAll(profile);
    copy.connection = connection;
    copy.password = password;
    copy.linked.addAll(linked);
    copy.roles.addAll(roles);
    copy.organizations.putAll(organizations);
    copy.secondFactors.addAll(secondFactors);
    copy.refusal = refusal;
    return copy;
  }

  public JsonNode attribute(String name) {
    return profile.getOrDefault(name, MissingNode.getInstance());
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(attribute(name).textValue());
  }

  public Optional<String> email() {
    return text("email");
  }

  public Optional<String> username() {
    return text("username");
  }

  public boolean blocked() {
    return attribute("blocked").asBoolean();
  }

  @Override
  public String toString() {
    return "Auth0User[" + userId + "]";
  }

  public static final class Builder extends ProfileBuilder<Builder> {
    private final String userId;
    private Optional<String> connection = Optional.empty();
    private Optional<String> password = Optional.empty();
    private final List<Auth0Identity> linked = new ArrayList<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final Map<String, List<String>> organizations = new LinkedHashMap<>();
    private final Set<Auth0SecondFactor> secondFactors = new LinkedHashSet<>();
    private Optional<SimulatedAuth0Refusal> refusal = Optional.empty();

    private Builder(String userId) {
      this.userId = userId;
    }

    @Override
    Builder self() {
      return this;
    }

    public Builder connection(String name) {
      connection = Optional.of(name);
      return this;
    }

    public Builder password(String value) {
      password = Optional.of(value);
      return this;
    }

    public Builder role(String name) {
      roles.add(name);
      return this;
    }

    public Builder organization(String id, String... roleNames) {
      organizations.put(id, List.of(roleNames));
      return this;
    }

    public Builder identity(String in, String provider, String id, boolean isSocial) {
      return identity(in, provider, id, isSocial, Map.of());
    }

    public Builder identity(
        String in, String provider, String id, boolean isSocial, Map<String, ?> profileData) {
      Map<String, JsonNode> data = new LinkedHashMap<>();
      profileData.forEach((name, value) -> data.put(name, SimulatorJson.tree(value)));
      linked.add(new Auth0Identity(in, provider, id, isSocial, data));
      return this;
    }

    /** A right password is answered with {@code mfa_required}. */
    public Builder secondFactor(Auth0SecondFactor value) {
      secondFactors.add(value);
      return this;
    }

    /** Breached password detection refuses the right password. */
    public Builder passwordLeaked() {
      return refused(Auth0Refusals.PASSWORD_LEAKED);
    }

    /** Bot detection refuses every password. */
    public Builder requiresVerification() {
      return refused(Auth0Refusals.REQUIRES_VERIFICATION);
    }

    /** An Action or a Rule refuses the sign-in after the right password. */
    public Builder denied(String error, String description) {
      return refused(Undocumented.denied(error, description));
    }

    private Builder refused(SimulatedAuth0Refusal value) {
      refusal = Optional.of(value);
      return this;
    }

    public Builder notRefused() {
      refusal = Optional.empty();
      return this;
    }

    public Auth0User build() {
      return new Auth0User(
          userId,
          connection,
          profile,
          password,
          linked,
          roles,
          organizations,
          secondFactors,
          refusal);
    }
  }
}
