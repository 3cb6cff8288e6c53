package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.HttpRequest;
import java.util.Optional;

/** The header of the AWS JSON protocol that names the operation. */
final class CognitoTarget {
  private static final String PREFIX = "AWSCognitoIdentityProviderService.";

  private CognitoTarget() {}

  static Optional<CognitoOperation> operation(HttpRequest request) {
    return request
        .header("X-Amz-Target")
        .filter(target -> target.startsWith(PREFIX))
        .flatMap(target -> CognitoOperation.named(target.substring(PREFIX.length())));
  }

  static String name(HttpRequest request) {
    String target = request.header("X-Amz-Target").orElse("");
    return target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : target;
  }
}
