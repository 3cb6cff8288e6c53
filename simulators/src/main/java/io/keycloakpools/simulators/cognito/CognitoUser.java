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
 * @param username the immutable Username; a pool with username attributes replaces it by the sub
 * @param sub the immutable id
 * @param password the password or temporary password; empty when the user has none
 * @param temporaryPasswordExpired whether the temporary password can no longer be used
 * @param attributes standard and {@code custom:} attributes as strings, without {@code sub}
 * @param enabled whether the user may sign in
 * @param status the state of the profile
 * @param groups names of the user's groups
 * @param secondFactor the challenge that follows a right password
 * @param forcedChallenge a challenge name to answer with, known to AWS or invented; DEVICE_SRP_AUTH
 *     and DEVICE_PASSWORD_VERIFIER come after a right password, all others whatever the password is
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

  /** Starts an enabled, confirmed user with a random sub and neither password nor attributes. */
  public static Builder builder(String username) {
    return new Builder(username);
  }

  /** Starts a changed copy of this user. */
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

  /** Collects the parts of a user; every method returns the builder itself. */
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

    /** Sets the immutable id, a UUID. */
    public Builder sub(String value) {
      sub = value;
      return this;
    }

    /** Sets the password and leaves the status as it is. */
    public Builder password(String value) {
      password = Optional.of(value);
      return this;
    }

    /** Sets a temporary password: the status becomes FORCE_CHANGE_PASSWORD. */
    public Builder temporaryPassword(String value) {
      return password(value).status(UserStatus.FORCE_CHANGE_PASSWORD);
    }

    /** Says whether the temporary password has expired. */
    public Builder temporaryPasswordExpired(boolean value) {
      temporaryPasswordExpired = value;
      return this;
    }

    /** Sets {@code email} and {@code email_verified}. */
    public Builder email(String value, boolean verified) {
      return attribute("email", value).attribute("email_verified", Boolean.toString(verified));
    }

    /** Sets {@code phone_number} (E.164) and {@code phone_number_verified}. */
    public Builder phone(String value, boolean verified) {
      return attribute("phone_number", value)
          .attribute("phone_number_verified", Boolean.toString(verified));
    }

    /** Sets {@code given_name} and {@code family_name}. */
    public Builder name(String given, String family) {
      return attribute("given_name", given).attribute("family_name", family);
    }

    /** Sets one attribute, standard or {@code custom:}. */
    public Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    /** Removes one attribute. */
    public Builder withoutAttribute(String name) {
      attributes.remove(name);
      return this;
    }

    /** Enables or disables the user. */
    public Builder enabled(boolean value) {
      enabled = value;
      return this;
    }

    /** Sets the state of the profile. */
    public Builder status(UserStatus value) {
      status = value;
      return this;
    }

    /** Adds the user to a group. */
    public Builder group(String name) {
      groups.add(name);
      return this;
    }

    /** Makes these the user's groups. */
    public Builder groups(List<String> names) {
      groups.clear();
      groups.addAll(names);
      return this;
    }

    /** Sets the challenge that follows a right password. */
    public Builder secondFactor(CognitoSecondFactor value) {
      secondFactor = value;
      return this;
    }

    /** Answers every sign-in with this challenge; see {@link CognitoUser#forcedChallenge()}. */
    public Builder forcedChallenge(String name) {
      forcedChallenge = Optional.of(name);
      return this;
    }

    /** Returns the user. */
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
