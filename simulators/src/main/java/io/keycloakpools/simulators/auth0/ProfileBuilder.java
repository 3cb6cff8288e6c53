package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.SimulatorJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The profile of a user, with the names of the Management API ("User Profile Structure"). */
public abstract sealed class ProfileBuilder<B extends ProfileBuilder<B>> permits Auth0User.Builder {
  final Map<String, JsonNode> profile = new LinkedHashMap<>();

  ProfileBuilder() {}

  abstract B self();

  public B attribute(String name, Object value) {
    if (value == null) {
      profile.remove(name);
    } else {
      profile.put(name, SimulatorJson.tree(value));
    }
    return self();
  }

  public B username(String value) {
    return attribute("username", value);
  }

  public B email(String address, boolean verified) {
    attribute("email", address);
    return attribute("email_verified", verified);
  }

  public B phone(String number, boolean verified) {
    attribute("phone_number", number);
    return attribute("phone_verified", verified);
  }

  /** Without it Auth0 takes the e-mail address. */
  public B name(String value) {
    return attribute("name", value);
  }

  public B givenName(String value) {
    return attribute("given_name", value);
  }

  public B familyName(String value) {
    return attribute("family_name", value);
  }

  /** Without it Auth0 takes the local part of the e-mail address. */
  public B nickname(String value) {
    return attribute("nickname", value);
  }

  /** Without it Auth0 links a Gravatar. */
  public B picture(String url) {
    return attribute("picture", url);
  }

  public B blocked(boolean value) {
    return attribute("blocked", value);
  }

  public B userMetadata(Object value) {
    return attribute("user_metadata", value);
  }

  public B appMetadata(Object value) {
    return attribute("app_metadata", value);
  }

  /** Without it the time of adding counts. */
  public B createdAt(Instant value) {
    return attribute("created_at", Times.format(value));
  }

  /** Without it the time of adding counts. */
  public B updatedAt(Instant value) {
    return attribute("updated_at", Times.format(value));
  }
}
