package io.keycloakpools.identitypool.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import io.keycloakpools.identitypool.registration.PageEntries.Shown;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoolPageTest {

  private static final FormModel FORM =
      FormModel.of(
          SchemaCompiler.compile(
                  """
                  {
                    "type": "object",
                    "description": "Sample user data",
                    "properties": {
                      "email": {"type": "string", "format": "email", "title": "E-mail", "description": "Where we reach you"},
                      "plan": {"type": "string", "enum": ["free", "paid"], "default": "free"},
                      "newsletter": {"type": "boolean", "default": true},
                      "secret": {"type": "string", "writeOnly": true},
                      "address": {
                        "type": "object",
                        "title": "Address",
                        "properties": {
                          "locality": {"type": "string"},
                          "country": {"type": "string"}
                        }
                      },
                      "tags": {"type": "array", "items": {"type": "string"}}
                    },
                    "required": ["email"]
                  }
                  """,
                  SchemaKind.PAYLOAD)
              .schema()
              .orElseThrow());
  private static final PageErrors FINE = new PageErrors(List.of(), Map.of());

  @Test
  void theDescriptionIsTheHeader() {
    assertThat(first(Map.of()).getHeader()).isEqualTo("Sample user data");
  }

  @Test
  void fieldsOfAGroupStandTogetherUnderItsTitle() {
    List<PoolPage.Section> sections = first(Map.of()).getSections();

    assertThat(sections).extracting(PoolPage.Section::getTitle).containsExactly("", "Address", "");
    assertThat(sections.get(1).getInputs())
        .extracting(PageInput::getName)
        .containsExactly("address.locality", "address.country");
  }

  @Test
  void theFirstTimeDefaultsAreShown() {
    PoolPage page = first(Map.of());

    assertThat(input(page, "newsletter").isTicked()).isTrue();
    assertThat(input(page, "plan").getChoices())
        .extracting(PageInput.Choice::getValue, PageInput.Choice::isChosen)
        .containsExactly(tuple("free", true), tuple("paid", false));
  }

  @Test
  void whatTheApplicationKnowsIsShownTheFirstTime() {
    PoolPage page = first(Map.of("email", List.of("ada@example.org")));

    assertThat(input(page, "email").getValue()).isEqualTo("ada@example.org");
  }

  @Test
  void afterAnErrorTheFormHoldsWhatWasEntered() {
    PoolPage page =
        again(
            Map.of("email", List.of("ada"), "plan", List.of("paid"), "tags", List.of("a\nb")),
            Map.of());

    assertThat(input(page, "email").getValue()).isEqualTo("ada");
    assertThat(input(page, "newsletter").isTicked()).isFalse();
    assertThat(input(page, "plan").getChoices())
        .filteredOn(PageInput.Choice::isChosen)
        .extracting(PageInput.Choice::getValue)
        .containsExactly("paid");
    assertThat(input(page, "tags").getValue()).isEqualTo("a\nb");
  }

  @Test
  void whatIsOnlyWrittenIsNeverShownAgain() {
    PoolPage page = again(Map.of("secret", List.of("hush")), Map.of());

    assertThat(input(page, "secret").getValue()).isEmpty();
  }

  @Test
  void aFieldIsDescribedByItsHelpAndItsError() {
    PoolPage page = again(Map.of(), Map.of("email", "Missing", "plan", "Missing"));

    assertThat(input(page, "email").getDescribedBy()).isEqualTo("help-email input-error-email");
    assertThat(input(page, "plan").getDescribedBy()).isEqualTo("input-error-plan");
    assertThat(input(page, "newsletter").getDescribedBy()).isEmpty();
  }

  @Test
  void aFieldSaysHowAValueIsEntered() {
    assertThat(input(first(Map.of()), "tags").getHint()).isEqualTo("identityPoolHintLines");
    assertThat(input(first(Map.of()), "tags").getDescribedBy()).isEqualTo("hint-tags");
    assertThat(input(first(Map.of()), "email").getHint()).isEmpty();
  }

  @Test
  void whatIsStoredIsShownUntilSomethingElseIsEntered() {
    Map<String, List<String>> stored =
        Map.of("plan", List.of("paid"), "newsletter", List.of("false"));
    PageEntries first = entries(Map.of(), Shown.FIRST, stored);
    PageEntries again = entries(Map.of("plan", List.of("")), Shown.AGAIN, stored);
    PoolPage page = PoolPage.of(FORM, first, FINE, "");

    assertThat(input(page, "newsletter").isTicked()).as("the default is true").isFalse();
    assertThat(input(page, "plan").getValue()).isEqualTo("paid");
    assertThat(input(PoolPage.of(FORM, again, FINE, ""), "plan").getValue()).isEmpty();
    assertThat(
            input(PoolPage.of(FORM, entries(Map.of(), Shown.FIRST, Map.of()), FINE, ""), "plan")
                .getValue())
        .isEqualTo("free");
  }

  private static PageEntries entries(
      Map<String, List<String>> submitted, Shown shown, Map<String, List<String>> stored) {
    return new PageEntries(submitted, shown, name -> stored.getOrDefault(name, List.of()));
  }

  @Test
  void thePasswordComesAfterTheNameToSignInWith() {
    assertThat(first(Map.of()).getPasswordAfter()).isEqualTo("email");
    assertThat(
            PoolPage.of(FORM, new PageEntries(Map.of(), Shown.FIRST), FINE, "username")
                .getPasswordAfter())
        .isEmpty();
  }

  @Test
  void theFirstErrorIsTheFirstOnThePage() {
    assertThat(again(Map.of(), Map.of("plan", "x", "password", "x")).getFirstError())
        .isEqualTo("password");
    assertThat(again(Map.of(), Map.of("plan", "x", "email", "x")).getFirstError())
        .isEqualTo("email");
    assertThat(again(Map.of(), Map.of()).getFirstError()).isEmpty();
  }

  @Test
  void fieldsThatThePageDoesNotHaveAreKnown() {
    assertThat(PoolPage.has(FORM, "email")).isTrue();
    assertThat(PoolPage.has(FORM, "password")).isTrue();
    assertThat(PoolPage.has(FORM, "tier")).isFalse();
  }

  private static PoolPage first(Map<String, List<String>> known) {
    return PoolPage.of(FORM, new PageEntries(known, Shown.FIRST), FINE, "email");
  }

  private static PoolPage again(Map<String, List<String>> entered, Map<String, String> errors) {
    return PoolPage.of(
        FORM, new PageEntries(entered, Shown.AGAIN), new PageErrors(List.of(), errors), "email");
  }

  private static PageInput input(PoolPage page, String name) {
    return page.getSections().stream()
        .flatMap(section -> section.getInputs().stream())
        .filter(input -> input.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
