package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTokenTest {

  @Test
  void saysWhoAndInWhichGroups() {
    IdToken token = claims("{\"sub\":\"1\",\"cognito:groups\":[\"staff\",\"read:users\"]}");
    assertThat(token.sub()).isEqualTo("1");
    assertThat(token.texts("cognito:groups")).containsExactlyInAnyOrder("staff", "read:users");
  }

  @Test
  void readsTextInAnyLanguage() {
    assertThat(claims("{\"sub\":\"1\",\"cognito:groups\":[\"Köche ÿ?>\"]}").texts("cognito:groups"))
        .containsExactly("Köche ÿ?>");
  }

  @Test
  void outdatesAUserWithAnotherAddress() {
    IdToken token = claims("{\"sub\":\"1\",\"email\":\"Countess@example.com\"}");

    assertThat(token.outdates(withEmail("ada@example.com"))).isTrue();
    assertThat(token.outdates(withEmail(null))).isTrue();
    assertThat(token.outdates(withEmail("countess@example.com"))).isFalse();
    assertThat(claims("{\"sub\":\"1\"}").outdates(withEmail("ada@example.com"))).isFalse();
  }

  private static DirectoryUser withEmail(String address) {
    return DirectoryUser.builder("1", "ada").email(address, true).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sub\":\"1\"}",
        "{\"sub\":\"1\",\"cognito:groups\":[]}",
        "{\"sub\":\"1\",\"cognito:groups\":null}",
        "{\"sub\":\"1\",\"cognito:groups\":\"staff\"}"
      })
  void withoutAListOfGroupsSaysThereAreNone(String json) {
    assertThat(claims(json).sub()).isEqualTo("1");
    assertThat(claims(json).texts("cognito:groups")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sub\":null}", "{\"sub\":[\"1\"]}", "[]", "null", "\"1\"", ""})
  void withoutASubjectFitsNobody(String json) {
    assertThat(claims(json).sub()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "garbage",
        "a.b",
        "a.b.c",
        "a..c",
        "..",
        "a.b.c.d",
        "a.!!!.c",
        "a.eyJzdWIi.c",
        "eyJzdWIiOiIxIn0",
        "eyJzdWIiOiIxIn0.eyJzdWIiOiIxIn0",
      })
  void thatIsNoTokenFitsNobody(String jwt) {
    assertThat(IdToken.read(jwt).sub()).isEmpty();
  }

  private static IdToken claims(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return IdToken.read(
        "head." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".signature");
  }
}
