package io.keycloakpools.simulators.cognito;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user profile of the simulated pool.
 *
 * @param username immutable; replaced by the sub in a pool with username attributes
 * @param sub immutable
 * @param password may be temporary; empty when the user has none
 * @param attributes standard and {@code custom:} attributes, without {@code sub}
 * @param forcedChallenge a challenge name, known to AWS or invented; DEVICE_SRP_AUTH and
 *     DEVICE_PASSWORD_VERIFIER come after a right password, all others whatever the password is
 */
public record CognitoUser(
    String username,
    String sub,
    Optional<String> password,
    boolean temporaryPasswordExpired,
    Map<String, String> attributes,
    boolean enabled,
    UserStatus status,
    List<String> groups,
    CognitoSecondFactor secondFactor,
    Optional<String> forcedChallenge) {

  public CognitoUser {
    attributes = Map.copyOf(attributes);
    groups = List.copyOf(groups);
  }

  /** Enabled and confirmed, with a random sub and neither password nor attributes. */
  public static Builder builder(String username) {
    return new Builder(username);
  }

  public Builder toBuilder() {
    Builder copy = new Builder(username).sub(sub).enabled(enabled).status(status);
    copy.password = password;
    copy.temporaryPasswordExpired = temporaryPasswordExpired;
    copy.attributes.putAll(attributes);
    copy.groups.addAll(groups);
    copy.secondFactor = secondFactor;
    copy.forcedChallenge = forcedChallenge;
    return copy;
  }

  @Override
  public String toString() {
    return "CognitoUser[username=%s, sub=%s, status=%s]".formatted(username, sub, status);
  }

  public static final class Builder {
    private String username;
    private String sub = UUID.randomUUID().toString();
    private Optional<String> password = Optional.empty();
    private boolean temporaryPasswordExpired;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private boolean enabled = true;
    private UserStatus status = UserStatus.CONFIRMED;
    private final Set<String> groups = new LinkedHashSet<>();
    private CognitoSecondFactor secondFactor = CognitoSecondFactor.NONE;
    private Optional<String> forcedChallenge = Optional.empty();

    private Builder(String username) {
      this.username = username;
    }

    Builder username(String value) {
      username = value;
      return this;
    }

    public Builder sub(String value) {
      sub = value;
      return this;
    }

    /** Leaves the status as it is. */
    public Builder password(String value) {
      password = Optional.of(value);
      return this;
    }

    /** Sets the status FORCE_CHANGE_PASSWORD. */
    public Builder temporaryPassword(String value) {
      return password(value).status(UserStatus.FORCE_CHANGE_PASSWORD);
    }

    public Builder temporaryPasswordExpired(boolean value) {
      temporaryPasswordExpired = value;
      return this;
    }

    public Builder email(String value, boolean verified) {
      return attribute("email", value).attribute("email_verified", Boolean.toString(verified));
    }

    public Builder phone(String value, boolean verified) {
      return attribute("phone_number", value)
          .attribute("phone_number_verified", Boolean.toString(verified));
    }

    public Builder name(String given, String family) {
      return attribute("given_name", given).attribute("family_name", family);
    }

    /** Takes standard and {@code custom:} names. */
    public Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    public Builder withoutAttribute(String name) {
      attributes.remove(name);
      return this;
    }

    public Builder enabled(boolean value) {
      enabled = value;
      return this;
    }

    public Builder status(UserStatus value) {
      status = value;
      return this;
    }

    public Builder group(String name) {
      groups.add(name);
      return this;
    }

    public Builder groups(List<String> names) {
      groups.clear();
      groups.addAll(names);
      return this;
    }

    public Builder secondFactor(CognitoSecondFactor value) {
      secondFactor = value;
      return this;
    }

    public Builder forcedChallenge(String name) {
      forcedChallenge = Optional.of(name);
      return this;
    }

    public CognitoUser build() {
      return new CognitoUser(
          username,
          sub,
          password,
          temporaryPasswordExpired,
          attributes,
          enabled,
          status,
          List.copyOf(groups),
          secondFactor,
          forcedChallenge);
    }
  }
}
