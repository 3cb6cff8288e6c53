package io.keycloakpools.userstorage.cognito;

import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Exceptions of the SDK in words for the log. A service's own message is left out: it may repeat
 * what was sent.
 */
final class Failures {

  private Failures() {}

  static String code(AwsServiceException exception) {
    boolean coded =
        exception.awsErrorDetails() != null && exception.awsErrorDetails().errorCode() != null;
    return coded ? exception.awsErrorDetails().errorCode() : "HTTP " + exception.statusCode();
  }

  static boolean hasCode(SdkException exception, String code) {
    return exception instanceof AwsServiceException refused && code.equals(code(refused));
  }

  static String describe(SdkException exception) {
    if (exception instanceof AwsServiceException refused) {
      return code(refused);
    }
    Throwable root = exception;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root == exception
        ? exception.getClass().getSimpleName()
        : exception.getClass().getSimpleName() + ": " + root.getClass().getSimpleName();
  }

  /**
   * "Unable to verify secret hash for client", "Client … is configured with secret but SECRET_HASH
   * was not received".
   */
  static boolean isAboutSecretHash(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return text.contains("secret hash") || text.contains("secret_hash");
  }
}
