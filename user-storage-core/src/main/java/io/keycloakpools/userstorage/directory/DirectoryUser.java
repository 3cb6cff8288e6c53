package io.keycloakpools.userstorage.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user as described by the directory.
 *
 * @param externalId permanent identifier, never reused
 * @param username may be opaque; then it equals {@code externalId}
 * @param loginName exact spelling for a password check
 * @param attributes all other data, by the directory's names
 * @param roles empty unless requested
 * @param groups groups in addition to roles; empty unless requested
 * @param tenants the user's customer organizations
 * @param secondFactors the directory's names of configured second factors
 * @param totps authenticator apps that Keycloak can check after the migration
 * @param socialIdentities external accounts that can sign in to the directory
 * @param requiredActions Keycloak's names of actions at the first sign-in
 */
public record DirectoryUser(
    String externalId,
    String username,
    String loginName,
    Optional<String> email,
    boolean emailVerified,
    Optional<String> phoneNumber,
    PersonName name,
    AccountStatus status,
    Map<String, List<String>> attributes,
    Optional<Set<String>> roles,
    Optional<Set<String>> groups,
    Set<Tenant> tenants,
    Set<String> secondFactors,
    List<Totp> totps,
    List<SocialIdentity> socialIdentities,
    Set<String> requiredActions) {

  public DirectoryUser {
    attributes = Map.copyOf(attributes);
    roles = roles.map(Set::copyOf);
    groups = groups.map(Set::copyOf);
    tenants = Set.copyOf(tenants);
    secondFactors = Set.copyOf(secondFactors);
    totps = List.copyOf(totps);
    socialIdentities = List.copyOf(socialIdentities);
    requiredActions = Set.copyOf(requiredActions);
  }

  public DirectoryUser withRoles(Set<String> names) {
    return new DirectoryUser(
        externalId,
        username,
        loginName,
        email,
        emailVerified,
        phoneNumber,
        name,
        status,
        attributes,
        Optional.of(names),
        groups,
        tenants,
        secondFactors,
        totps,
        socialIdentities,
        requiredActions);
  }

  /** Starts with the username as login name, and a usable account. */
  public static Builder builder(String externalId, String username) {
    return new Builder(externalId, username);
  }

  /** Collects a directory's answer; omitted values are absent. */
  public static final class Builder {
    private final String externalId;
    private final String username;
    private final Map<String, List<String>> attributes = new LinkedHashMap<>();
    private String loginName;
    private Optional<String> email = Optional.empty();
    private boolean emailVerified;
    private Optional<String> phoneNumber = Optional.empty();
    private PersonName name = new PersonName(Optional.empty(), Optional.empty(), Optional.empty());
    private AccountStatus status = new AccountStatus.Usable();
    private Optional<Set<String>> roles = Optional.empty();
    private Optional<Set<String>> groups = Optional.empty();
    private Set<Tenant> tenants = Set.of();
    private Set<String> secondFactors = Set.of();
    private List<Totp> totps = List.of();
    private List<SocialIdentity> socialIdentities = List.of();
    private Set<String> requiredActions = Set.of();

    private Builder(String externalId, String username) {
      this.externalId = externalId;
      this.username = username;
      this.loginName = username;
    }

    public Builder loginName(String value) {
      loginName = value;
      return this;
    }

    public Builder email(String address, boolean verified) {
      email = Optional.ofNullable(address).filter(text -> !text.isBlank());
      emailVerified = verified && email.isPresent();
      return this;
    }

    public Builder phoneNumber(String number) {
      phoneNumber = Optional.ofNullable(number).filter(text -> !text.isBlank());
      return this;
    }

    public Builder name(String first, String last, String full) {
      name =
          new PersonName(
              Optional.ofNullable(first).filter(text -> !text.isBlank()),
              Optional.ofNullable(last).filter(text -> !text.isBlank()),
              Optional.ofNullable(full).filter(text -> !text.isBlank()));
      return this;
    }

    public Builder status(AccountStatus value) {
      status = value;
      return this;
    }

    public Builder attribute(String attributeName, List<String> values) {
      attributes.put(attributeName, List.copyOf(values));
      return this;
    }

    public Builder roles(Set<String> names) {
      roles = Optional.of(names);
      return this;
    }

    public Builder groups(Set<String> names) {
      groups = Optional.of(names);
      return this;
    }

    /** Sets the only organization; null or blank sets none. */
    public Builder tenantId(String value) {
      return tenants(
          value == null || value.isBlank()
              ? Set.of()
              : Set.of(new Tenant(value, Optional.empty())));
    }

    public Builder tenants(Set<Tenant> organizations) {
      tenants = organizations;
      return this;
    }

    public Builder secondFactors(Set<String> names) {
      secondFactors = names;
      return this;
    }

    public Builder totps(List<Totp> apps) {
      totps = apps;
      return this;
    }

    public Builder requiredActions(Set<String> names) {
      requiredActions = names;
      return this;
    }

    public Builder socialIdentities(List<SocialIdentity> identities) {
      socialIdentities = identities;
      return this;
    }

    public DirectoryUser build() {
      return new DirectoryUser(
          externalId,
          username,
          loginName,
          email,
          emailVerified,
          phoneNumber,
          name,
          status,
          attributes,
          roles,
          groups,
          tenants,
          secondFactors,
          totps,
          socialIdentities,
          requiredActions);
    }
  }
}
