package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.TimedDirectory;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

final class CognitoDirectory extends TimedDirectory {

  private final CognitoIdentityProviderClient client;
  private final CognitoLookups lookups;
  private final CognitoPasswords passwords;
  private final CognitoConnectionTest connectionTest;

  CognitoDirectory(
      CognitoSettings settings,
      CognitoIdentityProviderClient client,
      Duration requestTimeout,
      Executor executor) {
    super(requestTimeout);
    this.client = client;
    this.lookups =
        new CognitoLookups(client, settings.userPoolId(), new CognitoUsers(settings.tenantField()));
    InitiateAuth initiateAuth = new InitiateAuth(client, settings);
    this.passwords = new CognitoPasswords(initiateAuth, lookups, executor);
    this.connectionTest = new CognitoConnectionTest(client, settings, initiateAuth, requestTimeout);
  }

  @Override
  protected Lookup byUsername(String username, Deadline deadline) {
    return lookups.byName(username, deadline);
  }

  @Override
  protected Lookup byEmail(String email, Deadline deadline) {
    return lookups.byEmail(email, deadline);
  }

  @Override
  protected Lookup byExternalId(String externalId, String loginName, Deadline deadline) {
    return lookups.byExternalId(externalId, deadline);
  }

  @Override
  protected Listing page(Optional<String> page, int limit, Deadline deadline) {
    return lookups.page(page, limit, deadline);
  }

  @Override
  protected PasswordCheck check(PasswordAttempt attempt, Deadline deadline) {
    return passwords.check(attempt, deadline);
  }

  @Override
  public ConnectionTest test() {
    return connectionTest.run();
  }

  /** Loads the SDK's classes, fetches credentials and opens a connection. */
  @Override
  public void warmUp() {
    connectionTest.readCalls();
  }

  @Override
  public void close() {
    client.close();
  }
}
