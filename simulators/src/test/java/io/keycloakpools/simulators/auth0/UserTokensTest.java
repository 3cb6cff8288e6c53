package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.claims;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTokensTest {
  private final TestTenant tenant = TestTenant.start();

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void idTokenTellsWhatTheScopesAskFor() {
    tenant.add(ada().phone("+441234567", true).picture("https://example.com/ada.png"));
    JsonNode all = idToken("openid profile email phone");
    assertThat(all.path("iss").asText()).isEqualTo(tenant.simulator.endpoint() + "/");
    assertThat(all.path("aud").asText()).isEqualTo(CLIENT);
    assertThat(all.path("name").asText()).isEqualTo("Ada Lovelace");
    assertThat(all.path("given_name").asText()).isEqualTo("Ada");
    assertThat(all.path("nickname").asText()).isEqualTo("ada");
    assertThat(all.path("email_verified").isBoolean()).isTrue();
    assertThat(all.path("phone_number_verified").asBoolean()).isTrue();
    assertThat(all.path("exp").asLong() - all.path("iat").asLong()).isEqualTo(36_000);
    assertThat(idToken("openid").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("sub", "iss", "aud", "iat", "exp");
    assertThat(idToken("openid email").has("name")).isFalse();
  }

  private JsonNode idToken(String scope) {
    return claims(tenant.signIn("ada", PASSWORD, Map.of("scope", scope)).text("id_token"));
  }

  @Test
  void tokensAreSignedWithThePublishedKey() throws Exception {
    tenant.add(ada());
    String token = tenant.signIn("ada", PASSWORD).text("id_token");
    JsonNode key = tenant.get("/.well-known/jwks.json").json().path("keys").path(0);
    String content = token.substring(0, token.lastIndexOf('.'));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")))));
    signature.update(content.getBytes(UTF_8));
    String last = token.substring(token.lastIndexOf('.') + 1);
    assertThat(signature.verify(Base64.getUrlDecoder().decode(last))).isTrue();
    String head = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), UTF_8);
    assertThat(Reply.json(head).path("kid")).isEqualTo(key.path("kid"));
  }

  private static BigInteger number(JsonNode encoded) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
  }

  @Test
  void discoveryNamesTheEndpoints() {
    JsonNode discovery = tenant.get("/.well-known/openid-configuration").json();
    assertThat(discovery.path("issuer").asText()).isEqualTo(tenant.simulator.endpoint() + "/");
    assertThat(discovery.path("jwks_uri").asText()).endsWith("/.well-known/jwks.json");
    assertThat(tenant.get("/elsewhere").status()).isEqualTo(404);
  }

  @Test
  void userInfoTellsTheClaimsOfTheAccessToken() {
    tenant.add(ada());
    String token = tenant.signIn("ada", PASSWORD).text("access_token");
    JsonNode info = userInfo("Bearer " + token).json();
    assertThat(info.path("sub").asText()).isEqualTo(ADA);
    assertThat(info.path("email").asText()).isEqualTo("ada@example.com");
    assertThat(info.has("aud")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer x", "Bearer a.b.c", "Basic x"})
  void userInfoWantsAnAccessToken(String header) {
    assertThat(userInfo(header).error()).isEqualTo("401 invalid_token");
  }

  @Test
  void userInfoRefusesExpiredTokensAndGoneUsers() {
    tenant.add(ada());
    String token = "Bearer " + tenant.signIn("ada", PASSWORD).text("access_token");
    tenant.clock.advance(Duration.ofHours(24));
    assertThat(userInfo(token).status()).isEqualTo(401);
    String fresh = "Bearer " + tenant.signIn("ada", PASSWORD).text("access_token");
    tenant.simulator.users().delete(ADA);
    assertThat(userInfo(fresh).status()).isEqualTo(401);
    assertThat(tenant.get("/userinfo").status()).isEqualTo(401);
  }

  private Reply userInfo(String authorization) {
    return tenant.send(tenant.request("/userinfo").header("Authorization", authorization));
  }
}
