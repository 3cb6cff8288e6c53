package io.keycloakpools.simulators.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SECRET_HASH ("Computing secret hash values", Amazon Cognito Developer Guide). */
final class CognitoSecretHash {
  private CognitoSecretHash() {}

  static String of(String username, String clientId, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal((username + clientId).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void verify(AppClient client, String username, Optional<String> given) {
    if (client.secret().isEmpty()) {
      if (given.isPresent()) {
        throw refused(client, "is configured for no secret but SECRET_HASH was received");
      }
      return;
    }
    String expected = of(username, client.id(), client.secret().get());
    byte[] received =
        given
            .orElseThrow(
                () -> refused(client, "is configured with secret but SECRET_HASH was not received"))
            .getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected.getBytes(UTF_8), received)) {
      throw CognitoError.notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  private static CognitoError refused(AppClient client, String why) {
    return CognitoError.notAuthorized("Client " + client.id() + " " + why);
  }
}
