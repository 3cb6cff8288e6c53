package io.keycloakpools.identitypool.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DrawnFieldTest {

  private static final FormModel FORM =
      FormModel.of(
          SchemaCompiler.compile(
                  """
                  {
                    "type": "object",
                    "properties": {
                      "tags": {"type": "array", "items": {"type": "string"}},
                      "days": {"type": "array", "items": {"enum": ["sat", "sun"]}},
                      "member": {"type": "boolean"},
                      "address": {
                        "type": "object",
                        "title": "Address",
                        "properties": {"city": {"type": "string", "title": "Town"}}
                      },
                      "place": {
                        "type": "object",
                        "title": "${place}",
                        "properties": {"city": {"type": "string", "title": "Town"}}
                      }
                    }
                  }
                  """,
                  SchemaKind.PAYLOAD)
              .schema()
              .orElseThrow());

  @Test
  void thereIsAnInputForEachValueThatIsEntered() {
    assertThat(drawn("tags").isMultivalued()).isTrue();
    assertThat(drawn("tags").choices()).isEmpty();
  }

  @Test
  void severalChoicesAreBoxesAndNotInputs() {
    assertThat(drawn("days").isMultivalued()).isFalse();
    assertThat(drawn("days").choices()).containsExactly("sat", "sun");
    assertThat(drawn("days").annotations()).containsEntry("inputType", "multiselect-checkboxes");
  }

  @Test
  void yesAndNoAreAChoice() {
    assertThat(drawn("member").choices()).containsExactly("true", "false");
    assertThat(drawn("member").annotations())
        .containsEntry(
            "inputOptionLabels",
            Map.of("true", "${identityPoolYes}", "false", "${identityPoolNo}"));
  }

  @Test
  void theLabelOfAGroupComesFirstUnlessItIsAMessage() {
    assertThat(drawn("address.city").label()).isEqualTo("Address: Town");
    assertThat(drawn("place.city").label()).isEqualTo("Town");
  }

  private static DrawnField drawn(String attribute) {
    return new DrawnField(
        FORM.fields().stream()
            .filter((FormField field) -> field.attribute().equals(attribute))
            .findFirst()
            .orElseThrow());
  }
}
