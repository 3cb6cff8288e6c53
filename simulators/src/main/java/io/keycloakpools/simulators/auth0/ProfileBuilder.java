package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.SimulatorJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects the profile of a user under the names of the Management API ("User Profile Structure").
 *
 * @param <B> what every method returns
 */
public abstract sealed class ProfileBuilder<B extends ProfileBuilder<B>> permits Auth0User.Builder {
  final Map<String, JsonNode> profile = new LinkedHashMap<>();

  ProfileBuilder() {}

  abstract B self();

  /** Sets any member of the profile; null removes it. */
  public B attribute(String name, Object value) {
    if (value == null) {
      profile.remove(name);
    } else {
      profile.put(name, SimulatorJson.tree(value));
    }
    return self();
  }

  /** Sets {@code username}. */
  public B username(String value) {
    return attribute("username", value);
  }

  /** Sets {@code email} and {@code email_verified}. */
  public B email(String address, boolean verified) {
    attribute("email", address);
    return attribute("email_verified", verified);
  }

  /** Sets {@code phone_number} (E.164) and {@code phone_verified}. */
  public B phone(String number, boolean verified) {
    attribute("phone_number", number);
    return attribute("phone_verified", verified);
  }

  /** Sets {@code name}; without it Auth0 takes the e-mail address. */
  public B name(String value) {
    return attribute("name", value);
  }

  /** Sets {@code given_name}. */
  public B givenName(String value) {
    return attribute("given_name", value);
  }

  /** Sets {@code family_name}. */
  public B familyName(String value) {
    return attribute("family_name", value);
  }

  /** Sets {@code nickname}; without it Auth0 takes the local part of the e-mail address. */
  public B nickname(String value) {
    return attribute("nickname", value);
  }

  /** Sets {@code picture}; without it Auth0 links a Gravatar. */
  public B picture(String url) {
    return attribute("picture", url);
  }

  /** Sets {@code blocked}, which is missing until then. */
  public B blocked(boolean value) {
    return attribute("blocked", value);
  }

  /** Sets {@code user_metadata}: a map or a JSON object. */
  public B userMetadata(Object value) {
    return attribute("user_metadata", value);
  }

  /** Sets {@code app_metadata}: a map or a JSON object. */
  public B appMetadata(Object value) {
    return attribute("app_metadata", value);
  }

  /** Sets {@code created_at}; without it the time of adding counts. */
  public B createdAt(Instant value) {
    return attribute("created_at", Times.format(value));
  }

  /** Sets {@code updated_at}; without it the time of adding counts. */
  public B updatedAt(Instant value) {
    return attribute("updated_at", Times.format(value));
  }
}
