package io.keycloakpools.simulators.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.keycloakpools.simulators.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CognitoSimulatorMainTest {
  @TempDir Path folder;

  @Test
  void startsWithSampleUsers() throws Exception {
    try (CognitoSimulator simulator = CognitoSimulatorMain.start(port0())) {
      assertThat(simulator.endpoint().getPort()).isPositive();
      assertThat(simulator.users().find("ada")).isPresent();
    }
  }

  @Test
  void readsUsersFromAFile() throws Exception {
    Path file = folder.resolve("users.json");
    Files.writeString(
        file,
        """
        [{"username": "eve", "password": "Some-Thing-6", "status": "FORCE_CHANGE_PASSWORD",
          "attributes": {"email": "eve@example.com", "custom:tenantId": "acme"},
          "groups": ["staff"], "secondFactor": "SMS_MFA", "enabled": false}]
        """);
    assertThat(CognitoUsersFile.read(file))
        .singleElement()
        .satisfies(
            eve -> {
              assertThat(eve.status()).isEqualTo(UserStatus.FORCE_CHANGE_PASSWORD);
              assertThat(eve.attributes()).containsEntry("custom:tenantId", "acme");
              assertThat(eve.groups()).containsExactly("staff");
              assertThat(eve.secondFactor()).isEqualTo(CognitoSecondFactor.SMS_MFA);
              assertThat(eve.enabled()).isFalse();
            });
  }

  @Test
  void misspeltMemberIsAnError() throws Exception {
    Path file = folder.resolve("users.json");
    Files.writeString(file, "[{\"username\": \"eve\", \"pasword\": \"x\"}]");
    assertThatThrownBy(() -> CognitoUsersFile.read(file)).isInstanceOf(JsonMappingException.class);
  }

  @Test
  void unknownOptionNamesTheKnownOnes() {
    assertThatThrownBy(() -> Program.options(CognitoSimulatorMain.OPTIONS, "--prot", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--prot")
        .hasMessageContaining("--port");
  }

  private static Map<String, String> port0() {
    return Program.options(CognitoSimulatorMain.OPTIONS, "--port", "0");
  }
}
