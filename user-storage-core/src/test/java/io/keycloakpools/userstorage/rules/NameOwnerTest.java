package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.rules.NameOwner.Accounts;
import io.keycloakpools.userstorage.rules.NameOwner.Field;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NameOwnerTest {

  private static final String EMAIL = "ada@example.com";

  @Test
  void aFreeNameHasNoOwner() {
    assertThat(find("ada", Optional.of(EMAIL), Map.of(), Map.of(), Map.of())).isEmpty();
  }

  @Test
  void theUsernameIsLookedForFirst() {
    assertThat(
            find(
                EMAIL,
                Optional.of(EMAIL),
                Map.of(EMAIL, "by name"),
                Map.of(EMAIL, "by e-mail"),
                Map.of(EMAIL, "by address")))
        .contains(new NameOwner<>("by name", Field.USERNAME));
  }

  @Test
  void thenTheAddress() {
    assertThat(
            find(
                EMAIL,
                Optional.of(EMAIL),
                Map.of(),
                Map.of(EMAIL, "by e-mail"),
                Map.of(EMAIL, "by address")))
        .contains(new NameOwner<>("by e-mail", Field.EMAIL));
  }

  /** People sign in with either, and Keycloak looks for addresses first. */
  @Test
  void aUsernameMayBeAnothersAddress() {
    assertThat(find(EMAIL, Optional.empty(), Map.of(), Map.of(), Map.of(EMAIL, "by address")))
        .contains(new NameOwner<>("by address", Field.USERNAME));
  }

  @Test
  void aUserWithoutAnAddressTakesNone() {
    assertThat(find("ada", Optional.empty(), Map.of(), Map.of(EMAIL, "by e-mail"), Map.of()))
        .isEmpty();
  }

  private static Optional<NameOwner<String>> find(
      String username,
      Optional<String> email,
      Map<String, String> names,
      Map<String, String> emails,
      Map<String, String> addresses) {
    return NameOwner.find(username, email, new Accounts<>(in(names), in(emails), in(addresses)));
  }

  private static Function<String, Optional<String>> in(Map<String, String> accounts) {
    return text -> Optional.ofNullable(accounts.get(text));
  }
}
