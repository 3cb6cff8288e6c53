package io.keycloakpools.common.signin;

import static io.keycloakpools.common.Stub.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

final class SignInCheckTest {

  private final List<String> calls = new ArrayList<>();
  private final SignInCheck check = new Looking();

  @Test
  void aRealmThatLacksTheActionGetsItEnabled() {
    List<RequiredActionProviderModel> added = new ArrayList<>();
    RealmModel realm =
        Stub.of(
            RealmModel.class,
            Map.of(
                "addRequiredActionProvider",
                arguments -> {
                  added.add((RequiredActionProviderModel) arguments[0]);
                  return arguments[0];
                }));

    RequiredActionProviderModel action = check.declare(realm);

    assertThat(added).containsExactly(action);
    assertThat(action.getAlias()).isEqualTo("looking");
    assertThat(action.getProviderId()).isEqualTo("looking");
    assertThat(action.getName()).isEqualTo("Looks").isEqualTo(check.getDisplayText());
    assertThat(action.getPriority()).isEqualTo(3);
    assertThat(action.isEnabled()).isTrue();
    assertThat(action.isDefaultAction()).isFalse();
  }

  /** The stub refuses to add one: it has no answer that {@code declare} could return. */
  @Test
  void whatAnAdminDisabledStaysAsItIs() {
    RequiredActionProviderModel disabled = new RequiredActionProviderModel();
    RealmModel realm =
        Stub.of(RealmModel.class, Map.of("getRequiredActionProviderByAlias", answer(disabled)));

    assertThat(check.declare(realm)).isSameAs(disabled);
    assertThat(disabled.isEnabled()).isFalse();
  }

  @Test
  void itHasNoPageToProcess() {
    check.processAction(null);

    assertThat(calls).containsExactly("challenge");
    assertThat(check.getConfigMetadata()).isEmpty();
    assertThat(check.isConfigurable()).isFalse();
    assertThat(check.create(null)).isSameAs(check);
  }

  private final class Looking extends SignInCheck {

    Looking() {
      super("looking", "Looks", 3);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
      calls.add("triggers");
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
      calls.add("challenge");
    }
  }
}
