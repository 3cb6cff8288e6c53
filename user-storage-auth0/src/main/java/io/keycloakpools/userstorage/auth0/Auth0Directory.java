package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.adapter.TimedDirectory;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

final class Auth0Directory extends TimedDirectory {

  private final Auth0Lookups lookups;
  private final Auth0Listing listing;
  private final Auth0Passwords passwords;
  private final Auth0ConnectionTest connectionTest;

  Auth0Directory(
      Auth0Settings settings, JsonCalls calls, Duration requestTimeout, Executor executor) {
    super(requestTimeout);
    Auth0TokenEndpoint tokens = new Auth0TokenEndpoint(settings, calls);
    ManagementToken token =
        new ManagementToken(tokens, requestTimeout, executor, InstantSource.system());
    ManagementApi api = new ManagementApi(settings, calls, token, new RateLimit());
    Auth0Users users = new Auth0Users(settings.connection(), settings.tenantField());
    this.lookups = new Auth0Lookups(api, users, settings.connection(), executor);
    this.listing = new Auth0Listing(api, users, settings.connection());
    this.passwords = new Auth0Passwords(tokens, lookups, executor);
    this.connectionTest = new Auth0ConnectionTest(settings, tokens, token, api, requestTimeout);
  }

  @Override
  protected Lookup byUsername(String username, Deadline deadline) {
    return lookups.byUsername(username, deadline);
  }

  @Override
  protected Lookup byEmail(String email, Deadline deadline) {
    return lookups.byEmail(email, deadline);
  }

  @Override
  protected Lookup byExternalId(String externalId, String loginName, Deadline deadline) {
    return lookups.byId(externalId, deadline);
  }

  @Override
  protected Listing page(Optional<String> page, int limit, Deadline deadline) {
    return listing.page(page, limit, deadline);
  }

  @Override
  protected PasswordCheck check(PasswordAttempt attempt, Deadline deadline) {
    return passwords.check(attempt, deadline);
  }

  @Override
  public ConnectionTest test() {
    return connectionTest.run();
  }

  @Override
  public void warmUp() {
    connectionTest.readCalls();
  }

  @Override
  public void close() {}
}
