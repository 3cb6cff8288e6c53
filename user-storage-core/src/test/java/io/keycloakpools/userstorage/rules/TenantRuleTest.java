package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.rules.TenantRule.Membership;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The organization {@code acme} exists, {@code umbrella} does not. */
final class TenantRuleTest {

  private static final Tenant UNNAMED_ACME = new Tenant("acme", Optional.empty());
  private static final Membership NOWHERE = in();
  private static final Membership ACME = in(UNNAMED_ACME);
  private static final Membership UMBRELLA = in(new Tenant("umbrella", Optional.empty()));

  static Stream<Arguments> dynamicTenants() {
    return Stream.of(
        Arguments.of("acme", UnknownTenant.CREATE, ACME),
        Arguments.of("acme", UnknownTenant.IGNORE, ACME),
        Arguments.of("acme", UnknownTenant.REJECT, ACME),
        Arguments.of("umbrella", UnknownTenant.CREATE, UMBRELLA),
        Arguments.of("umbrella", UnknownTenant.IGNORE, NOWHERE),
        Arguments.of("umbrella", UnknownTenant.REJECT, new Membership.Refused("umbrella")),
        Arguments.of(null, UnknownTenant.CREATE, NOWHERE),
        Arguments.of(null, UnknownTenant.IGNORE, NOWHERE),
        Arguments.of(null, UnknownTenant.REJECT, NOWHERE));
  }

  @ParameterizedTest
  @MethodSource("dynamicTenants")
  void theDirectorySaysWhere(String tenantId, UnknownTenant unknown, Membership expected) {
    assertThat(membership(new TenantRule.Dynamic(unknown), tenantId)).isEqualTo(expected);
  }

  static Stream<Arguments> staticTenants() {
    return Stream.of(
        Arguments.of("acme", UnknownTenant.CREATE, ACME),
        Arguments.of("acme", UnknownTenant.IGNORE, ACME),
        Arguments.of("acme", UnknownTenant.REJECT, ACME),
        Arguments.of("umbrella", UnknownTenant.CREATE, UMBRELLA),
        Arguments.of("umbrella", UnknownTenant.IGNORE, NOWHERE),
        Arguments.of("umbrella", UnknownTenant.REJECT, new Membership.Refused("umbrella")));
  }

  @ParameterizedTest
  @MethodSource("staticTenants")
  void everyUserBelongsToTheOneTenantWhateverTheDirectorySays(
      String tenantId, UnknownTenant unknown, Membership expected) {
    TenantRule rule = new TenantRule.Static(tenantId, unknown);

    assertThat(membership(rule, "elsewhere")).isEqualTo(expected);
    assertThat(membership(rule, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(UnknownTenant.class)
  void aBlankTenantIsNone(UnknownTenant unknown) {
    assertThat(membership(new TenantRule.Dynamic(unknown), "  ")).isEqualTo(NOWHERE);
  }

  static Stream<Arguments> severalTenants() {
    Tenant umbrella = new Tenant("umbrella", Optional.of("Umbrella Corp."));
    return Stream.of(
        Arguments.of(UnknownTenant.CREATE, in(UNNAMED_ACME, umbrella)),
        Arguments.of(UnknownTenant.IGNORE, ACME),
        Arguments.of(UnknownTenant.REJECT, new Membership.Refused("umbrella")));
  }

  @ParameterizedTest
  @MethodSource("severalTenants")
  void aUserMayBelongToSeveral(UnknownTenant unknown, Membership expected) {
    Tenant umbrella = new Tenant("umbrella", Optional.of("Umbrella Corp."));

    assertThat(several(new TenantRule.Dynamic(unknown), Set.of(umbrella, UNNAMED_ACME)))
        .isEqualTo(expected);
    assertThat(several(new TenantRule.Static("acme", unknown), Set.of(umbrella, UNNAMED_ACME)))
        .isEqualTo(ACME);
  }

  @Test
  void ofTwoNamesOfOneTenantTheFirstInTheAlphabetCounts() {
    Set<Tenant> acmes =
        Set.of(
            UNNAMED_ACME,
            new Tenant("acme", Optional.of("ACME Ltd.")),
            new Tenant("acme", Optional.of("ACME Inc.")));

    assertThat(several(new TenantRule.Dynamic(UnknownTenant.IGNORE), acmes))
        .isEqualTo(in(new Tenant("acme", Optional.of("ACME Inc."))));
  }

  @Test
  void withoutARuleNobodyBelongsAnywhere() {
    assertThat(membership(new TenantRule.None(), "acme")).isEqualTo(NOWHERE);
  }

  private static Membership membership(TenantRule rule, String tenantId) {
    DirectoryUser user = DirectoryUser.builder("1", "ada").tenantId(tenantId).build();
    return rule.membership(user, "acme"::equals);
  }

  private static Membership several(TenantRule rule, Set<Tenant> tenants) {
    DirectoryUser user = DirectoryUser.builder("1", "ada").tenants(tenants).build();
    return rule.membership(user, "acme"::equals);
  }

  private static Membership in(Tenant... tenants) {
    return new Membership.Organizations(Set.of(tenants));
  }
}
