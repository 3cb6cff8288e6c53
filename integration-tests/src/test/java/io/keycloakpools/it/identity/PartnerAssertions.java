package io.keycloakpools.it.identity;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.TestRealm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A partner's identity provider, whose assertions applications exchange for tokens: RFC 7523. */
final class PartnerAssertions {

  static final String ALIAS = "partner";

  private static final String ISSUER = "https://partner.example.com";

  private final TestRealm realm;
  private final KeyPair keys;

  private PartnerAssertions(TestRealm realm, KeyPair keys) {
    this.realm = realm;
    this.keys = keys;
  }

  static PartnerAssertions trustedBy(TestRealm realm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    realm
        .rest()
        .post(
            "/identity-provider/instances",
            Map.of(
                "alias",
                ALIAS,
                "providerId",
                "jwt-authorization-grant",
                "enabled",
                true,
                "config",
                Map.of(
                    "issuer",
                    ISSUER,
                    "publicKeySignatureVerifier",
                    Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))))
        .expectDone();
    return new PartnerAssertions(realm, keys);
  }

  /** Links a user of the realm to the partner's user of that name. */
  void knows(String userId, String name) {
    realm
        .rest()
        .post(
            "/users/" + userId + "/federated-identity/" + ALIAS,
            Map.of("identityProvider", ALIAS, "userId", name, "userName", name))
        .expectDone();
  }

  String about(String name) throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String signed =
        part(Map.of("alg", "RS256", "typ", "JWT", "kid", "one"))
            + "."
            + part(
                Map.of(
                    "iss",
                    ISSUER,
                    "sub",
                    name,
                    "aud",
                    realm.web().realmUrl().toString(),
                    "iat",
                    now,
                    "exp",
                    now + 60,
                    "jti",
                    UUID.randomUUID().toString()));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64(signature.sign());
  }

  private static String part(Map<String, ?> claims) {
    return base64(Json.write(claims).getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
