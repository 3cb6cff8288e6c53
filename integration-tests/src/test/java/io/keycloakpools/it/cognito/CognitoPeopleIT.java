package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.PeopleScenarios;
import io.keycloakpools.it.TestDirectory;
import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.CognitoAuthFlow;
import io.keycloakpools.simulators.cognito.CognitoSimulator;
import io.keycloakpools.simulators.cognito.CognitoSimulatorBuilder;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.SignInAttribute;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** User data that Keycloak's default profile does not expect (docs/move/cognito.md). */
class CognitoPeopleIT extends PeopleScenarios {

  private static final String PASSWORD = "Right-Password-1!";

  @Override
  protected TestDirectory openDirectory() {
    return new SimulatedCognito();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void inAPoolThatTellsCasesApartTheNameIsAskedAsTyped(Flow flow) {
    try (CognitoSimulator cognito = simulator(CognitoSimulatorBuilder::caseSensitiveUsernames)) {
      attach(cognito);
      cognito.users().add(account("Ada").build());

      assertThat(flow.signIn(realm, "ada", PASSWORD).signedIn()).isFalse();
      assertThat(flow.signIn(realm, "Ada", PASSWORD).signedIn()).isTrue();
      assertThat(flow.signIn(realm, "ada", PASSWORD).signedIn()).isTrue();
      assertThat(realm.users().count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whereTheUsernameIsTheSubTheAddressBecomesTheUsername(Flow flow) {
    try (CognitoSimulator cognito =
        simulator(builder -> builder.usernameAttributes(SignInAttribute.EMAIL))) {
      attach(cognito);
      CognitoUser stored = cognito.users().add(account("ada@example.com").build());
      assertThat(stored.username()).isEqualTo(stored.sub());

      Attempt attempt = flow.signIn(realm, "ada@example.com", PASSWORD);

      assertThat(attempt.claims().path("preferred_username").asText()).isEqualTo("ada@example.com");
      assertThat(flow.signIn(realm, "ADA@example.com", PASSWORD).signedIn()).isTrue();
      assertThat(realm.users().count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whoHasOnlyAPhoneNumberSignsInWithIt(Flow flow) {
    try (CognitoSimulator cognito =
        simulator(builder -> builder.usernameAttributes(SignInAttribute.PHONE_NUMBER))) {
      attach(cognito);
      cognito
          .users()
          .add(
              CognitoUser.builder("+4915112345678")
                  .password(PASSWORD)
                  .phone("+4915112345678", true)
                  .build());

      Attempt attempt = flow.signIn(realm, "+4915112345678", PASSWORD);

      assertThat(attempt.claims().path("preferred_username").asText()).isEqualTo("+4915112345678");
      assertThat(flow.signIn(realm, "+4915112345678", PASSWORD).signedIn()).isTrue();
      assertThat(realm.users().count()).isEqualTo(1);
    }
  }

  private void attach(CognitoSimulator cognito) {
    Map<String, Object> settings = SimulatedCognito.settings(cognito);
    settings.put("requestTimeout", "10000");
    realm.components().add("pool", "cognito-user-pool", settings).expectDone();
  }

  private static CognitoSimulator simulator(UnaryOperator<CognitoSimulatorBuilder> options) {
    return options
        .apply(
            CognitoSimulator.builder()
                .client(
                    AppClient.of(SimulatedCognito.CLIENT_ID)
                        .secret(SimulatedCognito.CLIENT_SECRET)
                        .flows(CognitoAuthFlow.USER_PASSWORD_AUTH))
                .accessKey(SimulatedCognito.ACCESS_KEY_ID, SimulatedCognito.SECRET_ACCESS_KEY))
        .build()
        .start();
  }

  private static CognitoUser.Builder account(String name) {
    return CognitoUser.builder(name)
        .password(PASSWORD)
        .email("ada@example.com", true)
        .name("Ada", "Lovelace");
  }
}
