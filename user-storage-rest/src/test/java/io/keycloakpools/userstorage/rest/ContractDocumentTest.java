package io.keycloakpools.userstorage.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.Totp;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares docs/move/rest.md with the adapter. */
final class ContractDocumentTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE = page();
  private static final JsonNode SCHEMA = json(block("schema").findFirst().orElseThrow());

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/move/rest.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> block(String name) {
    return Pattern.compile("<!-- " + name + " -->\n```json\n(.*?)```", Pattern.DOTALL)
        .matcher(PAGE)
        .results()
        .map(match -> match.group(1));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> examples() {
    return Pattern.compile("<!-- example: (\\w+) -->")
        .matcher(PAGE)
        .results()
        .map(MatchResult::group)
        .distinct()
        .map(marker -> marker.replaceAll(".*: (\\w+) .*", "$1"))
        .filter(name -> SCHEMA.path("$defs").has(name))
        .flatMap(name -> block("example: " + name).map(text -> Arguments.of(name, text)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsTheSchema(String name, String example) {
    assertThat(problems(name, example)).isEmpty();
  }

  @Test
  void thereIsAnExampleOfEveryMessage() {
    assertThat(examples().map(each -> each.get()[0]).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "user",
            "lookupRequest",
            "lookupAnswer",
            "passwordRequest",
            "passwordAnswer",
            "listRequest",
            "listAnswer");
  }

  @Test
  void theSchemaRefusesWhatTheAdapterCannotRead() {
    assertThat(problems("user", "{\"id\":\"1\",\"username\":\"a\"}")).isNotEmpty();
    assertThat(problems("user", "{\"id\":\"1\",\"username\":\"a\",\"status\":\"active\"}"))
        .isNotEmpty();
    assertThat(problems("passwordAnswer", "{\"outcome\":\"accepted\"}")).isNotEmpty();
    assertThat(problems("passwordAnswer", "{\"outcome\":\"of_tomorrow\"}")).isNotEmpty();
    assertThat(problems("lookupRequest", "{\"id\":\"1\",\"email\":\"a\"}")).isNotEmpty();
  }

  @Test
  void theSchemaHasTheReasonsThatTheAdapterKnows() {
    Set<String> words =
        StreamSupport.stream(SCHEMA.at("/$defs/reason/enum").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());

    assertThat(words)
        .isEqualTo(
            PoolsAccountStates.REASONS.stream()
                .map(UnusableReason::code)
                .collect(Collectors.toSet()));
    assertThat(SCHEMA.at("/$defs/user/properties/status/anyOf/0/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(
            PoolsAccountStates.USABLE, PoolsAccountStates.MUST_CHANGE_PASSWORD);
  }

  @Test
  void theUserOfTheExampleIsReadCompletely() throws InvalidUserException {
    DirectoryUser bob =
        new PoolsUsers(Optional.empty())
            .read(json(block("example: user").findFirst().orElseThrow()));

    assertThat(bob.externalId()).isEqualTo("12345678");
    assertThat(bob.username()).isEqualTo("bob");
    assertThat(bob.loginName()).isEqualTo("bob");
    assertThat(bob.phoneNumber()).contains("+4930123456");
    assertThat(bob.secondFactors()).containsExactly("totp");
    assertThat(bob.tenants()).containsExactly(new Tenant("acme", Optional.of("Acme Ltd")));
    assertThat(bob.socialIdentities())
        .singleElement()
        .hasToString("SocialIdentity[connection=google, userId=1100, username=bob@gmail.com]");
    assertIsBob(bob);
  }

  @Test
  void theUserOfTheOtherContractIsReadCompletely() throws InvalidUserException {
    String example = block("example: migrationUser").findFirst().orElseThrow();
    DirectoryUser bob = new MigrationUsers(Optional.empty()).read(json(example));

    assertThat(bob.externalId()).isEqualTo("12345678");
    assertThat(bob.tenants()).containsExactly(new Tenant("acme", Optional.of("Acme Ltd")));
    assertIsBob(bob);
  }

  private static void assertIsBob(DirectoryUser bob) {
    assertThat(bob.email()).contains("bob@example.com");
    assertThat(bob.emailVerified()).isTrue();
    assertThat(bob.name().first()).contains("Bob");
    assertThat(bob.name().last()).contains("Smith");
    assertThat(bob.attributes())
        .isEqualTo(Map.of("department", List.of("engines"), "sites", List.of("Berlin", "Porto")));
    assertThat(bob.roles()).contains(Set.of("staff"));
    assertThat(bob.groups()).contains(Set.of("engineers"));
    assertThat(bob.requiredActions()).containsExactly("UPDATE_PROFILE");
    assertThat(bob.totps())
        .containsExactly(
            new Totp(
                "JBSWY3DPEHPK3PXP",
                Optional.of("phone"),
                6,
                30,
                "HmacSHA1",
                Optional.of("BASE32")));
  }

  @Test
  void everySettingIsDocumented() {
    assertThat(RestProperties.all())
        .allSatisfy(property -> assertThat(PAGE).contains("`" + property.getName() + "`"));
  }

  private static List<?> problems(String definition, String json) {
    ObjectNode schema = SCHEMA.deepCopy();
    schema.put("$ref", "#/$defs/" + definition);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.toString(), InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }
}
