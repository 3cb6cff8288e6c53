package io.keycloakpools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.demo.site.Guide;
import io.keycloakpools.harness.admin.Change;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

  private final DemoPool linked = DemoPool.cognitoLinked(0);
  private final DemoPool migrating = DemoPool.auth0Migrating(0);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Prompt prompt =
      new Prompt(
          List.of(linked, migrating),
          guide(),
          this::invite,
          new PrintStream(out, true, StandardCharsets.UTF_8));

  private static Guide guide() {
    Guide.Directory directory =
        new Guide.Directory(
            "cognito-linked", "", List.of(), new TreeMap<>(Map.of("Client ID", "demo-client")));
    return new Guide(List.of(), "", List.of(directory), List.of());
  }

  private Change invite(String given, String family, String email) {
    return family.equals("Nobody")
        ? new Change.Refused(409, "There is a user with this e-mail address already.", null)
        : new Change.Done(email);
  }

  @Test
  void somebodyIsInvited() {
    assertThat(prompt.answer("invite Mary Jackson mary@example.com"))
        .isEqualToIgnoringNewLines("Keycloak has sent an e-mail to mary@example.com.");
    assertThat(prompt.answer("invite Mary Nobody mary@example.com"))
        .isEqualToIgnoringNewLines(
            "Keycloak refused it: There is a user with this e-mail address already.");
  }

  @Test
  void theSettingsOfADirectoryAreShownByTheLabelsOfTheForm() {
    assertThat(prompt.answer("settings cognito-linked"))
        .contains("Provider cognito-user-pool", "Client ID", "demo-client");
    assertThat(prompt.answer("settings first"))
        .isEqualToIgnoringNewLines("There is no pool first, only cognito-linked, auth0-migrating.");
  }

  @Test
  void anAttributeMayHoldBlanks() {
    prompt.answer("set ada custom:department Research  and Development");
    assertThat(linked.directory().show("ada")).contains("Research  and Development");
    prompt.answer("set edsger user_metadata.department Proofs  and Programs");
    assertThat(migrating.directory().show("edsger")).contains("Proofs  and Programs");
  }

  @Test
  void groupsAreReplaced() {
    prompt.answer("groups ada managers employees");
    assertThat(linked.directory().show("ada")).contains("[managers, employees]");
    prompt.answer("groups ada");
    assertThat(linked.directory().show("ada")).contains("groups []");
    prompt.answer("groups edsger managers");
    assertThat(migrating.directory().show("edsger")).contains("roles [managers]");
  }

  @Test
  void aUserIsFoundInEitherDirectory() {
    assertThat(prompt.answer("show edsger")).contains("edsger", "Structures", "employees");
    assertThat(prompt.answer("show ada")).contains("ada", "Engineering", "employees");
  }

  @Test
  void whoeverIsInNoDirectoryIsNamed() {
    assertThat(prompt.answer("show bob")).isEqualToIgnoringNewLines("No directory has a user bob.");
    assertThat(prompt.answer("stop first"))
        .isEqualToIgnoringNewLines("There is no pool first, only cognito-linked, auth0-migrating.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "set ada", "show", "stop", "nonsense", "invite Mary", "settings"})
  void whatIsNoCommandGetsTheCommands(String line) {
    assertThat(prompt.answer(line)).contains("set USER ATTRIBUTE VALUE", "quit");
  }

  @Test
  void quitEndsIt() throws IOException {
    assertThat(prompt.run(reader("\nquit\nset ada custom:department Research\n"))).isTrue();
    assertThat(linked.directory().show("ada")).contains("Engineering");
  }

  @Test
  void anEndOfInputIsNoQuit() throws IOException {
    assertThat(prompt.run(reader("show ada\n"))).isFalse();
  }

  private static BufferedReader reader(String text) {
    return new BufferedReader(new StringReader(text));
  }
}
