package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.claims;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MfaTest {
  private final TestTenant tenant = TestTenant.start(settings -> settings.mfaCode("654321"));

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void enrolledUserIsAskedAfterTheRightPasswordOnly() {
    tenant.add(ada().secondFactor(Auth0SecondFactor.OTP).secondFactor(Auth0SecondFactor.SMS));
    Reply reply = tenant.signIn("ada", PASSWORD);
    assertThat(reply.error()).isEqualTo("403 mfa_required");
    assertThat(reply.text("mfa_token")).isNotEmpty();
    assertThat(reply.json().path("mfa_requirements").toString())
        .isEqualTo("{\"challenge\":[{\"type\":\"otp\"},{\"type\":\"phone\"}]}");
    assertThat(tenant.signIn("ada", "Wrong-Horse-2").error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void rightCodeGetsTheTokensThatWereAskedForOnce() {
    String token = mfaToken(Auth0SecondFactor.OTP);
    assertThat(verify(token, "000000").error()).isEqualTo("403 invalid_grant");
    Reply reply = verify(token, "654321");
    assertThat(reply.text("scope")).isEqualTo("openid profile email");
    assertThat(claims(reply.text("id_token")).path("sub").asText()).isEqualTo(ADA);
    assertThat(verify(token, "654321").error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void tokenLivesTenMinutes() {
    String token = mfaToken(Auth0SecondFactor.OTP);
    tenant.clock.advance(Duration.ofMinutes(10));
    assertThat(verify(token, "654321").error()).isEqualTo("401 expired_token");
    assertThat(verify("Fe26.2*unknown", "654321").error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void otherFactorsTakeNoOtpCode() {
    String token = mfaToken(Auth0SecondFactor.EMAIL);
    assertThat(verify(token, "654321").error()).isEqualTo("403 invalid_grant");
  }

  @Test
  void grantMustBeOn() {
    String token = mfaToken(Auth0SecondFactor.OTP);
    tenant.simulator.clients().change(client().grants(Grant.PASSWORD_REALM));
    assertThat(verify(token, "654321").error()).isEqualTo("403 unauthorized_client");
  }

  @Test
  void challengeNamesTheFactor() {
    String token = mfaToken(Auth0SecondFactor.OTP);
    assertThat(challenge(token, "otp").text()).isEqualTo("{\"challenge_type\":\"otp\"}");
    assertThat(challenge(token, "oob").text("binding_method")).isEqualTo("prompt");
    assertThat(challenge("Fe26.2*unknown", "otp").error()).isEqualTo("403 invalid_grant");
  }

  private String mfaToken(Auth0SecondFactor factor) {
    tenant.add(ada().secondFactor(factor));
    return tenant.signIn("ada", PASSWORD).text("mfa_token");
  }

  private Reply verify(String token, String code) {
    return tenant.token(
        Map.of("grant_type", Grant.MFA_OTP.type(), "mfa_token", token, "otp", code));
  }

  private Reply challenge(String token, String type) {
    return tenant.post(
        "/mfa/challenge",
        Map.of(
            "client_id", CLIENT,
            "client_secret", SECRET,
            "mfa_token", token,
            "challenge_type", type));
  }
}
