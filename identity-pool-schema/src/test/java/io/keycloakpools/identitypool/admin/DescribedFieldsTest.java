package io.keycloakpools.identitypool.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document of the admin REST API has the fields that only running code can list. */
final class DescribedFieldsTest {

  private JsonNode document;

  @BeforeEach
  void read() throws IOException {
    document =
        new ObjectMapper(new YAMLFactory())
            .readTree(Files.readString(Path.of("../docs/admin-api.openapi.yaml")));
  }

  @Test
  void everySettingOfAPoolIsDocumented() {
    Set<String> names = names("/components/schemas/IdentityPool/properties");
    // Read only.
    names.removeAll(Set.of("id", "problem", "broken"));

    assertThat(names).isEqualTo(PoolView.fields());
  }

  @Test
  void everyFieldOfANewUserIsDocumented() {
    assertThat(
            names(
                "/paths/~1identity-pools~1{id}~1users/post/requestBody/content/application~1json"
                    + "/schema/properties"))
        .isEqualTo(new TreeSet<>(NewPoolUser.FIELDS));
  }

  private Set<String> names(String pointer) {
    Set<String> names = new TreeSet<>();
    document.at(pointer).fieldNames().forEachRemaining(names::add);
    return names;
  }
}
