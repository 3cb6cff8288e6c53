package io.keycloakpools.identitypool.profile.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keycloak.userprofile.UserProfileContext.ACCOUNT;
import static org.keycloak.userprofile.UserProfileContext.IDP_REVIEW;
import static org.keycloak.userprofile.UserProfileContext.REGISTRATION;
import static org.keycloak.userprofile.UserProfileContext.SCIM;
import static org.keycloak.userprofile.UserProfileContext.UPDATE_EMAIL;
import static org.keycloak.userprofile.UserProfileContext.UPDATE_PROFILE;
import static org.keycloak.userprofile.UserProfileContext.USER_API;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.keycloak.userprofile.UserProfileContext;

final class WritingTest {

  @Test
  void adminsWriteByTheAdminApi() {
    assertThat(where(Writing::byAdmin)).containsExactly(USER_API);
  }

  @Test
  void programsWriteByScim() {
    assertThat(where(Writing::byProgram)).containsExactly(SCIM);
  }

  @Test
  void loginPagesShowErrorsAboveTheirForm() {
    assertThat(where(Writing::isPage))
        .containsExactlyInAnyOrder(REGISTRATION, UPDATE_PROFILE, UPDATE_EMAIL, IDP_REVIEW);
  }

  @Test
  void formsOfLoginPagesAreThoseOfTheWholeProfile() {
    assertThat(where(Writing::isForm)).containsExactlyInAnyOrder(UPDATE_PROFILE, IDP_REVIEW);
    assertThat(where(Writing::isReview)).containsExactly(IDP_REVIEW);
  }

  @Test
  void unsentAttributesKeepTheirValues() {
    assertThat(where(Writing::keepsUnsent))
        .containsExactlyInAnyOrder(UPDATE_PROFILE, UPDATE_EMAIL, SCIM);
  }

  @Test
  void pagesFillInTheLanguageIfThereAreSeveral() {
    assertThat(where(writing -> writing.fillsIn("locale")))
        .containsExactlyInAnyOrder(UPDATE_PROFILE, UPDATE_EMAIL, IDP_REVIEW);
    assertThat(where(writing -> writing.fillsIn("nickname"))).isEmpty();
    assertThat(new Writing(UPDATE_PROFILE, true, false).fillsIn("locale")).isFalse();
  }

  @Test
  void theNameIsTheUsernameOrTheEmailAddress() {
    assertThat(new Writing(ACCOUNT, false, true).nameField()).isEqualTo("username");
    assertThat(new Writing(ACCOUNT, true, false).nameField()).isEqualTo("email");
  }

  @Test
  void aRefusedPlacementIsShownOnThePoolToAdminsAndOnTheUsernameToUsers() {
    assertThat(new Writing(USER_API, false, false).refusalField()).isEqualTo("identityPool");
    assertThat(new Writing(REGISTRATION, true, false).refusalField()).isEqualTo("username");
  }

  private static List<UserProfileContext> where(Predicate<Writing> rule) {
    return Arrays.stream(UserProfileContext.values())
        .filter(context -> rule.test(new Writing(context, false, true)))
        .toList();
  }
}
