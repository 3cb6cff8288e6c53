package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.directory.Outage;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Omits a service's own message: it may repeat the request. */
final class SdkFailures {

  private static final int SERVER_ERROR = 500;

  private SdkFailures() {}

  static String code(AwsServiceException exception) {
    boolean coded =
        exception.awsErrorDetails() != null && exception.awsErrorDetails().errorCode() != null;
    return coded ? exception.awsErrorDetails().errorCode() : "HTTP " + exception.statusCode();
  }

  static boolean hasCode(SdkException exception, String code) {
    return exception instanceof AwsServiceException refused && code.equals(code(refused));
  }

  /**
   * No answer or server: down. Too many requests: busy. Anything else, 500 included, is about this
   * request: refused (as in {@code Reply.Answer.outage}).
   */
  static Outage outage(SdkException exception) {
    String reason = describe(exception);
    if (!(exception instanceof AwsServiceException refused)) {
      return root(exception) instanceof AnswerSizeLimit.AnswerTooLongException
          ? Outage.refused(reason)
          : Outage.down(reason);
    }
    if (refused.isThrottlingException()) {
      return Outage.busy(reason, Optional.empty());
    }
    return refused.statusCode() > SERVER_ERROR ? Outage.down(reason) : Outage.refused(reason);
  }

  static String describe(SdkException exception) {
    if (exception instanceof AwsServiceException refused) {
      return code(refused);
    }
    Throwable root = root(exception);
    return root == exception
        ? exception.getClass().getSimpleName()
        : exception.getClass().getSimpleName() + ": " + root.getClass().getSimpleName();
  }

  private static Throwable root(Throwable exception) {
    Throwable root = exception;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
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
