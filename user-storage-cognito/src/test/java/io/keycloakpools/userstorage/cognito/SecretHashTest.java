package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretHashTest {

  /** AWS accepts the first; OpenSSL computed the others. */
  @ParameterizedTest
  @CsvSource({
    "mytestuser, 1example23456789, topsecret, PBhUf7/vun15cmcjMZrucuxxKyn58IwZEUCvyeo9P8o=",
    "ada,        demo-client,      s3cret,    5/gJZy8WaFwAm4Jn3GE5RcmIZ7sjldPgH3jhV6n0PS4=",
    "jürgen,     demo-client,      schlüssel, Nd6lIhUQbuXjJjeY9rG41PyxcfxKhcYTouesk3TQrMM=",
  })
  void isTheKeyedHashOfUsernameAndClient(
      String username, String clientId, String secret, String expected) {
    assertThat(SecretHash.of(username, clientId, secret)).isEqualTo(expected);
  }
}
