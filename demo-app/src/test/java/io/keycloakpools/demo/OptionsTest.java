package io.keycloakpools.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void theDemoTakesTheUsualPortAndAnySimulatorPorts() {
    assertThat(Options.of())
        .isEqualTo(
            new Options(false, OptionalInt.of(8080), OptionalInt.empty(), OptionalInt.empty()));
  }

  @Test
  void theCheckTakesAnyPort() {
    assertThat(Options.of("--check"))
        .isEqualTo(
            new Options(true, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()));
  }

  @Test
  void portsAreChosenInAnyOrder() {
    Options chosen =
        new Options(true, OptionalInt.of(9090), OptionalInt.of(4581), OptionalInt.of(9091));
    assertThat(
            Options.of(
                "--port", "9090", "--check", "--simulator-port", "4581", "--page-port", "9091"))
        .isEqualTo(chosen);
    assertThat(
            Options.of(
                "--page-port", "9091", "--simulator-port", "4581", "--port", "9090", "--check"))
        .isEqualTo(chosen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "99999", "123456", "-1", "eighty", ""})
  void aPortIsANumberInItsRange(String text) {
    assertThatThrownBy(() -> Options.of("--port", text))
        .isInstanceOf(Problem.class)
        .hasMessage("--port takes a number from 1 to 65535.");
  }

  @ParameterizedTest
  @CsvSource({"--port,65535", "--page-port,65535", "--simulator-port,65530"})
  void aPortIsNeeded(String option, int highest) {
    assertThatThrownBy(() -> Options.of(option))
        .isInstanceOf(Problem.class)
        .hasMessage(option + " takes a number from 1 to " + highest + ".");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> Options.of("--prot", "9090"))
        .isInstanceOf(Problem.class)
        .hasMessage("There is no option --prot. See ./demo --help.");
  }
}
