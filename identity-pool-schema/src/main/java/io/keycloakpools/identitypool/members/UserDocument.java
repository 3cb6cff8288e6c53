package io.keycloakpools.identitypool.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;

public final class UserDocument {

  public static final String EMAIL_VERIFIED = "emailVerified";

  private UserDocument() {}

  public static Map<String, List<String>> attributes(UserModel user) {
    Map<String, List<String>> attributes = new HashMap<>(user.getAttributes());
    attributes.put(EMAIL_VERIFIED, List.of(Boolean.toString(user.isEmailVerified())));
    return attributes;
  }
}
