package io.keycloakpools.passwordpolicy.strength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Every message of zxcvbn has an equivalent. */
class FeedbackTest {

  @Test
  void everyMessageOfZxcvbnIsAWeaknessOrAnAdvice() {
    ResourceBundle messages = ResourceBundle.getBundle("com/nulabinc/zxcvbn/messages");
    assertThat(messages.keySet())
        .hasSize(Weakness.values().length - 1 + Advice.values().length)
        .allSatisfy(
            key ->
                assertThat(Weakness.ofZxcvbn(key).isPresent() || Advice.ofZxcvbn(key).isPresent())
                    .as(key)
                    .isTrue());
  }
}
