package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.simulators.FakeClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminListGroupsForUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

class LookupTest {
  private static final String POOL = "eu-west-1_Demo12345";

  private final FakeClock clock = new FakeClock();
  private TestPool pool = TestPool.start(settings -> settings.clock(clock));

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  private void use(TestPool other) throws Exception {
    pool.close();
    pool = other;
  }

  @Test
  void profileCarriesAttributesStatusAndDates() {
    CognitoUser user =
        pool.add(
            ada()
                .attribute("custom:tenantId", "acme")
                .enabled(false)
                .status(UserStatus.RESET_REQUIRED)
                .secondFactor(CognitoSecondFactor.SELECT_MFA_TYPE));
    AdminGetUserResponse profile = get("ada");
    assertThat(profile.username()).isEqualTo("ada");
    assertThat(profile.enabled()).isFalse();
    assertThat(profile.userStatusAsString()).isEqualTo("RESET_REQUIRED");
    assertThat(profile.userCreateDate()).isEqualTo(clock.instant());
    assertThat(profile.userLastModifiedDate()).isEqualTo(clock.instant());
    assertThat(profile.userMFASettingList()).containsExactly("SMS_MFA", "SOFTWARE_TOKEN_MFA");
    assertThat(profile.userAttributes())
        .contains(
            AttributeType.builder().name("sub").value(user.sub()).build(),
            AttributeType.builder().name("email_verified").value("true").build(),
            AttributeType.builder().name("custom:tenantId").value("acme").build());
  }

  @Test
  void userIsFoundBySubButDoesNotSignInWithIt() {
    CognitoUser user = pool.add(ada());
    assertThat(get(user.sub()).username()).isEqualTo("ada");
    pool.assertRefused(user.sub(), PASSWORD).startsWith("NotAuthorizedException");
  }

  @Test
  void missingUserIsToldToAdmins() {
    assertError(() -> get("nobody")).isEqualTo("UserNotFoundException: User does not exist.");
  }

  @Test
  void unknownPoolIsRefused() {
    assertError(() -> pool.aws.adminGetUser(it -> it.userPoolId("eu-west-1_No").username("ada")))
        .isEqualTo("ResourceNotFoundException: User pool eu-west-1_No does not exist.");
  }

  @Test
  void onlyVerifiedAliasesName() throws Exception {
    use(TestPool.start(it -> it.aliases(SignInAttribute.values())));
    pool.add(ada().phone("+4912345678", false).attribute("preferred_username", "countess"));
    for (String name : List.of("ada@example.com", "ADA@example.com", "countess", "Ada")) {
      assertThat(get(name).username()).as(name).isEqualTo("ada");
      assertThat(pool.signIn(name, PASSWORD).authenticationResult()).as(name).isNotNull();
    }
    assertError(() -> get("+4912345678")).startsWith("UserNotFoundException");
    pool.simulator.users().setAttribute("ada", "email_verified", "false");
    pool.assertRefused("ada@example.com", PASSWORD).startsWith("NotAuthorizedException");
  }

  @Test
  void withoutAliasesOnlyTheUsernameNames() {
    pool.add(ada());
    assertError(() -> get("ada@example.com")).startsWith("UserNotFoundException");
  }

  @Test
  void letterCaseCountsWhereThePoolSaysSo() throws Exception {
    use(TestPool.start(CognitoSimulatorBuilder::caseSensitiveUsernames));
    pool.add(ada());
    pool.add(CognitoUser.builder("ADA").password("Another-One-3"));
    assertThat(get("ADA").userAttributes()).hasSize(1);
    pool.assertRefused("Ada", PASSWORD).startsWith("NotAuthorizedException");
  }

  @Test
  void usernameIsTheSubWhereEmailSignsIn() throws Exception {
    use(TestPool.start(it -> it.usernameAttributes(SignInAttribute.EMAIL)));
    CognitoUser user = pool.add(CognitoUser.builder("ada@example.com").password(PASSWORD));
    assertThat(user.username()).isEqualTo(user.sub());
    assertThat(get("ada@example.com").username()).isEqualTo(user.sub());
    assertThat(pool.signIn("Ada@Example.com", PASSWORD).authenticationResult()).isNotNull();
    assertThatThrownBy(() -> pool.add(CognitoUser.builder("ada@example.com")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void recreatedUserKeepsTheSignInNameUnderANewSub() throws Exception {
    use(TestPool.start(it -> it.usernameAttributes(SignInAttribute.EMAIL)));
    CognitoUser old = pool.add(CognitoUser.builder("ada@example.com").password(PASSWORD));
    CognitoUser recreated = pool.simulator.users().recreate("ada@example.com");
    assertThat(recreated.username()).isEqualTo(recreated.sub()).isNotEqualTo(old.sub());
    assertThat(recreated.attributes()).isEqualTo(old.attributes());
    assertThat(pool.signIn("ada@example.com", PASSWORD).authenticationResult()).isNotNull();
  }

  @Test
  void groupsOfAUserArePaged() {
    List<String> names = IntStream.range(0, 130).mapToObj(i -> "group-" + i).toList();
    CognitoUser user = pool.add(ada().groups(names));
    List<String> seen = new ArrayList<>();
    int pages = 0;
    String token = null;
    do {
      String from = token;
      AdminListGroupsForUserResponse page =
          pool.aws.adminListGroupsForUser(
              it -> it.userPoolId(POOL).username(user.sub()).limit(60).nextToken(from));
      page.groups().stream().map(GroupType::groupName).forEach(seen::add);
      token = page.nextToken();
      pages++;
    } while (token != null);
    assertThat(seen).isEqualTo(names);
    assertThat(pages).isEqualTo(3);
    assertError(
            () ->
                pool.aws.adminListGroupsForUser(
                    it -> it.userPoolId(POOL).username("ada").limit(61)))
        .startsWith("InvalidParameterException");
  }

  @Test
  void groupsOfThePoolAreListed() {
    pool.simulator.users().addGroup("empty");
    pool.add(ada().group("staff"));
    assertThat(pool.aws.listGroups(it -> it.userPoolId(POOL)).groups())
        .extracting(GroupType::groupName)
        .containsExactly("empty", "staff");
  }

  private AdminGetUserResponse get(String name) {
    return pool.aws.adminGetUser(it -> it.userPoolId(POOL).username(name));
  }
}
