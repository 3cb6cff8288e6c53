package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.HttpRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * IAM credentials. Without any access key every signed request passes unchecked; with one, id and
 * signature are verified ("Signature Version 4 for API requests").
 */
public final class Iam {
  private final CognitoPoolSettings pool;
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Set<CognitoOperation> denied = EnumSet.noneOf(CognitoOperation.class);

  Iam(CognitoPoolSettings pool, Map<String, String> keys) {
    this.pool = pool;
    this.keys.putAll(keys);
  }

  public void addAccessKey(String id, String secret) {
    keys.put(id, secret);
  }

  public void removeAccessKey(String id) {
    keys.remove(id);
  }

  public synchronized void deny(CognitoOperation... operations) {
    denied.addAll(List.of(operations));
  }

  public synchronized void allow(CognitoOperation... operations) {
    denied.removeAll(List.of(operations));
  }

  void authorize(CognitoOperation operation, HttpRequest request) {
    SigV4 signed = SigV4.of(request);
    if (!keys.isEmpty()) {
      String secret = keys.get(signed.accessKeyId());
      if (secret == null) {
        throw new CognitoError(
            "UnrecognizedClientException",
            "The security token included in the request is invalid.");
      }
      signed.verify(request, secret, pool.region());
    }
    if (isDenied(operation)) {
      String action = "cognito-idp:" + operation.wireName();
      throw new CognitoError(
          "AccessDeniedException",
          "User: arn:aws:iam::%s:user/simulated is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action"
              .formatted(CognitoPoolSettings.ACCOUNT, action, pool.arn(), action));
    }
  }

  private synchronized boolean isDenied(CognitoOperation operation) {
    return denied.contains(operation);
  }
}
